using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using Holdfire.Tallies;
using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Daily;

/// <summary>The parts of a daily report beside its table. Long lists end with how many more there are.</summary>
internal static class DailyParts
{
    private const int MostListed = 5;

    private static readonly LocalDateTimePattern DayAndTime = LocalDateTimePattern.CreateWithInvariantCulture("d MMM HH:mm");

    public static string Name(DailyAnswer a) => $"Daily report, {PlainTime.Of(LocalDatePattern.Iso.Parse(a.Date).Value)}";

    public static string Span(DailyAnswer a) =>
        $"From {At(a.Span.From, a)} to {At(a.Span.To, a)}, compared with {a.Against.Date}. Times are those of {a.Zone}.";

    public static object?[] Truces(DailyAnswer a) => a.Truces.IsEmpty ? [Html.P(Html.El("strong", "No truce was in force."))] :
    [
        Html.El("h2", a.Truces.Length == 1 ? "Truce in force" : "Truces in force"),
        a.Truces.Select(t => Html.P(Html.El("strong", $"{t.Truce} {t.Name}"), $" ({string.Join(", ", t.Bound)}). {t.Told}")),
    ];

    public static object?[] Sums(DailyAnswer a) => List("Claims that sum events", a.Sums.Concat(a.Stated),
        s => $"{s.Id}, {string.Join(", ", s.Sources)}: {string.Join("; ", s.Numbers.Select(DailyEvents.Number).Concat(s.Harm.Select(h => $"{DailyEvents.Bounds(new CountBounds(h.Min, h.Max))} {DailyEvents.Group(h.Of)} {Show.Words(h.Kind)}")))}, {At(s.From, a)} to {At(s.To, a)}");

    public static object?[] News(DailyAnswer a) =>
    [
        Html.El("h2", "Since the last daily report"),
        Html.P($"New reports: {Show.Whole(a.News.New)}{(a.News.AboutEarlierDays > 0 ? $", of which {Show.Whole(a.News.AboutEarlierDays)} about earlier days" : "")}. Changed: {Show.Whole(a.News.Changed)}. Withdrawn: {Show.Whole(a.News.Withdrawn)}."),
        Items(a.News.Items.Where(n => n.Kind != NewsKind.New), n => n.Kind == NewsKind.Withdrawn ? $"{n.Report} ({n.Source}): withdrawn"
            : $"{n.Report} ({n.Source}): {n.By ?? "another report"} in its place{(n.Is is { } now && now != n.Was ? $", {DailyEvents.Number(n.Was)}, now {DailyEvents.Number(now)}" : "")}"),
    ];

    public static object?[] Open(DailyAnswer a) =>
    [
        Html.El("h2", "To be verified"),
        Html.P($"Alleged under a truce in force, not yet corroborated or verified: {Show.Whole(a.Open.OfDay)} of the day, {Show.Whole(a.Open.OfEarlierDays)} of earlier days."),
        Items(a.Open.Items, o => $"{o.Id}: {o.Act}{(o.Areas.IsEmpty ? "" : $" in {string.Join(" or ", o.Areas)}")}, said by {string.Join(", ", o.Sources)}{(o.Standard == Findings.StandardOfProof.Disputed ? "; disputed" : "")}; {QueueWords.Of(o, Show.Zone(a.Zone))}"),
    ];

    public static object?[] Watch(DailyAnswer a) =>
    [
        Html.El("h2", "Who was watching"),
        a.Watch.Sources.IsEmpty ? Html.P("Nobody is known to have been watching.") : null,
        Items(a.Watch.Sources.OrderByDescending(s => s.Watched), s => $"{s.Name}: {Show.Number(s.Watched)} of {Show.Number(a.Watch.Hours)} h{(s.NotWatched > 0 ? $", {Show.Number(s.NotWatched)} h not" : "")}"),
        List("Restrictions of movement and outages", a.Watch.Restrictions, r =>
            $"{r.Source}: {(r.Kind is { } kind ? Show.Words(kind) : "not watching")} in {string.Join(", ", r.Areas)}, {At(r.From, a)} to {At(r.To, a)}{(r.By is { } by ? $", by {by}" : "")}. {r.Basis}"),
        a.Watch.Restrictions.IsEmpty ? Html.P("No restriction or outage is on record.") : null,
    ];

    public static object?[] Due(DailyAnswer a) =>
    [
        Html.El("h2", "Due within 7 days, and overdue"),
        a.Obligations.IsEmpty && a.Requests.IsEmpty ? Html.P("No obligation or request on record.") : null,
        Items(a.Obligations, o => $"{o.Truce} {o.Id}, {o.Party}: {o.Text}. {Upper(Show.Words(o.State))}, due {At(o.Due, a)}"),
        Items(a.Requests, r => $"{r.Entry}: {r.What}. {(r.IsPassed ? "Passed, no answer on record" : "Open")}, by {At(r.By, a)}"),
    ];

    public static object?[] Queries(DailyAnswer a) => List("Queries to parties without a reply", a.Queries,
        q => $"{q.Id} to {q.Party}, sent {At(q.Sent, a)}: {q.Text} {PartyQueryWords.State(q)}");

    /// <summary>From where the case was seen, in a line: the same coordinates give the same page.</summary>
    public static string Coordinates(DailyAnswer a) =>
        $"Holdfire. Case {a.Case}{(a.Invented ? " (INVENTED)" : "")}. Known by: {(a.Coordinates?.KnownBy is { } by ? Texts.Of(by) : "everything published")}. "
        + $"Recorded at: {(a.Coordinates?.RecordedAt is { } size ? $"size {Show.Whole(size)}" : "a case folder, which has no size")}. Audience: {a.Coordinates!.Audience}. "
        + $"Rules {a.Rules}, parameters {a.Parameters}. The same coordinates give the same page.";

    private static object?[] List<T>(string title, IEnumerable<T> items, Func<T, string> line) => items.Any() ? [Html.El("h2", title), Items(items, line)] : [];

    private static XElement? Items<T>(IEnumerable<T> items, Func<T, string> line)
    {
        ImmutableArray<T> all = [.. items];
        return all.IsEmpty ? null
            : Html.List([.. all.Take(MostListed).Select(line), .. all.Length > MostListed ? [$"and {Show.Whole(all.Length - MostListed)} more"] : ImmutableArray<string>.Empty]);
    }

    private static string At(Instant? at, DailyAnswer a) => at is not { } t ? "a time not known" : DayAndTime.Format(t.InZone(Show.Zone(a.Zone)).LocalDateTime);

    private static string Upper(string text) => string.Concat(char.ToUpperInvariant(text[0]), text[1..]);
}
