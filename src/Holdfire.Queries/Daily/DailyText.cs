using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Tallies;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A daily report for a terminal.</summary>
internal static class DailyText
{
    private const int MostListed = 12;

    /// <summary>What stands above the table.</summary>
    public static IEnumerable<string> Lead(DailyAnswer a)
    {
        var zone = DateTimeZoneProviders.Tzdb[a.Zone];
        yield return $"{a.Title}: daily report of {a.Date}, {At(a.Span.From, zone)} to {At(a.Span.To, zone)} ({a.Zone}), against {a.Against.Date}.";
        yield return a.InShort;
        foreach (var truce in a.Truces)
        {
            yield return $"In force, {truce.Truce} {truce.Name} ({string.Join(", ", truce.Bound)}): {truce.Told}";
        }

        if (a.Truces.IsEmpty)
        {
            yield return "No truce was in force.";
        }
    }

    /// <summary>Events by area, alleged actor and act.</summary>
    public static AnswerTable Table(DailyAnswer a)
    {
        var table = TallyTable.Of(a.Events.Length > 1 ? a.Events.Append(a.Total) : a.Events);
        return (a.Events.Length > 1 ? table with { Rows = table.Rows.SetItem(a.Events.Length, ["all", "", "", .. table.Rows[^1].Skip(3)]) } : table).WithoutEmptyColumns();
    }

    /// <summary>What stands under the table.</summary>
    public static IEnumerable<string> Notes(DailyAnswer a)
    {
        var zone = DateTimeZoneProviders.Tzdb[a.Zone];
        return
        [
            .. Listed("Sums", a.Sums.Select(s => $"{s.Id}, {string.Join(", ", s.Sources)}: {s.Act}, {Sum(s)}")),
            .. Listed("Numbers in statements", a.Stated.Select(s => $"{s.Id}, {string.Join(", ", s.Sources)}: {s.Act}, {Sum(s)}, {At(s.From, zone)} to {At(s.To, zone)}")),
            $"Since the last daily report: {Number(a.News.New, "new report")}{(a.News.AboutEarlierDays > 0 ? $", of which {Number(a.News.AboutEarlierDays)} about earlier days" : "")}; {Number(a.News.Changed)} changed; {Number(a.News.Withdrawn)} withdrawn.",
            .. Listed("Changed and withdrawn", a.News.Items.Where(n => n.Kind != NewsKind.New).Select(News)),
            .. Listed("Watching", a.Watch.Sources.Select(s => $"{s.Name}: {Texts.Hours(s.Watched)} h watched, {Texts.Hours(s.NotWatched)} h not, {Texts.Hours(s.Unknown)} h not known")),
            .. Listed("Restrictions and outages", a.Watch.Restrictions.Select(r =>
                $"{r.Source}: {(r.Kind is { } kind ? Texts.Words(kind) : "not watching")} in {string.Join(", ", r.Areas)}, {At(r.From, zone)} to {At(r.To, zone)}{(r.By is { } by ? $", by {by}" : "")} ({r.Basis})")),
            $"To be verified: {Number(a.Open.OfDay)} of the day, {Number(a.Open.OfEarlierDays)} of earlier days.",
            .. Listed("Of the day", a.Open.Items.Select(o =>
                $"{o.Id} ({Texts.Words(o.Standard)}): {o.Act}{(o.Areas.IsEmpty ? "" : $" in {string.Join(" or ", o.Areas)}")}, said by {string.Join(", ", o.Sources)}; {QueueWords.Of(o, zone)}")),
            .. a.Obligations.IsEmpty ? ["Obligations overdue or due within 7 days: none on record."] : Listed("Obligations", a.Obligations.Select(o =>
                $"{o.Truce} {o.Id}, {o.Party}, {o.Text}: {Texts.Words(o.State)}, due {At(o.Due, zone)}")),
            .. Listed("Requests", a.Requests.Select(r => $"{r.Entry}, {r.What}, by {At(r.By, zone)}{(r.IsPassed ? ": passed, no answer on record" : "")}")),
            .. Listed("Queries to parties without a reply", a.Queries.Select(q => $"{q.Id}, to {q.Party}, sent {At(q.Sent, zone)}: {q.Text} {PartyQueryWords.State(q)}")),
            .. a.TooMany.Select(t => $"Not in this answer: {t.Says}."),
            "Claims, not facts. Events are what reports say; bounds are over what may lie in the day or outside.",
            $"Coordinates: known by {(a.Coordinates?.KnownBy is { } by ? Texts.Of(by) : "everything published")}, recorded at "
                + $"{(a.Coordinates?.RecordedAt is { } size ? size.ToString(CultureInfo.InvariantCulture) : "no size, from a case folder")}, audience {a.Coordinates!.Audience}. Rules {a.Rules}, parameters {a.Parameters}.",
        ];
    }

    private static IEnumerable<string> Listed(string title, IEnumerable<string> items)
    {
        ImmutableArray<string> all = [.. items];
        return all.IsEmpty ? [] : all.Length == 1 ? [$"{title}: {all[0]}"]
            : [$"{title}:", .. all.Take(MostListed).Select(i => $"  {i}"), .. all.Length > MostListed ? [FormattableString.Invariant($"  and {all.Length - MostListed} more; --format json has all")] : ImmutableArray<string>.Empty];
    }

    private static string News(DailyNewsItemAnswer n) => n.Kind == NewsKind.Withdrawn ? $"{n.Report}, {n.Source}: withdrawn, {Counted(n.Was)} {n.Act}"
        : $"{n.Report}, {n.Source}: now {n.By ?? "a report not on record"}, {n.Act} {Counted(n.Was)}{(n.Is is { } now ? $", now {Counted(now)}" : "")}";

    private static string Counted(NumberAnswer number) => Texts.Bounds(number.Min, number.Max);

    private static string Sum(DailySumAnswer s) => string.Join(", ", s.Numbers.Select(n => $"{Texts.Bounds(n.Min, n.Max)} {n.Unit.Value}").Concat(s.Harm.Select(HarmAnswer.Words)));

    private static string At(Instant? at, DateTimeZone zone) => at is { } t ? Texts.At(t, zone) : "a time not known";

    private static string Number(int count, string? thing = null) =>
        thing is null ? count.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{count} {thing}{(count == 1 ? "" : "s")}");
}
