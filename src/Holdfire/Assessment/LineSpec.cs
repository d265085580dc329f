using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Reports;
using Holdfire.Terms;

namespace Holdfire.Assessment;

/// <summary>What one line is about.</summary>
internal sealed record LineSpec(
    Truce Truce, Prohibition Prohibition, TruceStatus Status, ActCode Act, Measure Measure, CountUnit Unit, Claims Claims, Periods Periods,
    bool OutsideTerms)
{
    /// <summary>The claims counted that are no part of another and in no other, in the order of the case.</summary>
    public ImmutableArray<Report> TopLevel { get; } = TopLevelOf(Prohibition, Act, Measure, Claims, OutsideTerms);

    private static ImmutableArray<Report> TopLevelOf(
        Prohibition prohibition, ActCode act, Measure measure, Claims claims, bool outsideTerms)
    {
        var counted = ImmutableArray.CreateBuilder<Report>();
        var including = new HashSet<ReportId>();
        foreach (var report in claims.Reports)
        {
            if (report.PartOf is null && report.Measure == measure && act.Contains(report.Act)
                && (outsideTerms || prohibition.Target is not { } target || report.Target == target))
            {
                counted.Add(report);
                foreach (var outer in report.IncludedIn)
                {
                    including.Add(outer);
                }
            }
        }

        if (including.Count > 0)
        {
            var there = claims.Reports.Select(r => r.Id).Where(including.Contains).ToHashSet();
            counted.RemoveAll(r => r.IncludedIn.Any(there.Contains));
        }

        return counted.DrainToImmutable();
    }
}
