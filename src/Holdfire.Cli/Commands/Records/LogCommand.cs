using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record log DIR</c>.</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var kind = Options.Text("--kind", "KIND", "entries of one kind");
        var submitter = Options.Text("--submitter", "NAME", "entries by one submitter");
        var from = new Option<long>("--from") { Description = "the first index", DefaultValueFactory = _ => 0, HelpName = "N" };
        var most = new Option<int>("--most") { Description = "the most entries to list", DefaultValueFactory = _ => 50, HelpName = "N" };
        var format = Options.Format();
        var command = new Command(
            "log",
            "List the entries of a record in their order: what, by whom, and what has become of each.\n\n"
            + "Example: holdfire record log harvest --kind correction")
        {
            folder, kind, submitter, from, most, format,
        };
        command.SetAction(result => Run(
            RecordInput.Open(result.GetRequiredValue(folder)),
            result.GetValue(kind) is { } name ? EntryKinds.Find(name) ?? throw new InputException(
                $"--kind: expected one of {string.Join(", ", EntryKinds.All.Select(EntryKinds.NameOf))}; found '{name}'") : null,
            result.GetValue(submitter), result.GetValue(from), result.GetValue(most), result.GetValue(format)));
        return command;
    }

    private static int Run(RecordReader record, EntryKind? kind, string? submitter, long from, int most, OutputFormat format)
    {
        var rows = record.Entries().Skip((int)Math.Min(from, int.MaxValue))
            .Where(e => (kind is null || e.Entry.Kind == kind) && (submitter is null || e.Entry.Submitter == submitter))
            .Take(most + 1).ToImmutableArray();
        var more = rows.Length > most;
        rows = [.. rows.Take(most)];
        Answer.Print(
            format,
            new
            {
                schema = "holdfire/record-log/1", origin = record.Origin, size = record.Log.Size, root = record.Log.Checkpoint.Root.ToString(),
                entries = rows.Select(e => EntryJson.Of(record.Ledger, e)),
            },
            () => Table(record.Ledger, rows), null,
            () => more ? [FormattableString.Invariant($"More follow: --from {rows[^1].Index + 1}, or --most.")] : []);
        return ExitCodes.Done;
    }

    private static Sheet Table(Ledger ledger, ImmutableArray<StoredEntry> rows) => new(
        ["entry", "made", "kind", "id", "who", "standing"],
        [.. rows.Select(e => (ImmutableArray<string>)
        [
            e.Index.ToString(CultureInfo.InvariantCulture), Texts.Of(e.Entry.Made), EntryKinds.NameOf(e.Entry.Kind), e.Entry.Item.Id,
            RecordInput.SignedBy(ledger, e.Index, e.Entry.Key), StandingWords.Of(ledger[e.Index], e.Entry),
        ])]);
}
