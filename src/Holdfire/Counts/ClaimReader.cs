using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Cases;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Time;

namespace Holdfire.Counts;

/// <summary>Reads reports as claims of one query.</summary>
internal sealed class ClaimReader(Case @case, CountQuery query, ILookup<ReportId, Report> parts)
{
    /// <summary>The claim, or null where the report can have no bearing on the query.</summary>
    public Claim? Read(Report report)
    {
        if (report.Measure != query.Measure || report.Unit != query.Unit || query.Act.IsDisjointFrom(report.Act) || !MayHaveTarget(report)
            || (query.AsOf is { } asOf && report.KnownAt > asOf)
            || (query.Region is { } region && IsElsewhere(report, region)))
        {
            return null;
        }

        var (lower, upper) = query.Region is { } r ? InRegion(report, r) : (report.Count.Min, report.Count.Max);
        var certain = query.Act.Contains(report.Act) && (query.Target is null || report.Target == query.Target);
        return upper == 0 && query.Region is not null
            ? null
            : new Claim(
                report, Intervals.StartOf(report.Window.Extent), Intervals.EndOf(report.Window.Extent), certain ? lower : 0, upper);
    }

    private bool MayHaveTarget(Report report) =>
        query.Target is null || report.Target == query.Target || report.Target == TargetKind.Unknown;

    private bool IsElsewhere(Report report, AreaCode region) =>
        !report.Areas.IsEmpty && report.Areas.All(a => @case.Places.AreDisjoint(a, region));

    /// <summary>What a claim allocates to a region: its parts there, and at most also what it allocates to none.</summary>
    private (long Lower, long? Upper) InRegion(Report report, AreaCode region)
    {
        if (!report.Areas.IsEmpty && report.Areas.All(a => @case.Places.Contains(region, a)))
        {
            return (report.Count.Min, report.Count.Max);
        }

        var all = parts[report.Id].Where(p => p.Measure == report.Measure && p.Unit == report.Unit && !p.Areas.IsEmpty).ToList();
        if (all.Count == 0)
        {
            return (0, report.Count.Max);
        }

        var inside = all.Where(p => p.Areas.All(a => @case.Places.Contains(region, a))).Select(p => p.Count.Min).DefaultIfEmpty();
        var lower = report.Parts == PartRelation.Disjoint ? inside.Sum() : inside.Max();
        var touching = all.Where(p => !IsElsewhere(p, region)).Select(p => p.Count.Max).ToList();
        var unallocated = report.PartsExhaustive == true
            ? 0
            : report.Count.Max - (report.Parts == PartRelation.Disjoint ? all.Sum(p => p.Count.Min) : all.Max(p => p.Count.Min));
        var upper = touching.Contains(null) || unallocated is null
            ? report.Count.Max
            : Least(touching.Sum() + Math.Max(0, unallocated.Value), report.Count.Max);
        return (Math.Min(lower, upper ?? lower), upper);
    }

    private static long? Least(long? a, long? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
