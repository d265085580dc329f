using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using Holdfire.Tallies;
using NodaTime.Text;

namespace Holdfire.Pages.Daily;

/// <summary>The table of events by area, alleged actor and kind.</summary>
internal static class DailyEvents
{
    // What fits on a page beside the rest; those with most events come first where there are more.
    private const int MostRows = 14;

    private static readonly LocalDatePattern DayOfMonth = LocalDatePattern.CreateWithInvariantCulture("d MMM");

    public static object?[] Draw(DailyAnswer a)
    {
        // A row without events on either day holds sums of the other day alone.
        var all = a.Events.Where(r => r is not { Now: { Events.Max: 0, Sums: 0 }, Then: { Events.Max: 0 } }).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var shown = all.Select((r, i) => (Row: r, Place: i)).OrderByDescending(r => Math.Max(r.Row.Now.Events.Max ?? 0, r.Row.Now.Sums)).ThenBy(r => r.Place)
            .Take(MostRows).OrderBy(r => r.Place).Select(r => r.Row).ToList();
        var rows = shown.Select(r => Row(r, r.AreaName ?? r.Area ?? "no one area", r.ActorName ?? r.Actor ?? "not named, or in dispute", r.ActName ?? r.Act!, ""));
        return
        [
            Html.El("h2", "Events by area, alleged actor and kind"),
            Html.Note("▲ more and ▼ fewer than on the day compared with are said only where they hold wherever in the bounds the numbers are; = is the same, ? is open."),
            Html.Table("events", ["Area", "Alleged actor", "Kind", "Events", Day(a.Against.Date), "Killed", "Injured", "Counted"],
                all.Count > 1 ? rows.Append(Row(a.Total, "All", "", "", "all")) : rows),
            all.Count > MostRows
                ? Html.Note($"{Show.Whole(all.Count - MostRows)} more rows with fewer events are in the sums of the last row; 'holdfire incidents counts' and --format json have each.") : null,
        ];
    }

    private static XElement Row(TallyRowAnswer r, string area, string actor, string act, string style)
    {
        var row = Html.El("tr",
            Html.El("td", area), Html.El("td", actor), Html.El("td", act), Html.El("td", Html.Class("number"), Html.El("strong", Bounds(r.Now.Events)), r.Now.Sums == 0 ? null : Sums(r.Now.Sums)),
            Html.El("td", Html.Class("number"), r.Then is { } then ? $"{Bounds(then.Events)} {Word(r.Change)}" : ""),
            Html.El("td", Harmed(r.Now, HarmKind.Killed)), Html.El("td", Harmed(r.Now, HarmKind.Injured)), Html.El("td", Counted(r.Now)));
        if (style.Length > 0)
        {
            row.Add(Html.Class(style));
        }

        return row;
    }

    private static string Day(string date) => $"On {DayOfMonth.Format(LocalDatePattern.Iso.Parse(date).Value)}";

    private static string Sums(int sums) => sums == 1 ? " + 1 sum" : $" + {Show.Whole(sums)} sums";

    private static string Word(SpanChange? change) => change switch
    {
        SpanChange.More => "▲",
        SpanChange.Fewer => "▼",
        SpanChange.Same => "=",
        SpanChange.CannotSay => "?",
        _ => "",
    };

    /// <summary>Bounds such as 3, 3–5 or 3+.</summary>
    public static string Bounds(CountBounds b) => Bounds(b.Min, b.Max);

    private static string Bounds(long min, long? max) => max is not { } most ? $"{Show.Whole(min)} or more" : most == min ? Show.Whole(min) : $"{Show.Whole(min)}–{Show.Whole(most)}";

    /// <summary>People harmed, by group.</summary>
    public static string Harmed(TallyAnswer t, HarmKind kind) => string.Join("; ", t.Harm.Where(h => h.Kind == kind).Select(h => $"{Bounds(h.Min, h.Max)} {Group(h.Of)}"));

    /// <summary>A number, with what one counts where that says more than "events".</summary>
    public static string Number(NumberAnswer n) =>
        $"{Bounds(n.Min, n.Max)} {(n.Measure == Measure.Occurred ? n.Unit.Value.Replace('_', ' ') : n.Unit == CountUnit.Item ? Show.Words(n.Measure) : $"{n.Unit.Value.Replace('_', ' ')} {Show.Words(n.Measure)}")}";

    public static string Group(HarmGroup group) => group switch
    {
        HarmGroup.Civilians => "civilians",
        HarmGroup.Military => "military",
        _ => "not said who",
    };

    private static string Counted(TallyAnswer t) => string.Join("; ", t.Numbers.Select(Number));
}
