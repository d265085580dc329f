using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>Finds claims that may count the same events as another.</summary>
internal static class Overlaps
{
    // Pairs of a part with a time of its own and another claim, in one window.
    private const long MostPairs = 20_000_000;

    /// <summary>Those of the claims, given by their places in order, that are not disjoint from all others of them.</summary>
    public static ImmutableArray<ReportId> Of(ClaimSeries series, List<int> claims)
    {
        if (claims.Count < 2)
        {
            return [];
        }

        var marked = series.HasSplits ? MarkedWithSplits(series, claims) : Marked(series, claims);
        MarkIncluded(series, claims, marked);
        return Ordered(series, claims, marked);
    }

    private static bool[] Marked(ClaimSeries series, List<int> claims)
    {
        var (kinds, slots) = Slots(series, claims);
        var rivals = Array.ConvertAll(kinds, k => Rivals(series, kinds, k));
        var marked = new bool[claims.Count];
        Forward(series, claims, slots, rivals, marked);
        Backward(series, claims, slots, rivals, marked);
        return marked;
    }

    // Claims that were split have rivals of their own, and are few: each is held against all others.
    private static bool[] MarkedWithSplits(ClaimSeries series, List<int> claims)
    {
        var plain = claims.FindAll(c => series.SplitOf(c) < 0);
        if ((long)(claims.Count - plain.Count) * claims.Count > MostPairs)
        {
            throw new TooLargeException(FormattableString.Invariant(
                $"cannot say: {claims.Count - plain.Count} parts with times of their own are too many to hold against {claims.Count} claims; ask for fewer at once"));
        }

        var ofPlain = Marked(series, plain);
        var marked = new bool[claims.Count];
        for (int k = 0, p = 0; k < marked.Length; k++)
        {
            marked[k] |= series.SplitOf(claims[k]) < 0 && ofPlain[p++];
            for (var other = 0; other < marked.Length && series.SplitOf(claims[k]) >= 0; other++)
            {
                if (other != k && FrontierSum.Rivals(series, claims[k], claims[other]))
                {
                    marked[k] = marked[other] = true;
                }
            }
        }

        return marked;
    }

    private static (int[] Kinds, int[] Slots) Slots(ClaimSeries series, List<int> claims)
    {
        var places = new int[series.Table.Kinds.Count];
        var kinds = new List<int>();
        var slots = new int[claims.Count];
        for (var k = 0; k < slots.Length; k++)
        {
            var kind = series.Kinds[claims[k]];
            if (places[kind] == 0)
            {
                kinds.Add(kind);
                places[kind] = kinds.Count;
            }

            slots[k] = places[kind] - 1;
        }

        return ([.. kinds], slots);
    }

    private static int[] Rivals(ClaimSeries series, int[] kinds, int of)
    {
        var found = new List<int>();
        for (var k = 0; k < kinds.Length; k++)
        {
            if (series.Conflict(kinds[k], of))
            {
                found.Add(k);
            }
        }

        return [.. found];
    }

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

            foreach (var outer in outers)
            {
                if (claims.BinarySearch(outer) is >= 0 and var at)
                {
                    marked[k] = true;
                    marked[at] = true;
                }
            }
        }
    }

    private static ImmutableArray<ReportId> Ordered(ClaimSeries series, List<int> claims, bool[] marked)
    {
        var found = ImmutableArray.CreateBuilder<ReportId>();
        for (var k = 0; k < marked.Length; k++)
        {
            if (marked[k])
            {
                found.Add(series.Claims[claims[k]].Id);
            }
        }

        found.Sort();
        return found.DrainToImmutable();
    }
}
