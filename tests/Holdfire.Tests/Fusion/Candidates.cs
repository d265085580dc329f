using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Tests.Build;

namespace Holdfire.Tests.Fusion;

/// <summary>The candidate pairs that the cells find, and those that all pairs hold.</summary>
internal static class Candidates
{
    public static (string[] Found, string[] All) FoundAndAll(Report[] reports, FusionParameters? set = null)
    {
        var parameters = set ?? Theatre.Quiet;
        var acts = new ActTable(parameters, reports.Select(r => r.Act));
        var scorer = new Scorer(parameters, acts);
        var rows = FusionRows.Of(reports, new RowBuilder(parameters, CaseBuilder.Places, Theatre.Sources, acts));
        int[] members = [.. Enumerable.Range(0, rows.Count)];
        var index = new CellIndex(scorer, rows, members);
        var found = new List<Edge>();
        for (var place = 0; place < index.Order.Length; place++)
        {
            index.PairsOf(place, found);
        }

        var all = members.SelectMany(a => members.Where(b => b > a).Select(b => (a, b)))
            .Where(p => rows.Values[p.a].IsComparable && rows.Values[p.b].IsComparable && scorer.CanBeOne(rows.Values[p.a], rows.Values[p.b]))
            .Select(p => new Edge(p.a, p.b, scorer.PairBits(rows, p.a, p.b))).Where(e => e.Bits >= parameters.ThresholdBits);
        return (Texts(found), Texts(all));
    }

    /// <summary>The report with its place as far from another point as it was from the theatre's.</summary>
    public static Report Moved(Report report, double latitude, double longitude)
    {
        var at = report.Point!.Value.Centre;
        var lon = longitude + ((at.Longitude - 37) * 4);
        return report with
        {
            Point = new GeoCircle(
                new GeoPoint(Math.Clamp(latitude + (at.Latitude - 48), -90, 90), lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon),
                report.Point.Value.RadiusKm),
        };
    }

    private static string[] Texts(IEnumerable<Edge> edges) =>
        [.. edges.OrderBy(e => e.A).ThenBy(e => e.B).Select(e => FormattableString.Invariant($"{e.A} {e.B} {e.Bits:R}"))];
}
