using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using Holdfire.Queries;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>What is reported per day around a truce: events by alleged actor, and what each side counts; the truce is shaded.</summary>
public static class TruceCharts
{
    private const int MostDays = 400;
    private const int MostLinesPerSide = 2;

    /// <summary>
    /// The time that is drawn: the truce, and as long before and after it, from 3 to 30 days, as far as there are reports; null where it is too long to draw or
    /// has no start.
    /// </summary>
    /// <param name="truce">The truce.</param>
    /// <param name="case">The case, whose last report ends what has no end.</param>
    public static Interval? TimeOf(Truce truce, Case @case)
    {
        var spans = truce.InForce.IsEmpty ? [truce.Intended] : Intervals.Union(truce.InForce.Select(f => f.When)).ToList();
        if (!spans[0].HasStart)
        {
            return null;
        }

        var start = spans[0].Start;
        var (first, last) = (
            @case.Reports.Select(r => r.Window.Extent).Where(e => e.HasStart).Select(e => e.Start).DefaultIfEmpty(start).Min() - Duration.FromDays(1),
            @case.Reports.Select(r => r.Window.Extent).Where(e => e.HasEnd).Select(e => e.End).DefaultIfEmpty(start).Max() + Duration.FromDays(1));
        var end = spans[^1].HasEnd ? spans[^1].End : Instant.Max(start, last);
        var pad = Duration.FromDays(Math.Clamp((int)(end - start).TotalDays, 3, 30));
        var (from, to) = (Instant.Min(start, Instant.Max(start - pad, first)), Instant.Max(end, Instant.Min(end + pad, last)));
        return (to - from).TotalDays > MostDays || from == to ? null : new Interval(from, to);
    }

    /// <summary>The charts.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="page">What the charts of claims draw on.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="incidents">The events of the time that is drawn; null where it is too long.</param>
    internal static XElement Draw(SiteFrame frame, Page page, Truce truce, IncidentsAnswer? incidents)
    {
        if (incidents is null || TimeOf(truce, frame.View.Known) is not { } over)
        {
            return Html.Section("days", frame.Text("days.title"), Html.Note(frame.Text("days.too-long")));
        }

        var claims = Claims(page, truce, over).ToList();
        return Html.Section("days", frame.Text("days.title"),
            Patterns.Draw(),
            Html.Note(frame.Say("words.zone", ("zone", page.Case.Zone))),
            Html.El("h3", frame.Text("days.events")),
            Events(frame, page, truce, over, incidents),
            claims.Count == 0 ? null : new object[]
            {
                Html.El("h3", frame.Text("days.claims")),
                frame.English(Legend.Draw(truces: true)),
                frame.English(Html.El("div", Html.Class("multiples"), claims)),
            });
    }

    private static object[] Events(SiteFrame frame, Page page, Truce truce, Interval over, IncidentsAnswer answer)
    {
        var asked = answer.Incidents.Where(i => !i.Aggregate && truce.Prohibitions.Any(p => p.Act.Contains(new ActCode(i.Act)))).ToList();
        var sides = asked.GroupBy(i => i.Actors is [var only] ? only : "").OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Actor: g.Key, Spans: g.Select(i => new Interval(i.From, i.To)).ToList())).ToList();
        var sums = answer.Incidents.Count(i => i.Aggregate);
        var top = sides.Select(s => DayBars.Most(s.Spans, page.Case.Zone, over)).DefaultIfEmpty(0).Max();
        return
        [
            sides.Count == 0 ? Html.Note(frame.Text("days.no-events")) : sides.Select(s =>
            {
                var name = s.Actor.Length > 0 ? CaseWords.Party(frame, s.Actor) : frame.Text("breaches.nobody");
                return Html.El("figure", Html.El("h4", frame.Say("days.by", ("actor", name))),
                    DayBars.Draw(s.Spans, [truce], page.Case.Zone, over, s.Actor.Length > 0 ? page.SideClass(new PartyId(s.Actor)) : "side-x", frame.Text("days.by", ("actor", name)), top));
            }),
            Html.Note(frame.Text("days.key"), sums > 0 ? $" {frame.Text("days.sums", ("count", Show.Whole(sums)))}" : ""),
        ];
    }

    // Of each side what it counts most often of what the truce forbids.
    private static IEnumerable<XElement> Claims(Page page, Truce truce, Interval over)
    {
        var zone = Show.Zone(page.Case.Zone);
        var (first, last) = (over.Start.InZone(zone).Date, (over.End - Duration.Epsilon).InZone(zone).Date);
        ImmutableArray<Interval> days = [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(d => Local.Days(first.PlusDays(d), first.PlusDays(d), zone))];
        return page.Parties.SelectMany(party => page.Case.Sources.Where(s => s.Party == party.Id).SelectMany(s => ClaimLine.OfSource(page, s))
            .Where(l => truce.Prohibitions.Any(p => p.Act.Contains(l.Act) || l.Act.Contains(p.Act)))
            .Where(l => page.Reports.Any(r => r.Source == l.Source && l.Act.Contains(r.Act) && r.Measure == l.Measure && r.Unit == l.Unit && Intervals.Overlap(r.Window.Extent, over)))
            .OrderByDescending(l => l.Claims).ThenBy(l => l.Act).Take(MostLinesPerSide).Select(l => ClaimsSection.Chart(page, l, days)));
    }
}
