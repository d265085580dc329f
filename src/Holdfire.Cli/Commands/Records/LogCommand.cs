using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record log DIR</c>.</summary>
internal static class LogCommand
{
    private const int Usual = 50;

    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var kind = Options.Text("--kind", "KIND", "entries of one kind");
        var submitter = Options.Text("--submitter", "NAME", "entries by one submitter");
        var from = new Option<long>("--from") { Description = "the first index", DefaultValueFactory = _ => 0, HelpName = "N" };
        var most = new Option<int?>("--most") { Description = "the most entries to list; 50 in a table, all in JSON and CSV unless --from is given", HelpName = "N" };
        var format = Options.Format();
        var command = new Command(
            "log",
            "List the entries of a record in their order: what, by whom, and what has become of each.\n\n"
            + "Example: holdfire record log harvest --kind correction")
        {
            folder, kind, submitter, from, most, format,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(folder);
            var isWhole = result.GetValue(format) != OutputFormat.Table && result.GetResult(from) is null or { Implicit: true };
            return Run(
                result.Terminal, path, RecordInput.Open(path),
                result.GetValue(kind) is { } name ? EntryKinds.Find(name) ?? throw new InputException(
                    $"--kind: expected one of {string.Join(", ", EntryKinds.All.Select(EntryKinds.NameOf))}; found '{name}'") : null,
                result.GetValue(submitter), result.GetValue(from), result.GetValue(most) ?? (isWhole ? int.MaxValue - 1 : Usual), result.GetValue(format));
        });
        return command;
    }

    private static int Run(Terminal terminal, string folder, RecordReader record, EntryKind? kind, string? submitter, long from, int most, OutputFormat format)
    {
        var rows = record.Entries().Skip((int)Math.Min(from, int.MaxValue))
            .Where(e => (kind is null || e.Entry.Kind == kind) && (submitter is null || e.Entry.Submitter == submitter))
            .Take(most + 1).ToImmutableArray();
        var more = rows.Length > most;
        rows = [.. rows.Take(most)];
        var unread = RecordCase.Load(record, new ContentFolder(folder), false, null).SetAside
            .GroupBy(f => f.File, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.First().What, StringComparer.Ordinal);
        string? Unread(StoredEntry stored) => unread.GetValueOrDefault(RecordCase.NameOf(stored.Index));
        Answer.Print(
            terminal, format,
            new
            {
                schema = "holdfire/record-log/1", origin = record.Origin, size = record.Log.Size, root = record.Log.Checkpoint.Root.ToString(),
                entries = rows.Select(e => EntryJson.Of(record, e, Unread(e))),
            },
            () => Table(record, rows, Unread), null,
            () => more ? [FormattableString.Invariant($"More follow: --from {rows[^1].Index + 1}, or --most.")] : []);
        return ExitCodes.Done;
    }

    private static Sheet Table(RecordReader record, ImmutableArray<StoredEntry> rows, Func<StoredEntry, string?> unread) => new(
        ["entry", "made", "kind", "id", "who", "standing"],
        [.. rows.Select(e => (ImmutableArray<string>)
        [
            e.Index.ToString(CultureInfo.InvariantCulture), Texts.Of(e.Entry.Made), EntryKinds.NameOf(e.Entry.Kind), EntryJson.IdOf(record, e.Entry),
            RecordInput.SignedBy(record.Ledger, e.Index, e.Entry.Key),
            StandingWords.Of(record.Ledger, e.Index, e.Entry) + (unread(e) is { } why ? $"; set aside: {why}" : ""),
        ])]);
}
