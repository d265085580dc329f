using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Queries;

/// <summary>What stands in the log: which entries, by whom, and what has become of each.</summary>
public static class RecordLogQuery
{
    // The most rows of a table, and of an answer that begins somewhere, unless --most says another number.
    private const int Usual = 50;

    private static readonly OptionInfo Kind = new("--kind", "KIND", "entries of one kind");
    private static readonly OptionInfo Submitter = new("--submitter", "NAME", "entries by one submitter");
    private static readonly OptionInfo From = new("--from", "N", "the first index");
    private static readonly OptionInfo Most = new("--most", "N", "the most entries to list; 50 in a table, all in JSON and CSV unless --from is given");

    /// <summary>The query.</summary>
    public static QueryInfo Info { get; } = new()
    {
        Name = "record log",
        Help = "List the entries of a record in their order: what, by whom, and what has become of each.",
        Examples = ["record log harvest --kind correction"],
        Options = [Kind, Submitter, From, Most],
        Run = QueryInfo.OfARecordAlone,
        RunOnRecord = (record, arguments) => Run(record, arguments),
    };

    private static QueryResult Run(RecordReader record, QueryArguments arguments)
    {
        var kind = KindOf(arguments);
        var submitter = arguments.Text(Submitter);
        var first = Math.Min(arguments.Number(From) ?? 0, int.MaxValue);
        var most = arguments.Number(Most) ?? (arguments.Has(From) ? Usual : null);
        var setAside = RecordViews.Load(record).SetAside
            .GroupBy(f => f.Where, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.First().What, StringComparer.Ordinal);
        var asked = record.Entries().Skip((int)first)
            .Where(e => !e.Entry.IsSealed && (kind is null || e.Entry.Kind == kind) && (submitter is null || e.Entry.Submitter == submitter));
        string? WhySetAside(StoredEntry stored) => setAside.GetValueOrDefault(RecordCase.NameOf(stored.Index));
        ImmutableArray<StoredEntry> rows = [.. Some(asked, (most ?? Usual) + 1)];
        var isCut = rows.Length > (most ?? Usual);
        rows = [.. Some(rows, most ?? Usual)];
        return new QueryResult(
            new RecordLogAnswer(record, (most is null ? asked : rows).Select(e => RecordEntryAnswer.About(record, e, WhySetAside(e)))),
            () => Table(record, rows, WhySetAside))
        {
            Notes = () => isCut ? [FormattableString.Invariant($"More follow: --from {(rows.IsEmpty ? first : rows[^1].Index + 1)}, or --most.")] : [],
        };
    }

    private static EntryKind? KindOf(QueryArguments arguments) => arguments.Text(Kind) is not { } name ? null
        : EntryKinds.Find(name) ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, arguments.NameOf(Kind), $"one of {string.Join(", ", EntryKinds.All.Select(EntryKinds.NameOf))}", $"'{name}'");

    private static IEnumerable<StoredEntry> Some(IEnumerable<StoredEntry> entries, long most) => entries.Take((int)Math.Min(most, int.MaxValue));

    private static AnswerTable Table(RecordReader record, ImmutableArray<StoredEntry> rows, Func<StoredEntry, string?> setAside) => new(
        ["entry", "made", "kind", "id", "who", "standing"],
        [.. rows.Select(e => (ImmutableArray<string>)
        [
            e.Index.ToString(CultureInfo.InvariantCulture), Texts.Of(e.Entry.Made), EntryKinds.NameOf(e.Entry.Kind), EntryWords.IdOf(record, e.Entry),
            EntryWords.SignedBy(record.Ledger, e.Index, e.Entry.Key),
            EntryWords.StandingOf(record.Ledger, e.Index, e.Entry) + (setAside(e) is { } why ? $"; set aside: {why}" : ""),
        ])]);
}
