using System.Collections.Frozen;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>What the reports of one side come to over a claim's act, measure, unit, areas and a window.</summary>
/// <param name="Range">The bounds.</param>
/// <param name="Evidence">The ids of the reports that touch the window, in ordinal order.</param>
internal sealed record OwnBounds(CountRange Range, IReadOnlyList<string> Evidence)
{
    public static OwnBounds Of(Claim claim, PartyId? party, IReadOnlyList<Source> side, Interval window)
    {
        // A part with a time of its own counts in that, and its whole for the rest.
        var possible = new PartTimes(claim.Index.Case with { Reports = [.. claim.Index.CountableOf(side, window)] }, side.Select(s => s.Id).ToFrozenSet()).Reports
            .Where(r => r.Measure == claim.Quantity.Measure && r.Unit == claim.Quantity.Unit && claim.MayBeAbout(r)).ToList();
        var sure = possible.Where(claim.IsSurelyAbout).ToList();
        var touching = possible.Where(r => r.PartOf is null && r.Window.Touches(window) && MayBeThere(claim, r)).ToList();
        var evidence = touching.Select(r => r.Id.Value).Order(StringComparer.Ordinal).ToList();
        if (party is { } p && claim.Quantity.Unit == CountUnit.Item)
        {
            var min = Row(claim, p, sure, window).Min;
            var max = Row(claim, p, possible, window).Max;
            return new OwnBounds(new CountRange(Math.Min(min, max ?? long.MaxValue), max), evidence);
        }

        var least = DisjointSum(sure.Where(r => r.PartOf is null && r.Window.IsInside(window)));
        var most = touching.Aggregate((long?)0, (sum, r) => sum + r.Count.Max);
        return new OwnBounds(new CountRange(Math.Min(least, most ?? long.MaxValue), most), evidence);
    }

    private static CountRow Row(Claim claim, PartyId party, IEnumerable<Report> reports, Interval window) =>
        Counter.Count(
            CaseView.Of(claim.Index.Case with { Reports = [.. reports], Statements = [] }),
            new CountQuery(
                party, null, claim.Region, claim.Quantity.Act, claim.Quantity.Measure, [window]))[0];

    private static bool MayBeThere(Claim claim, Report report) =>
        report.Areas.IsEmpty || claim.Quantity.Areas.IsEmpty ||
        report.Areas.Any(a => claim.Quantity.Areas.Any(b =>
            claim.Index.Case.Places.Contains(a, b) || claim.Index.Case.Places.Contains(b, a)));

    // Claims of one source that share no instant count different events, so any such set is a lower bound.
    private static long DisjointSum(IEnumerable<Report> reports) =>
        reports.GroupBy(r => r.Source).Select(bySource =>
        {
            var ordered = bySource.OrderBy(r => Intervals.EndOf(r.Window.Extent)).ThenBy(r => r.Id).ToList();
            var (sum, until) = (0L, Instant.MinValue);
            foreach (var r in ordered.Where(r => r.Window.Extent.HasStart))
            {
                if (r.Window.Extent.Start >= until)
                {
                    (sum, until) = (sum + r.Count.Min, Intervals.EndOf(r.Window.Extent));
                }
            }

            return Math.Max(sum, ordered.Max(r => r.Count.Min));
        }).DefaultIfEmpty(0).Max();
}
