using System.Collections.Immutable;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>Finds claims that may count the same events as another.</summary>
internal static class Overlaps
{
    /// <summary>Those of the claims, given by their places in order, that are not disjoint from all others of them.</summary>
    public static ImmutableArray<ReportId> Of(ClaimSeries series, List<int> claims)
    {
        var classes = claims.Select(i => series.Classes[i]).Distinct().ToArray();
        var slot = new Dictionary<int, int>();
        for (var c = 0; c < classes.Length; c++)
        {
            slot[classes[c]] = c;
        }

        var rivals = Array.ConvertAll(classes, c => Rivals(series, classes, c));
        var slots = claims.Select(i => slot[series.Classes[i]]).ToArray();
        var marked = new bool[claims.Count];
        Forward(series, claims, slots, rivals, marked);
        Backward(series, claims, slots, rivals, marked);
        MarkIncluded(series, claims, marked);
        return [.. claims.Where((_, k) => marked[k]).Select(i => series.Claims[i].Id).Order()];
    }

    private static int[] Rivals(ClaimSeries series, int[] classes, int of) =>
        [.. Enumerable.Range(0, classes.Length).Where(c => series.Table.Conflict(classes[c], of))];

    private static void Forward(ClaimSeries series, List<int> claims, int[] slots, int[][] rivals, bool[] marked)
    {
        var latest = new long[rivals.Length];
        Array.Fill(latest, long.MinValue);
        for (var k = 0; k < marked.Length; k++)
        {
            foreach (var r in rivals[slots[k]])
            {
                marked[k] |= latest[r] > series.Starts[claims[k]];
            }

            latest[slots[k]] = Math.Max(latest[slots[k]], series.Ends[claims[k]]);
        }
    }

    private static void Backward(ClaimSeries series, List<int> claims, int[] slots, int[][] rivals, bool[] marked)
    {
        var next = new long[rivals.Length];
        Array.Fill(next, long.MaxValue);
        for (var k = marked.Length - 1; k >= 0; k--)
        {
            foreach (var r in rivals[slots[k]])
            {
                marked[k] |= next[r] < series.Ends[claims[k]];
            }

            next[slots[k]] = series.Starts[claims[k]];
        }
    }

    private static void MarkIncluded(ClaimSeries series, List<int> claims, bool[] marked)
    {
        for (var k = 0; k < marked.Length && series.Ancestors.Count > 0; k++)
        {
            if (!series.Ancestors.TryGetValue(claims[k], out var outers))
            {
                continue;
            }

            foreach (var at in outers.Select(o => claims.BinarySearch(o)).Where(at => at >= 0))
            {
                marked[k] = true;
                marked[at] = true;
            }
        }
    }
}
