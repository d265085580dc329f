using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Coverage;

/// <summary>When a source was looking for an act in an area.</summary>
/// <remarks>
/// "Yes" comes only from a declared watch, a claim's own window (its certain part, for the act that it names and the
/// source's scope), or a report of zero, which is such a claim. "No" comes only from a declared gap, and a claim inside
/// a declared gap overrides it. A restriction takes its time from the watches of every area and act that it touches; where it holds
/// all of them, its certain part is a gap. Everything else is unknown; nothing is derived from the spacing of publications.
/// </remarks>
public sealed class SourceCoverage
{
    private readonly IReadOnlyList<Interval> yes;
    private readonly IReadOnlyList<Interval> no;

    private SourceCoverage(IReadOnlyList<Interval> yes, IReadOnlyList<Interval> no)
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
    public static SourceCoverage Of(
        Source source, IEnumerable<Report> reports, ActCode act, AreaCode? area, Gazetteer places)
    {
        var where = area ?? source.Scope;
        var restricted = source.Restrictions
            .Where(r => r.Act?.IsDisjointFrom(act) != true && r.Areas.Any(a => !places.AreDisjoint(a, where))).ToArray();
        var watched = source.Watches
            .Where(w => w.Watching && w.Act.Contains(act) && places.Contains(w.Area, where))
            .SelectMany(w => Intervals.Subtract(w.When, restricted.Select(r => r.Window.Extent))).ToArray();
        var claimed = places.Contains(source.Scope, where)
            ? ReportedWatches.Of(reports.Where(r => r.Source == source.Id && r.PartOf is null && r.Act.Contains(act)), watched)
            : [];
        var gaps = source.Watches
            .Where(w => !w.Watching && w.Act.Contains(act) && places.Contains(w.Area, where)).Select(w => w.When)
            .Concat(restricted.Where(r => r.Act?.Contains(act) != false && places.Covers(r.Areas, where)).Select(r => r.Window.Core).OfType<Interval>());
        var yes = Intervals.Union(watched.Concat(claimed));
        var no = Intervals.Union(gaps).SelectMany(g => Intervals.Subtract(g, yes)).ToImmutableArray();
        return new SourceCoverage(yes, no);
    }

    /// <summary>What any of them watched; a gap is what some declare as one and none watched.</summary>
    public static SourceCoverage Merge(IEnumerable<SourceCoverage> coverages)
    {
        var all = coverages.ToArray();
        if (all.Length == 1)
        {
            return all[0];
        }

        var yes = Intervals.Union(all.SelectMany(c => c.yes));
        var gaps = Intervals.Union(all.SelectMany(c => c.no));
        return new SourceCoverage(yes, [.. gaps.SelectMany(g => Intervals.Subtract(g, yes))]);
    }

    /// <summary>
    /// What shows that a source was looking: its reports, and the zeros in its statements. Another number in a speech sums
    /// what others counted and shows nothing of the kind.
    /// </summary>
    public static IEnumerable<Report> Watching(Source source, IEnumerable<Report> reports, Case @case) => reports.Concat(
        @case.Statements.SelectMany(s => s.Quantities).Where(q => q.Source == source.Id && q.Count.Max == 0));

    /// <summary>The hours of a finite window by what is known of them.</summary>
    public CoverageHours Within(Interval window)
    {
        var watched = HoursOf(yes, window);
        var gap = HoursOf(no, window);
        return new CoverageHours(watched, gap, Math.Max(0, window.Duration.TotalHours - watched - gap));
    }

    // The intervals are disjoint and in order, so only those that reach into the window are looked at.
    private static double HoursOf(IReadOnlyList<Interval> ordered, Interval window)
    {
        int low = 0, high = ordered.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Intervals.EndOf(ordered[middle]) > window.Start ? (low, middle) : (middle + 1, high);
        }

        var hours = 0.0;
        for (var i = low; i < ordered.Count && Intervals.StartOf(ordered[i]) < window.End; i++)
        {
            hours += Intervals.Intersect(ordered[i], window)?.Duration.TotalHours ?? 0;
        }

        return hours;
    }
}
