using System.CommandLine;
using System.Text.Json;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record show DIR ENTRY</c>.</summary>
internal static class ShowCommand
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var entry = new Argument<string>("ENTRY") { Description = "the index of an entry, or the id of an item, also of one that was withdrawn" };
        var withProtected = new Option<bool>("--with-protected") { Description = "show a protected content that lies in DIR.private" };
        var format = Options.Format();
        var command = new Command(
            "show",
            "Show an entry with all that came before and after it about the same item.\n\nExample: holdfire record show harvest R17")
        {
            folder, entry, withProtected, format,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(folder);
            var record = RecordInput.Open(path);
            return Run(result.Terminal, path, record, RecordInput.IndexEver(record, result.GetRequiredValue(entry)), result.GetValue(withProtected), result.GetValue(format));
        });
        return command;
    }

    private static int Run(Terminal terminal, string folder, RecordReader record, long index, bool withProtected, OutputFormat format)
    {
        var history = History(record, index).Select(record.Entry).ToArray();
        var contents = new ContentFolder(folder);
        if (format != OutputFormat.Table)
        {
            Answer.Print(
                terminal, format, new { schema = "holdfire/record-entry/1", origin = record.Origin, index, history = history.Select(h => EntryJson.Of(record, h)) },
                () => throw new InputException("--format: expected table or json; an entry is no table"));
            return ExitCodes.Done;
        }

        foreach (var stored in history)
        {
            Print(terminal, record, stored, contents, withProtected);
        }

        return ExitCodes.Done;
    }

    /// <summary>The entries about the same item in the order of the log, with those that withdrew, erased or set aside one of them.</summary>
    private static IEnumerable<long> History(RecordReader record, long index)
    {
        var ledger = record.Ledger;
        var versions = ledger.Versions(index);
        return versions
            .Concat(versions.SelectMany(v => (long[])[ledger[v].Standing is Standing.Withdrawn or Standing.SetAside ? ledger[v].ChangedBy : -1, ledger[v].ErasedBy]))
            .Where(i => i >= 0).Distinct().Order();
    }

    private static void Print(Terminal terminal, RecordReader record, StoredEntry stored, ContentFolder contents, bool withProtected)
    {
        var (ledger, entry) = (record.Ledger, stored.Entry);
        terminal.Out.WriteLine(FormattableString.Invariant($"entry {stored.Index}: {EntryKinds.NameOf(entry.Kind)} {VisibleText.Line(entry.Item.Id)}").TrimEnd());
        terminal.Out.WriteLine($"  {VisibleText.Line(RecordInput.SignedBy(ledger, stored.Index, entry.Key))}; by the submitter's clock {Texts.Of(entry.Made)}");
        terminal.Out.WriteLine($"  {StandingWords.Of(ledger, stored.Index, entry)}");
        terminal.Out.WriteLine($"  leaf hash {Convert.ToHexStringLower(stored.Leaf.ToArray())}");
        terminal.Out.WriteLine($"  key {entry.Key}, {(entry.IsProtected ? "commitment" : "content hash")} {entry.ContentHash}");
        var content = record.ContentOf(stored, contents, withProtected);
        terminal.Out.WriteLine(content is { } shown
            ? JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(shown.Span), Indented)
            : record.IsErased(stored.Index, entry) ? "  (the content is erased)" : "  (the content is protected and not shown)");
    }
}
