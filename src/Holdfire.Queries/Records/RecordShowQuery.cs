using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Queries;

/// <summary>One entry, with all that came before and after it about the same item.</summary>
public static class RecordShowQuery
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly OptionInfo Entry = new("ENTRY", "", "the index of an entry, or the id of an item, also of one that was withdrawn")
    {
        Kind = OptionKind.Position,
    };

    private static readonly OptionInfo WithProtected = OptionInfo.Flag("--with-protected", "show a protected content that lies in DIR.private") with
    {
        IsForOwner = true,
    };

    /// <summary>The query.</summary>
    public static QueryInfo Info { get; } = new()
    {
        Name = "record show",
        Help = "Show an entry with all that came before and after it about the same item.",
        Examples = ["record show harvest R17"],
        Options = [Entry, WithProtected],
        Run = QueryInfo.OfARecordAlone,
        RunOnRecord = Run,
    };

    private static QueryResult Run(RecordReader record, QueryArguments arguments)
    {
        var index = IndexOf(record, arguments.Required(Entry));
        StoredEntry[] history = [.. History(record.Ledger, index).Select(record.Entry)];
        return new QueryResult(
            new RecordShowAnswer(record.Origin, index, [.. history.Select(h => RecordEntryAnswer.About(record, h))]), () => new AnswerTable([], []))
        {
            InPlaceOfTable = () => Words(record, history, arguments.Has(WithProtected)),
        };
    }

    // The index of an entry that is given as one, or by the id of an item; where no item of that id stands, of the last entry that held one.
    private static long IndexOf(RecordReader record, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            // What is sealed and what is not there are refused alike.
            return number < record.Ledger.Count && record.Ledger[number].Kind != EntryKind.Sealed ? number
                : throw Wrong(FormattableString.Invariant($"an index under {record.Ledger.Count}, of an entry that may be seen"), FormattableString.Invariant($"{number}"));
        }

        var found = record.Ledger.FindCurrent(text) is { IsEmpty: false } current ? current : record.Ledger.FindEver(text);
        return found switch
        {
            [var only] => only,
            [] => throw Wrong("an index or the id of an item of the record", $"'{text}'"),
            _ => throw Wrong(
                $"an id of one item: say which, {string.Join(" or ", found.Select(i => i.ToString(CultureInfo.InvariantCulture)))}", $"'{text}', the id of several items"),
        };
    }

    private static QueryException Wrong(string expected, string found) => new(QueryErrorCodes.UnknownValue, Entry.Name, expected, found);

    // The entries about the same item in the order of the log, with those that withdrew, erased or set aside one of them.
    private static IEnumerable<long> History(Ledger ledger, long index)
    {
        var versions = ledger.Versions(index);
        return versions
            .Concat(versions.SelectMany(v => (long[])[ledger[v].Standing is Standing.Withdrawn or Standing.SetAside ? ledger[v].ChangedBy : -1, ledger[v].ErasedBy]))
            .Where(i => i >= 0).Distinct().Order();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("⏎");

    private static string Words(RecordReader record, StoredEntry[] history, bool withProtected)
    {
        var (text, contents) = (new StringBuilder(), new ContentFolder(record.Log.Folder));
        foreach (var stored in history)
        {
            var (ledger, entry) = (record.Ledger, stored.Entry);
            var content = record.ContentOf(stored, contents, withProtected);
            text.AppendJoin('\n',
            [
                FormattableString.Invariant($"entry {stored.Index}: {EntryKinds.NameOf(entry.Kind)} {OneLine(entry.Item.Id)}").TrimEnd(),
                $"  {OneLine(EntryWords.SignedBy(ledger, stored.Index, entry.Key))}; by the submitter's clock {Texts.Of(entry.Made)}",
                $"  {EntryWords.StandingOf(ledger, stored.Index, entry)}",
                $"  leaf hash {Convert.ToHexStringLower(stored.Leaf.ToArray())}",
                $"  key {entry.Key}, {(entry.IsProtected ? "commitment" : "content hash")} {entry.ContentHash}",
                content is { } shown ? JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(shown.Span), Indented)
                    : record.IsErased(stored.Index, entry) ? "  (the content is erased)" : "  (the content is protected and not shown)",
                "",
            ]);
        }

        return text.ToString().TrimEnd('\n');
    }
}
