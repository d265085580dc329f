using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Reads a case from a folder in the format of docs/case-format.md.</summary>
public static class CaseFolder
{
    /// <summary>Reads the whole folder; all errors of all files are found in one run. Bad input never throws.</summary>
    public static CaseLoad Load(string folder)
    {
        var state = new LoadState { ChecksYears = true };
        if (!Directory.Exists(folder))
        {
            state.Errors.Add(new Spot(folder, 1, 1), "a folder that holds a case", "no such folder");
            return new CaseLoad(null, state.Errors.Sorted());
        }

        return Load(new FolderFiles(folder), state);
    }

    /// <summary>The names of files in the folder of the reports that are not read, relative to the folder, in order.</summary>
    public static ImmutableArray<string> FilesNotRead(string folder) => FolderFiles.OtherFiles(folder);

    /// <summary>Reads a case from wherever its files are kept.</summary>
    internal static CaseLoad Load(CaseFiles files, LoadState state)
    {
        var read = Read(files, state);
        return state.Errors.Count == 0 ? new CaseLoad(read, []) : new CaseLoad(null, state.Errors.Sorted());
    }

    private static Case Read(CaseFiles folder, LoadState state)
    {
        var head = Root(folder, "case.yaml", state) is { } item ? MapReader.Of(item, CaseKeys.Case, state.Errors) : null;
        state.Places = new PlacesReader(state).Read([.. head?.Maps("places") ?? []], head?.Texts("countries") ?? []);
        state.Codes = head is null ? CaseCodes.BuiltIn : new CodesReader(state.Errors).Read(head);
        var documents = (head?.Maps("documents") ?? []).Select(new DocumentReader(state).Read).ToImmutableArray();
        var corrections = new CorrectionReader(state).Read(head?.Maps("corrections") ?? []);
        var zone = head is null ? DateTimeZone.Utc : state.Zone(head);
        var parties = Maps(folder, "parties.yaml", CaseKeys.Party, state).Select(m => ReadParty(m, state)).ToImmutableArray();
        var sources = Maps(folder, "sources.yaml", CaseKeys.Source, state).Select(m => ReadSource(m, state)).ToImmutableArray();
        var truces = Maps(folder, "truces.yaml", CaseKeys.Truce, state).Select(new TruceReader(state).Read).ToImmutableArray();
        var reader = new ReportReader(state);
        var (statements, conflicts) = ReadStatements(folder, state, reader);
        var dates = documents.DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.Date);
        statements = [.. statements.Select(s => SaidByDocument.Cut(s, dates, zone))];
        var talks = folder.Has(TalksReader.File) && Root(folder, TalksReader.File, state) is { } told
            ? new TalksReader(state, statements).Read(told) : TalksRecord.Empty;
        var reports = folder.Reports(state, reader);
        var pins = folder.Has(PinReader.File) ? new PinReader(state, statements.SelectMany(s => s.Quantities).Select(q => q.Id).ToHashSet())
            .Read(Maps(folder, PinReader.File, CaseKeys.Pin, state)) : [];
        var detections = folder.Has(DetectionFiles.Folder)
            ? Maps(folder, DetectionFiles.Folder, CaseKeys.Detection, state).Select(new DetectionReader(state).Read).ToImmutableArray() : [];
        var restrictions = folder.Has(RestrictionReader.File)
            ? Maps(folder, RestrictionReader.File, CaseKeys.Restriction, state).Select(new RestrictionReader(state).Read).ToImmutableArray() : [];
        var steps = folder.Has(StepReader.File) ? new StepReader(state, folder, sources, parties).Read(Maps(folder, StepReader.File, CaseKeys.Step, state)) : [];
        var queries = folder.Has(PartyQueryReader.File)
            ? Maps(folder, PartyQueryReader.File, CaseKeys.Query, state).Select(new PartyQueryReader(state).Read).ToImmutableArray() : [];
        var replies = folder.Has(PartyReplyReader.File)
            ? new PartyReplyReader(state, queries).Read(Maps(folder, PartyReplyReader.File, CaseKeys.Reply, state)) : [];
        ObligationReader.CheckEvidence(state, reports.Concat(statements.SelectMany(s => s.Quantities)));
        if (folder.IsToBePutRight)
        {
            new SumCheck(state).Run(reports);
        }

        state.Ids.CheckReferences(state.Parts, state.Inclusions, state.Quotes);
        state.Parts.Check(state.Errors);
        state.Inclusions.Check(state.Errors);
        state.Quotes.Check(state.Errors);
        state.Relays.Check(state.Errors);
        state.Replacements.Check(state.Errors);
        return new Case
        {
            Id = head?.Text("id") ?? "",
            Title = head?.Text("title") ?? "",
            Zone = zone.Id,
            Daily = head?.Map("daily") is { } daily ? DailyReader.Read(daily, zone, state) : null,
            Invented = head?.Bool("invented") ?? false,
            Places = state.PlacesSeen(),
            Codes = state.Codes,
            Parties = parties,
            Sources = RestrictionReader.Add(sources, restrictions),
            Documents = documents,
            Truces = truces,
            Statements = statements,
            Conflicts = conflicts,
            Talks = talks,
            Reports = reports,
            Detections = detections,
            Pins = pins,
            Steps = steps,
            Queries = queries,
            Replies = replies,
            Corrections = corrections,
            Gaps = [.. (head?.Texts("gaps") ?? []).Select(t => t.Text)],
        };
    }

    private static YamlItem? Root(CaseFiles folder, string file, LoadState state)
    {
        var before = state.Errors.Count;
        var root = folder.Root(file, state.Errors);
        if (file == "case.yaml" && root is (null or YamlText { IsNull: true }) && state.Errors.Count == before)
        {
            state.Errors.Add(new Spot(file, 1, 1), "a map", "nothing");
            root = null;
        }

        // Without parties or sources nothing could claim anything: one error in place of one for each that is named.
        if (file is "parties.yaml" or "sources.yaml" && root is (null or YamlText { IsNull: true }) && state.Errors.Count == before)
        {
            state.Errors.Add(new Spot(file, 1, 1), "a list with at least one item", "nothing");
            root = null;
        }

        if (root is null ? state.Errors.Count > before : root is not (YamlMap or YamlList or YamlText { IsNull: true }))
        {
            Miss(file, state);
        }

        return root;
    }

    // What a file defines that could not be read: what refers to it elsewhere is no error of its own.
    private static void Miss(string file, LoadState state)
    {
        IdKind[] kinds = file switch
        {
            "case.yaml" => [IdKind.Document],
            "parties.yaml" => [IdKind.Party],
            "sources.yaml" => [IdKind.Source],
            "truces.yaml" => [IdKind.Truce],
            "statements.yaml" => [IdKind.Statement, IdKind.Report],
            PartyQueryReader.File => [IdKind.Query],
            DetectionFiles.Folder or RestrictionReader.File or PinReader.File or StepReader.File or PartyReplyReader.File => [],
            _ => [IdKind.Item, IdKind.Proposal, IdKind.Precondition, IdKind.Entry],
        };
        Array.ForEach(kinds, state.Ids.Miss);
        state.PlacesMissed |= file == "case.yaml";
    }

    private static IEnumerable<MapReader> Maps(CaseFiles folder, string file, KeyTable table, LoadState state) =>
        MapReader.ListOf(Root(folder, file, state), table, state.Errors);

    private static Party ReadParty(MapReader map, LoadState state) =>
        new(new PartyId(state.Define(IdKind.Party, map)), map.Text("name"), map.Enum<PartyRole>("role"));

    private static Source ReadSource(MapReader map, LoadState state)
    {
        var (id, party) = (state.Define(IdKind.Source, map), state.Refer(IdKind.Party, map, "party"));
        var relays = state.Refer(IdKind.Source, map, "relays");
        if (relays.Length > 0)
        {
            state.Relays.Add(id, relays, map.At("relays"));
        }

        map.NeedWords("scope", "the code or name of a known area");
        return new Source(
            new SourceId(id), map.Text("name"),
            party.Length > 0 ? new PartyId(party) : null, map.Enum<SourceKind>("kind"),
            map.Enum<ReliabilityGrade>("grade"), state.Area(map.Text("scope"), map.At("scope")),
            [.. map.Maps("watches").Select(w => new Watch(
                w.Bool("watching"), state.Act(w, "act"), state.Area(w.Text("area"), w.At("area")), state.Span(w), w.Text("basis")))])
        {
            Relays = relays.Length > 0 ? new SourceId(relays) : null,
            Rows = map.Enum<SourceRows>("rows"),
            Rhythm = map.EnumOrNull<ReportingRhythm>("rhythm"),
            MayBeHandedOn = map.Text("redistribution") is not ("no" or "false"),
        };
    }

    private static (ImmutableArray<Statement> Statements, ImmutableArray<Conflict> Conflicts) ReadStatements(
        CaseFiles folder, LoadState state, ReportReader reports)
    {
        if (Root(folder, "statements.yaml", state) is not { } root || root is YamlText { IsNull: true } ||
            MapReader.Of(root, CaseKeys.Statements, state.Errors) is not { } map)
        {
            return ([], []);
        }

        var reader = new StatementReader(state, reports);
        var statements = map.Maps("statements").Select(reader.Read).ToImmutableArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return (statements, [.. map.Maps("conflicts").Select(c => reader.ReadConflict(c, ids))]);
    }
}
