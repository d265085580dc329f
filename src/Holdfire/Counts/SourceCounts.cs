using Holdfire.Places;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The bounds of one source's claims in many windows, where nobody asks which claims overlap.</summary>
internal sealed class SourceCounts
{
    private readonly CountPlan plan;

    /// <summary>The claims of a source, of which those that answer the query are counted.</summary>
    /// <param name="table">The table of their case.</param>
    /// <param name="claims">Their places there, in order.</param>
    /// <param name="reports">The claim of each number among them, whose count may be other than in the table.</param>
    /// <param name="query">What is counted.</param>
    /// <param name="places">How areas lie to each other.</param>
    public SourceCounts(ClaimTable table, int[] claims, Func<int, Report> reports, CountQuery query, Gazetteer places)
    {
        var (counted, own) = (new List<int>(), new List<Report>());
        var parts = new Dictionary<ReportId, List<Report>>();
        for (var i = 0; i < claims.Length; i++)
        {
            var kind = table.AllClasses[table.Classes[claims[i]]];
            if (kind.IsPart)
            {
                var part = reports(i);
                (parts.TryGetValue(part.PartOf!.Value, out var list) ? list : parts[part.PartOf.Value] = []).Add(part);
            }
            else if (kind.Measure == query.Measure)
            {
                counted.Add(claims[i]);
                own.Add(reports(i));
            }
        }

        plan = new CountPlan(new ClaimSeries(table, [.. counted], [.. own], claims, places), query, places, parts);
    }

    /// <summary>The least and the most claimed, and how many claims touch the window.</summary>
    public (long Min, long? Max, int Reports) In(Interval window) => plan.Bounds(window);
}
