using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The reports of a case by source and by whole, made once and asked often.</summary>
public sealed class CountIndex
{
    private readonly Case @case;
    private readonly ILookup<SourceId, Report> bySource;
    private readonly ILookup<ReportId, Report> parts;

    /// <summary>An index of all reports of the case.</summary>
    public CountIndex(Case @case)
    {
        this.@case = @case;
        bySource = @case.Reports.Where(r => r.PartOf is null).ToLookup(r => r.Source);
        parts = @case.Reports.Where(r => r.PartOf is not null).ToLookup(r => r.PartOf!.Value);
    }

    /// <summary>One row for each window of the query, in its order.</summary>
    public ImmutableArray<CountRow> Count(CountQuery query)
    {
        var reader = new ClaimReader(@case, query, parts);
        var sources = @case.Sources.Where(s => s.Party == query.Side && (query.Source is null || s.Id == query.Source))
            .Select(s => (
                Claims: new ClaimList(bySource[s.Id].Select(reader.Read).OfType<Claim>()),
                Coverage: Coverage.Of(s, bySource[s.Id].Where(r => query.AsOf is null || r.KnownAt <= query.AsOf), query.Act, query.Region, @case.Places)))
            .ToList();
        var coverage = Coverage.AnyOf(sources.Select(s => s.Coverage));
        return [.. query.Windows.Select(w => Row(query, w, [.. sources.Select(s => s.Claims.Touching(w))], coverage))];
    }

    private CountRow Row(CountQuery query, Interval window, List<List<Claim>> bySources, Coverage coverage)
    {
        var all = bySources.SelectMany(c => c).ToList();
        var ids = all.Select(c => c.Report.Id).ToHashSet();
        var counted = all.Where(c => !c.Report.IncludedIn.Any(ids.Contains)).ToList();
        return new CountRow(
            window,
            query.Source,
            query.Region,
            bySources.Select(claims => DisjointSum.Of([.. claims.Where(c => c.Lower > 0 && c.IsInside(window))], @case.Places)).DefaultIfEmpty().Max(),
            Upper(counted),
            all.Count,
            coverage.Within(window),
            OverlapOf(all));
    }

    private static long? Upper(List<Claim> counted)
    {
        var sum = (Int128)0;
        foreach (var claim in counted)
        {
            if (claim.Upper is not { } upper)
            {
                return null;
            }

            sum += upper;
        }

        return sum > long.MaxValue ? null : (long)sum;
    }

    /// <summary>By a sweep in the order of starts: only claims still open can overlap the next.</summary>
    private ImmutableArray<ReportId> OverlapOf(List<Claim> claims)
    {
        var overlapping = new HashSet<ReportId>();
        var open = new List<Claim>();
        foreach (var claim in claims.OrderBy(c => c.Start).ThenBy(c => c.Report.Id))
        {
            open.RemoveAll(o => o.End <= claim.Start);
            foreach (var other in open.Where(o => (!overlapping.Contains(o.Report.Id) || !overlapping.Contains(claim.Report.Id))
                && o.Conflicts(claim, @case.Places)))
            {
                overlapping.Add(other.Report.Id);
                overlapping.Add(claim.Report.Id);
            }

            open.Add(claim);
        }

        return [.. overlapping.Order()];
    }
}
