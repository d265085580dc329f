using NodaTime;

namespace Holdfire.Answers;

/// <summary>How much is certain where things told of times that do not meet are different things, and others may be the same.</summary>
internal static class ApartInTime
{
    /// <summary>
    /// The greatest sum of numbers of which no two times overlap (weighted interval scheduling, Kleinberg and Tardos 2006, section 6.1);
    /// 0 for none. A time without a start or an end overlaps all on that side.
    /// </summary>
    public static long Greatest(IEnumerable<(Interval When, long Least)> told)
    {
        var sorted = told.Select(t => (Start: t.When.HasStart ? t.When.Start : Instant.MinValue, End: t.When.HasEnd ? t.When.End : Instant.MaxValue, t.Least)).OrderBy(t => t.End).ToArray();
        Instant[] ends = [.. sorted.Select(t => t.End)];
        var best = new long[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            best[i + 1] = Math.Max(best[i], best[EndedBy(ends, i, sorted[i].Start)] + sorted[i].Least);
        }

        return best[^1];
    }

    // How many of the first ones end at or before an instant.
    private static int EndedBy(Instant[] ends, int among, Instant start)
    {
        var (low, high) = (0, among);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
