using System.Collections.Immutable;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>The recorded inclusions of a case, followed through as many steps as there are.</summary>
internal sealed class IncludedClaims
{
    private readonly Dictionary<string, ImmutableArray<ReportId>> direct = new(StringComparer.Ordinal);

    /// <summary>The inclusions that these reports record.</summary>
    public IncludedClaims(IEnumerable<Report> reports)
    {
        foreach (var report in reports)
        {
            if (!report.IncludedIn.IsDefaultOrEmpty)
            {
                direct[report.Id.Value] = report.IncludedIn;
            }
        }
    }

    /// <summary>By place among the claims: the places of all others of them that include it.</summary>
    public Dictionary<int, int[]> Within(Report[] claims)
    {
        var result = new Dictionary<int, int[]>();
        if (direct.Count == 0)
        {
            return result;
        }

        var above = new Dictionary<int, string[]>();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Length; i++)
        {
            if (!claims[i].IncludedIn.IsDefaultOrEmpty)
            {
                above[i] = Above(claims[i].IncludedIn);
                wanted.UnionWith(above[i]);
            }
        }

        var places = PlacesOf(wanted, claims);
        foreach (var (i, ids) in above)
        {
            var found = ids.Where(places.ContainsKey).Select(id => places[id]).Where(p => p != i);
            result[i] = [.. found.Order()];
        }

        return result;
    }

    private static Dictionary<string, int> PlacesOf(HashSet<string> wanted, Report[] claims)
    {
        var places = new Dictionary<string, int>(wanted.Count, StringComparer.Ordinal);
        for (var i = 0; wanted.Count > 0 && i < claims.Length; i++)
        {
            if (wanted.Contains(claims[i].Id.Value))
            {
                places[claims[i].Id.Value] = i;
            }
        }

        return places;
    }

    private string[] Above(ImmutableArray<ReportId> first)
    {
        if (first.Length == 1 && !direct.ContainsKey(first[0].Value))
        {
            return [first[0].Value];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        Push(first);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next) && direct.TryGetValue(next, out var more))
            {
                Push(more);
            }
        }

        return [.. seen];

        void Push(ImmutableArray<ReportId> ids)
        {
            foreach (var id in ids)
            {
                open.Push(id.Value);
            }
        }
    }
}
