using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Reports;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The bounds of one source's claims in many windows, where nobody asks which claims overlap.</summary>
internal sealed class SourceCounts
{
    private readonly CountPlan plan;

    /// <summary>The claims of a source, of which those that answer the query are counted.</summary>
    public SourceCounts(ImmutableArray<Report> reports, CountQuery query, Gazetteer places)
    {
        var claims = new List<Report>(reports.Length);
        var parts = new Dictionary<ReportId, List<Report>>();
        foreach (var report in reports)
        {
            if (report.PartOf is { } whole)
            {
                (parts.TryGetValue(whole, out var list) ? list : parts[whole] = []).Add(report);
            }
            else if (report.Measure == query.Measure)
            {
                claims.Add(report);
            }
        }

        plan = new CountPlan(new ClaimSeries(claims, places, new IncludedClaims(reports)), query, places, parts);
    }

    /// <summary>The least and the most claimed, and how many claims touch the window.</summary>
    public (long Min, long? Max, int Reports) In(Interval window) => plan.Bounds(window);
}
