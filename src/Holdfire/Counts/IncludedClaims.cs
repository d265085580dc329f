using System.Collections.Immutable;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>The recorded inclusions of a case, followed through as many steps as there are.</summary>
internal sealed class IncludedClaims
{
    private readonly Dictionary<ReportId, ImmutableArray<ReportId>> direct = [];

    /// <summary>The inclusions that these reports record.</summary>
    public IncludedClaims(IEnumerable<Report> reports)
    {
        foreach (var report in reports)
        {
            if (!report.IncludedIn.IsDefaultOrEmpty)
            {
                direct[report.Id] = report.IncludedIn;
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

        var wanted = direct.Values.SelectMany(i => i).ToHashSet();
        var places = new Dictionary<ReportId, int>();
        for (var i = 0; i < claims.Length; i++)
        {
            if (wanted.Contains(claims[i].Id))
            {
                places[claims[i].Id] = i;
            }
        }

        for (var i = 0; i < claims.Length; i++)
        {
            if (direct.ContainsKey(claims[i].Id))
            {
                var self = i;
                var found = Above(claims[i].Id).Where(places.ContainsKey).Select(id => places[id]).Where(p => p != self);
                result[i] = [.. found.Distinct().Order()];
            }
        }

        return result;
    }

    private HashSet<ReportId> Above(ReportId id)
    {
        var seen = new HashSet<ReportId>();
        var open = new Stack<ReportId>(direct[id]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next) && direct.TryGetValue(next, out var more))
            {
                foreach (var m in more)
                {
                    open.Push(m);
                }
            }
        }

        return seen;
    }
}
