using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>One act as one source, or all sources of a side, count it by one measure in one unit.</summary>
/// <param name="Side">The side that makes the claims; null for a source that speaks for none.</param>
/// <param name="Source">The source, or null for all of the side.</param>
/// <param name="Act">An act that no other act claimed by the same holds.</param>
/// <param name="Measure">The measure; others have lines of their own, since they are never added.</param>
/// <param name="Unit">The unit; likewise.</param>
/// <param name="Claims">How many claims use both.</param>
internal sealed record ClaimLine(PartyId? Side, SourceId? Source, ActCode Act, Measure Measure, CountUnit Unit, int Claims)
{
    /// <summary>All that a source claims: each claim that is no part of another is in one line.</summary>
    public static IEnumerable<ClaimLine> OfSource(Page page, Source source) =>
        Of(source.Party, source.Id, [.. page.Reports.Where(r => r.Source == source.Id && r.PartOf is null)]);

    /// <summary>The line with most claims, or parts of claims, that name nothing but regions with a known place.</summary>
    public static ClaimLine? MainOfSide(Page page, PartyId side)
    {
        var sources = page.Case.Sources.Where(s => s.Party == side).Select(s => s.Id).ToHashSet();
        return Of(side, null, [.. Placed(page).Where(r => sources.Contains(r.Source))])
            .OrderByDescending(l => l.Claims).ThenBy(l => l.Act).FirstOrDefault();
    }

    /// <summary>Claims, and parts of claims, that name nothing but regions with a known place.</summary>
    public static IEnumerable<Report> Placed(Page page) =>
        page.Reports.Where(r => r.Areas.Length > 0 && r.Areas.All(a => page.Case.Places.Find(a)?.Centre is not null));

    /// <summary>The civil days from the first to the last claim with a known time, or nothing.</summary>
    public static ImmutableArray<Interval> Days(Page page)
    {
        var extents = page.Reports.Where(r => r.PartOf is null).Select(r => r.Window.Extent)
            .Where(e => e.HasStart && e.HasEnd).ToList();
        if (extents.Count == 0)
        {
            return [];
        }
        var zone = Markup.Show.Zone(page.Case.Zone);
        var first = extents.Min(e => e.Start).InZone(zone).Date;
        var last = (extents.Max(e => e.End) - Duration.FromTicks(1)).InZone(zone).Date;
        return [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(d => Local.Days(first.PlusDays(d), first.PlusDays(d), zone))];
    }

    private static IEnumerable<ClaimLine> Of(PartyId? side, SourceId? source, ImmutableArray<Report> reports)
    {
        var acts = reports.Select(r => r.Act).Distinct().Order().ToList();
        foreach (var act in acts.Where(a => !acts.Any(b => b != a && b.Contains(a))))
        {
            var groups = reports.Where(r => act.Contains(r.Act)).GroupBy(r => (r.Measure, r.Unit));
            foreach (var main in groups.OrderByDescending(u => u.Count()).ThenBy(u => u.Key.Measure).ThenBy(u => u.Key.Unit))
            {
                yield return new ClaimLine(side, source, act, main.Key.Measure, main.Key.Unit, main.Count());
            }
        }
    }
}
