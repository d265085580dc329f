using Holdfire.Reports;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The claims of one source for one query, sorted by start, so that a window finds its own without reading all.</summary>
internal sealed class ClaimList
{
    private readonly Claim[] sorted;
    private readonly Instant[] latestEnd;

    public ClaimList(IEnumerable<Claim> claims)
    {
        sorted = [.. claims.OrderBy(c => c.Start).ThenBy(c => c.Report.Id)];
        latestEnd = new Instant[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            latestEnd[i] = i == 0 ? sorted[i].End : Instant.Max(latestEnd[i - 1], sorted[i].End);
        }
    }

    /// <summary>The claims that touch the window, by start.</summary>
    public List<Claim> Touching(Interval window)
    {
        var touching = new List<Claim>();
        for (var i = FirstEndingAfter(window.Start); i < sorted.Length && sorted[i].Start < window.End; i++)
        {
            if (sorted[i].End > window.Start)
            {
                touching.Add(sorted[i]);
            }
        }

        return touching;
    }

    private int FirstEndingAfter(Instant instant)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (latestEnd[middle] > instant)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
