using System.Collections.Immutable;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>What of the units that are read goes in, and what does not, wherever they go.</summary>
internal sealed class ImportPlan
{
    private static readonly int Published = ImportedRow.Header.IndexOf("published");
    private readonly ImportContext context;
    private readonly HeldRows held;
    private readonly CodedDays days;
    private readonly HeldItemTexts items;
    private readonly RowDifference difference;
    private readonly ReportCheck check;
    private readonly Dictionary<string, (string Column, string Expected, string Found)?> offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> sources;
    private readonly HashSet<string> quantities;
    private readonly HashSet<string> takenBack;
    private readonly RowStore fresh = new();
    private readonly Dictionary<string, long> added = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, RowChange> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> inclusions = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> withdrawn = new(StringComparer.Ordinal);
    private readonly List<CaseItem> newItems = [];
    private readonly HashSet<(EntryKind Kind, string Id)> newNames = [];
    private readonly List<RejectedRow> rejected = [];
    private readonly List<RejectedRow> notTaken = [];
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private (int Added, int Already, int Updated, int Withdrawn, int Rejected) counts;
    private readonly OrderedDictionary<string, SourceEntry> needed = new(StringComparer.Ordinal);

    private ImportPlan(IClaimFormat format, ImportContext context, HeldRows held, HeldItemTexts items)
    {
        (this.context, this.held, this.items) = (context, held, items);
        days = new CodedDays(context);
        difference = new RowDifference(format.NotCompared);
        sources = [.. context.Case.Sources.Select(s => s.Id.Value)];
        check = new ReportCheck(context.Case);
        quantities = [.. context.Case.Statements.SelectMany(s => s.Quantities).Select(q => q.Id.Value)];
        takenBack = [.. context.Case.Corrections.Where(c => c.Kind == CorrectionKind.Withdrawn).Select(c => c.Report.Value)];
    }

    /// <summary>How many reports and other items are held as they are.</summary>
    public int Present { get; private set; }

    /// <summary>How many reports and other items go in.</summary>
    public int Fresh => fresh.Count + newItems.Count;

    public bool HasRejected => rejected.Count > 0;

    /// <summary>The rejected rows in the order of their files and lines.</summary>
    public ImmutableArray<RejectedRow> Rejected => [.. rejected.OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line)];

    /// <summary>Items other than reports that go in, the sources that the case lacks first.</summary>
    public IEnumerable<CaseItem> Items => needed.Select(n => SourceItem.Of(n.Value, n.Key, context, days)).Concat(newItems);

    /// <summary>The reports that go in, with the inclusions that are known by now.</summary>
    public IEnumerable<string[]> Rows => fresh.Rows().Select(r => RowDifference.InclusionsOf(r) is { Length: > 0 } hint ? RowDifference.Including(r, Wider(hint)) : r);

    /// <summary>The reports that take the place of others, by id.</summary>
    public IReadOnlyDictionary<string, RowChange> Changed => changed;

    /// <summary>The reports that their sources took back, and when.</summary>
    public IReadOnlyDictionary<string, string> Withdrawn => withdrawn;

    /// <summary>Plans what these units come to. The units are read on the way.</summary>
    public static ImportPlan Of(IClaimFormat format, IEnumerable<ReadUnit> units, ImportContext context, HeldRows held, HeldItemTexts items)
    {
        var plan = new ImportPlan(format, context, held, items);
        foreach (var unit in units)
        {
            plan.Take(unit);
        }

        return plan;
    }

    /// <summary>A held row with the inclusions that are known by now; null where it stays as it is.</summary>
    public string[]? Amended(string[] row) => inclusions.TryGetValue(row[0], out var hint) ? RowDifference.Amended(row, Wider(hint)) : null;

    /// <summary>Whether held rows may get further inclusions.</summary>
    public bool MayAmend => inclusions.Count > 0;

    /// <summary>The number of the version of a report that another takes the place of: one more than those before it.</summary>
    public int VersionOf(string id)
    {
        var version = 1;
        while (held.Has($"{id}@{version}"))
        {
            version++;
        }

        return version;
    }

    /// <summary>What it came to.</summary>
    public ImportSummary Summary(bool isWritten, string? reportsFile, string? rejectsFile) =>
        new(isWritten ? Fresh : 0, Present, counts.Rejected, reportsFile, HasRejected ? rejectsFile : null)
        {
            Counts = new ImportCounts(
                counts.Added, counts.Already, counts.Updated, counts.Withdrawn, leftOut.ToImmutableSortedDictionary(StringComparer.Ordinal), counts.Rejected),
            Rows = Rejected,
            NotTaken = [.. notTaken.OrderBy(r => r.Line)],
            Warnings = Warnings,
        };

    private ImmutableArray<string> Warnings => [.. needed.Select(n => SourceItem.Said(n.Value, n.Key, context)), .. days.Notes, .. context.Notes.All];

    private string Wider(string hint) =>
        string.Join(';', hint.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(w => added.ContainsKey(w) || held.Has(w)));

    private void Take(ReadUnit unit)
    {
        counts.Rejected += unit.Rejected.Length;
        rejected.AddRange(unit.Rejected);
        var records = unit.Records - unit.Rejected.Length;
        if (unit.Withdraws.Length > 0)
        {
            Withdraw(unit, records);
        }
        else if (unit.LeftOut.Length > 0)
        {
            Leave(unit.LeftOut, records);
        }
        else if (!unit.Rows.IsEmpty || !unit.Items.IsEmpty)
        {
            Put(unit, records);
        }
        else if (records > 0)
        {
            Leave("holds no report", records);
        }
    }

    private void Leave(string reason, int records)
    {
        if (records > 0)
        {
            leftOut[reason] = leftOut.GetValueOrDefault(reason) + records;
        }
    }

    private void Withdraw(ReadUnit unit, int records)
    {
        if (takenBack.Contains(unit.Withdraws) || withdrawn.ContainsKey(unit.Withdraws))
        {
            counts.Already += records;
        }
        else if (!held.Has(unit.Withdraws))
        {
            Leave(unit.LeftOut.Length > 0 ? unit.LeftOut : "taken back by the source and not held", records);
        }
        else if (!context.Options.Updates)
        {
            Leave("taken back by the source (--updates takes it back here too)", records);
        }
        else
        {
            withdrawn[unit.Withdraws] = unit.ChangedAt;
            counts.Withdrawn += records;
        }
    }

    private void Put(ReadUnit unit, int records)
    {
        if (unit.Items.Select(ErrorOf).FirstOrDefault(f => f is not null) is { } error)
        {
            rejected.Add(new RejectedRow(unit.Line, error.Column, error.Expected, error.Found, []) { File = unit.File });
            counts.Rejected += records;
            return;
        }

        var rows = unit.Rows.Select(r => (Row: r, Fields: r.FieldArray())).ToArray();
        var errors = Errors(rows, unit.ChangedAt);
        if (errors.Count > 0)
        {
            Reject(unit, errors, records);
            return;
        }

        if (rows.Length > 0 && rows.All(r => added.TryGetValue(r.Row.Id, out _) && !held.Has(r.Row.Id)))
        {
            Leave("stands twice in the files", records);
            return;
        }

        if (rows.Length > 0 && rows.All(r => takenBack.Contains(r.Row.Id)))
        {
            Leave("taken back by the source before", records);
            return;
        }

        if (rows.Length == 0 && unit.Items.All(i => newNames.Contains(HeldItemTexts.NameOf(i))))
        {
            Leave("stands twice in the files", records);
            return;
        }

        if (unit.ChangedAt.Length > 0 && rows.Length > 0 && rows.All(r => IsOlder(r.Fields, unit.ChangedAt)))
        {
            Leave("older than what the case holds", records);
            return;
        }

        var before = (fresh.Count + newItems.Count, changed.Count);
        foreach (var (row, fields) in rows)
        {
            PutRow(row, fields, unit.ChangedAt);
        }

        foreach (var item in unit.Items)
        {
            PutItem(item);
        }

        if (fresh.Count + newItems.Count > before.Item1)
        {
            counts.Added += records;
        }
        else if (changed.Count > before.Item2)
        {
            counts.Updated += records;
        }
        else
        {
            counts.Already += records;
        }
    }

    private void PutRow(ImportedRow row, string[] fields, string changedAt)
    {
        Need(row.Source);
        days.Take(row);
        if (row.IncludedIn.Length > 0)
        {
            inclusions[row.Id] = row.IncludedIn;
        }

        if (held.Find(row.Id) is not { } before)
        {
            added[row.Id] = fresh.Add(fields);
        }
        else if (difference.First(before, fields) < 0)
        {
            Present++;
        }
        else
        {
            changed[row.Id] = new RowChange(before, RowDifference.Carried(before, fields), changedAt);
        }
    }

    private void Need(string source)
    {
        if (!sources.Contains(source) && context.Offered.TryGetValue(source, out var entry))
        {
            needed.TryAdd(source, entry);
        }
    }

    private void PutItem(CaseItem item)
    {
        if (items.Holds(item))
        {
            Present++;
            Compare(item);
        }
        else
        {
            if (SpeakerOf(item) is { } speaker)
            {
                Need(speaker);
            }

            newItems.Add(item);
            newNames.Add(HeldItemTexts.NameOf(item));
            items.Add(item);
        }
    }

    // A post that was edited, or a ceasefire that was coded anew: what a person has made of the item since stays, and the difference is told.
    private void Compare(CaseItem item)
    {
        if (items.HoldsOtherwise(item))
        {
            var (kind, id) = HeldItemTexts.NameOf(item);
            context.Notes.Example(
                "an item that the case holds otherwise, by hand or from an earlier version of the file; what the case holds stays",
                $"{EnumText<EntryKind>.Format(kind)} {id}: the file says something else than the case");
        }
    }

    private Dictionary<int, RejectedRow> Errors((ImportedRow Row, string[] Fields)[] rows, string changedAt)
    {
        var errors = new Dictionary<int, RejectedRow>();
        foreach (var (row, fields) in rows)
        {
            if (!errors.ContainsKey(row.Line) && ErrorOf(row, fields, changedAt) is { } error)
            {
                errors[row.Line] = error;
            }
        }

        return errors;
    }

    // A file of before says what the source has said otherwise since.
    private bool IsOlder(string[] fields, string changedAt) =>
        held.Find(fields[0]) is { } before && difference.First(before, fields) >= 0 && InstantText.TryParse(changedAt, out var at)
        && InstantText.TryParse(before[Published], out var since) && at < since;

    private (string Column, string Expected, string Found)? ErrorOf(CaseItem item) =>
        SpeakerOf(item) is { } speaker && ErrorOfOffered(speaker) is { } error ? error : YamlLines.ErrorOf(item) is { } own ? ("", own.Expected, own.Found) : null;

    private static string? SpeakerOf(CaseItem item) => ContentItem.Parse(item.Kind, item.Content).AttributedTo;

    // A source that comes in with its rows must be one that the case can hold, or none of them can.
    private (string Column, string Expected, string Found)? ErrorOfOffered(string source)
    {
        if (sources.Contains(source) || !context.Offered.TryGetValue(source, out var entry))
        {
            return null;
        }

        if (!offered.TryGetValue(source, out var error))
        {
            offered[source] = error = YamlLines.ErrorOf(SourceItem.Of(entry, source, context)) is { } found ? (entry.Column, found.Expected, found.Found) : null;
        }

        return error;
    }

    private RejectedRow? ErrorOf(ImportedRow row, string[] fields, string changedAt)
    {
        if (!sources.Contains(row.Source) && !context.Offered.ContainsKey(row.Source))
        {
            return row.Reject("", $"a case that has the source {row.Source}", "none of that id");
        }

        if (ErrorOfOffered(row.Source) is { } refused)
        {
            return row.Reject(refused.Column, refused.Expected, refused.Found);
        }

        if (row.AllegedActor.Length > 0 && !context.IsParty(row.AllegedActor))
        {
            return row.Reject("", $"a case that has the party {row.AllegedActor}", "none of that id");
        }

        if (quantities.Contains(row.Id))
        {
            return row.Reject("id", "an id that the case does not hold", $"{row.Id}, a claim in a statement");
        }

        if (added.TryGetValue(row.Id, out var at) && difference.First(fresh.Read(at), fields) is >= 0 and var other)
        {
            return row.Reject("id", $"an id that stands once in the files, or {ImportedRow.Header[other]} '{fresh.Read(at)[other]}' again", $"'{fields[other]}'");
        }

        if (check.ErrorOf(fields) is { } error)
        {
            return row.Reject(error.Column, error.Expected, error.Found);
        }

        if (held.Find(row.Id) is not { } before || takenBack.Contains(row.Id) || difference.First(before, fields) is not (>= 0 and var first) || IsOlder(fields, changedAt))
        {
            return null;
        }

        if (context.Options.Updates)
        {
            return changedAt.Length > 0 ? null : row.Reject("published", "when the source published this revision, in the rows or as --published INSTANT", "nothing");
        }

        return row.Reject("id", $"{ImportedRow.Header[first]} '{before[first]}', as the case holds under {row.Id}", $"'{fields[first]}'");
    }

    private void Reject(ReadUnit unit, Dictionary<int, RejectedRow> errors, int records)
    {
        var first = errors.Values.First();
        RejectedRow[] made =
        [
            .. unit.Rows.DistinctBy(r => r.Line).Select(r => errors.GetValueOrDefault(r.Line) ?? r.Reject(
                "", "a claim all of whose rows the case takes", $"an error in line {first.Line}")),
        ];
        rejected.AddRange(made);
        notTaken.AddRange(made);
        counts.Rejected += records;
    }
}
