using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Cases;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Sources;

/// <summary>When a source was looking for an act in an area.</summary>
/// <remarks>
/// "Yes" comes only from a declared watch, a claim's own window (its certain part, for the act that it names and the
/// source's scope), or a report of zero, which is such a claim. "No" comes only from a declared gap, and a claim inside
/// a declared gap overrides it. Everything else is unknown; nothing is derived from the spacing of publications.
/// </remarks>
public sealed class Coverage
{
    private readonly IReadOnlyList<Interval> yes;
    private readonly IReadOnlyList<Interval> no;

    private Coverage(IReadOnlyList<Interval> yes, IReadOnlyList<Interval> no)
    {
        this.yes = yes;
        this.no = no;
    }

    /// <summary>The intervals watched, disjoint and in order.</summary>
    public IReadOnlyList<Interval> Watched => yes;

    /// <summary>The coverage of one act in one area by one source, over all time.</summary>
    /// <param name="source">The source.</param>
    /// <param name="reports">The source's reports; others are passed over.</param>
    /// <param name="act">The act: a watch for it or for an act above it covers it, a claim of it or of an act above it too.</param>
    /// <param name="area">The area, or null for the source's whole scope.</param>
    /// <param name="places">How areas lie to each other.</param>
    public static Coverage Of(
        Source source, IEnumerable<Report> reports, ActCode act, AreaCode? area, Gazetteer places)
    {
        var where = area ?? source.Scope;
        var watched = source.Watches
            .Where(w => w.Watching && w.Act.Contains(act) && places.Contains(w.Area, where)).Select(w => w.When);
        var claimed = places.Contains(source.Scope, where)
            ? reports.Where(r => r.Source == source.Id && r.PartOf is null && r.Act.Contains(act)).Select(r => r.Window.Core)
                .OfType<Interval>()
            : [];
        var gaps = source.Watches
            .Where(w => !w.Watching && w.Act.Contains(act) && places.Contains(w.Area, where)).Select(w => w.When);
        var yes = Intervals.Union(watched.Concat(claimed));
        var no = Intervals.Union(gaps).SelectMany(g => Intervals.Subtract(g, yes)).ToImmutableArray();
        return new Coverage(yes, no);
    }

    /// <summary>Coverage by any of several: watched where one watched, not watched where one declared a gap and none watched.</summary>
    public static Coverage AnyOf(IEnumerable<Coverage> several)
    {
        var all = several.ToList();
        var yes = Intervals.Union(all.SelectMany(c => c.yes));
        return new Coverage(yes, [.. Intervals.Union(all.SelectMany(c => c.no)).SelectMany(g => Intervals.Subtract(g, yes))]);
    }

    /// <summary>The hours of a finite window by what is known of them.</summary>
    public CoverageHours Within(Interval window)
    {
        var watched = Intervals.HoursWithin(window, yes);
        var gap = Intervals.HoursWithin(window, no);
        return new CoverageHours(watched, gap, Math.Max(0, window.Duration.TotalHours - watched - gap));
    }
}
