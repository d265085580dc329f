using System.Collections.Concurrent;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>The recorded inclusions between the reports of a table, by their places, and the parts of each whole.</summary>
internal sealed class ClaimLinks
{
    private const long MostFollowed = 20_000_000;
    private readonly Dictionary<int, int[]> outers = [];

    /// <summary>The links of these reports to others of them.</summary>
    public ClaimLinks(Report[] reports)
    {
        var places = PlacesOf(Named(reports), reports);
        for (var i = 0; i < reports.Length; i++)
        {
            if (!reports[i].IncludedIn.IsDefaultOrEmpty)
            {
                int[] found = [.. reports[i].IncludedIn.Select(id => places[id.Value]).Where(p => p >= 0)];
                if (found.Length > 0)
                {
                    outers[i] = found;
                }
            }
        }
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => outers.Count == 0;

    /// <summary>Whether the report at a place is recorded to be in one of those at the places given in order.</summary>
    public bool IsInOneOf(int place, int[] others) =>
        outers.TryGetValue(place, out var found) && Array.Exists(found, o => Array.BinarySearch(others, o) >= 0);

    /// <summary>For each of the claims that others of them include, directly or not: the numbers of those among the claims.</summary>
    /// <param name="claims">The claims by their places, in order; they are numbered in it.</param>
    /// <exception cref="TooLargeException">The inclusions together are more than are kept.</exception>
    /// <param name="known">The places, in order, of the reports whose own inclusions are followed; null for all.</param>
    public Dictionary<int, int[]> Within(int[] claims, int[]? known)
    {
        var (result, followed) = (new Dictionary<int, int[]>(), 0L);
        for (var i = 0; outers.Count > 0 && i < claims.Length; i++)
        {
            if (outers.TryGetValue(claims[i], out var first))
            {
                var above = Above(first, known);
                followed += above.Count;
                if (followed > MostFollowed)
                {
                    throw new TooLargeException(FormattableString.Invariant(
                        $"cannot say: {claims.Length} claims are included in each other in chains that are too long to follow; enter totals without what they include"));
                }

                int[] found = [.. above.Select(p => Array.BinarySearch(claims, p)).Where(n => n >= 0 && n != i).Order()];
                if (found.Length > 0)
                {
                    result[i] = found;
                }
            }
        }

        return result;
    }

    private IReadOnlyCollection<int> Above(int[] first, int[]? known)
    {
        if (first.Length == 1 && !outers.ContainsKey(first[0]))
        {
            return first;
        }

        var seen = new HashSet<int>();
        var open = new Stack<int>(first);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next) && (known is null || Array.BinarySearch(known, next) >= 0))
            {
                Array.ForEach(outers.GetValueOrDefault(next, []), open.Push);
            }
        }

        return seen;
    }

    // Few reports are named by others, so only their ids are kept.
    private static Dictionary<string, int> Named(Report[] reports)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var outer in report.IncludedIn.IsDefaultOrEmpty ? [] : report.IncludedIn)
            {
                named[outer.Value] = -1;
            }
        }

        return named;
    }

    private static Dictionary<string, int> PlacesOf(Dictionary<string, int> named, Report[] reports)
    {
        if (named.Count == 0)
        {
            return named;
        }

        var found = new ConcurrentBag<(string Id, int Place)>();
        Parallel.ForEach(Partitioner.Create(0, reports.Length), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                if (named.ContainsKey(reports[i].Id.Value))
                {
                    found.Add((reports[i].Id.Value, i));
                }
            }
        });
        foreach (var (id, place) in found)
        {
            named[id] = Math.Max(named[id], place);
        }

        return named;
    }
}
