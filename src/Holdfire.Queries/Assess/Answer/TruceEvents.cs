using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The findings under the terms of truces, made of no more reports than lie near one of them.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="IsFused">Whether reports were fused; false where too many may be of one event, so that each stands alone.</param>
/// <param name="Rules">The version of the table of rules.</param>
/// <param name="Parameters">The version of the parameter set of the fusion.</param>
public sealed record TruceEvents(ImmutableArray<Finding> Findings, bool IsFused, string Rules, string Parameters)
{
    // Terms bear on what lies within a day of the truce; reports of one event lie less than this apart from each other.
    private static readonly Duration Near = Duration.FromDays(4);

    /// <summary>The findings of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="table">The rules.</param>
    /// <param name="input">Its reports, with the parameters of the fusion.</param>
    /// <param name="only">One truce; null for all.</param>
    /// <param name="work">The limit on the work.</param>
    public static TruceEvents Of(CaseView view, FindingRules table, FusionInput input, TruceId? only, Work work)
    {
        var near = input with { Reports = ReportsNear(view.Known, only) };
        var (subjects, fused) = SubjectsOf(view, table, near, work);
        var findings = work.While("finding on", subjects.Length, "events", () => Finder.Find(view.Known, subjects, table, only));
        return new TruceEvents(findings, fused, table.Version, input.Parameters.Version);
    }

    private static (ImmutableArray<FindingSubject> Subjects, bool Fused) SubjectsOf(CaseView view, FindingRules table, FusionInput near, Work work)
    {
        try
        {
            return (EventsByStandard.SubjectsOf(view, table, near, work), true);
        }
        catch (Exception e) when (TooLargeException.In(e) is not null)
        {
            var known = view.Known;
            return (SumSupports.Add(known, Holdfire.Findings.Subjects.OfReports(known with { Reports = [.. near.Reports] }), table), false);
        }
    }

    private static List<Report> ReportsNear(Case @case, TruceId? only)
    {
        var times = @case.Truces.Where(t => only is null || t.Id == only).Where(t => !t.Prohibitions.IsEmpty && !t.InForce.IsEmpty)
            .Select(t => Around([.. t.InForce.Select(f => f.When)])).ToList();
        return [.. @case.Reports.Where(r => times.Exists(r.Window.Touches))];
    }

    private static Interval Around(List<Interval> all)
    {
        var (start, end) = (all.Min(Intervals.StartOf), all.Max(Intervals.EndOf));
        return new Interval(start == Instant.MinValue ? null : start - Near, end == Instant.MaxValue ? null : end + Near);
    }
}
