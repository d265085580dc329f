using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary><c>holdfire bundle create</c>: makes a bundle, and verifies it before it is written.</summary>
internal static class BundleCreateCommand
{
    public static Command Create()
    {
        var folder = Options.Required("--record", "DIR", "the record's folder");
        var output = Options.Required("--out", "FILE", "the file to write; it must not exist");
        var report = Options.Text("--report", "ID", "a report, in place of a query");
        var whole = new Option<bool>("--whole")
        {
            Description = "every entry of the record, which alone shows that none is left out; a query of a record that is not too large has them anyway",
        };
        var query = new Argument<string[]>("query")
        {
            Description = "after --: counts, audit, assess, truces, incidents or findings with its options",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "create",
            "Makes a bundle for a report or for the answer to a query.\n\n"
            + "Example: holdfire bundle create --record harvest.record --out counts.zip -- counts --claimant AA --act attack.air.uav "
            + "--measure launched --from 2030-05-01 --to 2030-05-14 --by day\n"
            + "Example: holdfire bundle create --record harvest.record --out findings.zip -- findings --truce T1 --standard corroborated")
        {
            folder, output, report, whole, query,
        };
        command.SetAction(result =>
        {
            var purpose = PurposeOf(result.GetValue(report), result.GetValue(query) ?? []);
            var path = result.GetRequiredValue(output);
            if (File.Exists(path))
            {
                throw new InputException("--out", "a file that does not exist yet", $"'{path}'");
            }

            try
            {
                var bundle = Make(result.Terminal, result.GetRequiredValue(folder), purpose, result.GetValue(whole), out var described, out var headline);
                BundleFile.Write(path, bundle);
                result.Terminal.Out.WriteLine($"{path}: {described}, {bundle.Length} bytes, for {purpose}");
                result.Terminal.Out.WriteLine(VisibleText.Line(headline));
            }
            catch (RecordException e)
            {
                throw new InputException(e.Error);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static BundlePurpose PurposeOf(string? report, string[] query)
    {
        if ((report is null) == (query.Length == 0))
        {
            throw new InputException("", "--report ID or a query after --", report is null ? "neither" : "both");
        }

        if (report is not null)
        {
            return BundlePurpose.OfReport(report);
        }

        var purpose = BundlePurpose.OfQuery(query[0], [.. query[1..]]);
        BundleQueries.Check(purpose);
        return purpose;
    }

    private static byte[] Make(Terminal terminal, string folder, BundlePurpose purpose, bool whole, out string described, out string headline)
    {
        var record = RecordInput.Open(folder);
        var entries = record.Entries().ToList();
        var contents = new ContentFolder(folder);
        var view = View(terminal, folder, record);
        var erased = entries.Where(e => record.IsErased(e.Index, e.Entry)).Select(e => e.Index).ToHashSet();
        var kept = new HandedOn(view.Recorded, entries, e => record.ContentOf(e, contents, withPrivate: false));
        if (purpose.Report is { } asked && kept.IsKept(asked))
        {
            throw new InputException("--report", "a report that may be handed on", $"{asked}, of which a version is of a source with redistribution: no");
        }

        var selection = new BundleSelection(entries, e => record.ContentOf(e, contents, withPrivate: false));
        ImmutableArray<long>? chosen = whole ? null
            : purpose.Report is { } id ? selection.OfReport(id)
            : purpose.Command == "counts" && IsLarge(entries) && SideOf(purpose) is { } side ? selection.OfSide(side) : null;
        var without = purpose.Report is null ? kept.WithWhatNamesThem : kept.Entries;
        if (!kept.IsEmpty)
        {
            chosen = [.. (chosen ?? [.. Enumerable.Range(0, entries.Count).Select(i => (long)i)]).Where(i => !without.Contains(i))];
        }

        if (chosen is { } some && some.Length == entries.Count)
        {
            chosen = null;
        }

        // Where entries are kept back the answer is that of the others, as who gets them reads them.
        byte[] Made(string figure) => BundleWriter.Make(record.Log, purpose, chosen, Encoding.UTF8.GetBytes(figure), erased);
        var figure = purpose.Command is null ? ""
            : kept.IsEmpty ? BundleQueries.Answer(purpose, view) : BundleFigure.Answer(BundleVerifier.Verify(Made(""), BundleTrust.None, new BundleChecks()));
        var bundle = Made(figure);
        var checks = new BundleChecks();
        headline = BundleVerdicts.Headline(BundleFigure.Check(BundleVerifier.Verify(bundle, BundleTrust.None, checks), checks), checks);
        described = chosen is { } part ? $"{part.Length} of {entries.Count} entries" : $"all {entries.Count} entries";
        described += kept.IsEmpty ? "" : $", without {without.Count} that their sources ({kept.Sources}) do not let anyone hand on"
            + (without.Count > kept.Entries.Count ? FormattableString.Invariant($", {without.Count - kept.Entries.Count} of them since they name such") : "");
        return bundle;
    }

    // A count over some of the entries shows no more than a lower limit, so a record has to be large for that.
    private static bool IsLarge(List<StoredEntry> entries) =>
        entries.Count > BundleWriter.MostWholeEntries || entries.Sum(e => (long)e.Entry.Bytes.Length) > BundleWriter.MostWholeBytes;

    private static CaseView View(Terminal terminal, string folder, RecordReader record)
    {
        var load = RecordViews.Load(record);
        return load.SetAside is [var unread, ..]
            ? throw new InputException("", "entries that can be read", $"{unread}; no bundle holds such until the registrar sets it aside (record append --sets-aside), or a line of the head is corrected")
            : RecordViews.Of(CaseInput.Take(terminal, folder, load), record, RecordViews.Without(new RecordedAt(record.Size), load, record), null);
    }

    // A bundle for the counts of one side needs no entries of the others.
    private static string? SideOf(BundlePurpose purpose)
    {
        var query = QueryCatalogue.Find(purpose.Command!)!;
        return QueryArguments.Parse(query, purpose.Arguments, out _).Text(query.Option("--claimant")!);
    }
}
