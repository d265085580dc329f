using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>How few events claims of one source come to, where some may repeat others.</summary>
internal static class Repetition
{
    /// <summary>
    /// The largest sum over claims that cannot be about the same: those of areas that do not meet add up; of others the most
    /// that do not overlap in time (weighted interval scheduling, Kleinberg and Tardos 2006, section 6.1).
    /// </summary>
    public static double Least(List<Report> claims, Gazetteer places)
    {
        if (claims.Count < 2)
        {
            return claims.Sum(c => (double)c.Count.Min);
        }

        var groups = claims.GroupBy(c => string.Join(';', c.Areas.Select(a => a.Value).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(g => (g.First().Areas, Sum: Scheduled([.. g]))).ToList();
        var apart = groups.Count == 1 || (groups.All(g => g.Areas.Length == 1)
            && groups.Select((g, i) => groups.Skip(i + 1).All(o => places.AreDisjoint(g.Areas[0], o.Areas[0]))).All(x => x));
        return apart ? groups.Sum(g => g.Sum) : Math.Max(groups.Max(g => g.Sum), Scheduled(claims));
    }

    private static double Scheduled(List<Report> claims)
    {
        var sorted = claims.Where(c => c.Window.Extent is { HasStart: true, HasEnd: true }).OrderBy(c => c.Window.Extent.End).ToList();
        Instant[] ends = [.. sorted.Select(c => c.Window.Extent.End)];
        var best = new double[sorted.Count + 1];
        for (var i = 0; i < sorted.Count; i++)
        {
            var before = Array.BinarySearch(ends, 0, i, sorted[i].Window.Extent.Start);
            before = before < 0 ? ~before : before + 1;
            while (before < i && ends[before] <= sorted[i].Window.Extent.Start)
            {
                before++;
            }

            best[i + 1] = Math.Max(best[i], best[Math.Min(before, i)] + sorted[i].Count.Min);
        }

        return best[^1];
    }
}
