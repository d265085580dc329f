using System.Collections.Immutable;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Findings;

/// <summary>Holds windows against the time in which a truce bound one party.</summary>
internal sealed class TimeLimit
{
    /// <summary>How far off an end given as "about" may be, as for windows given so.</summary>
    private static readonly Duration About = Duration.FromMinutes(30);

    private readonly ImmutableArray<Interval> terms;
    private readonly string open;
    private readonly IReadOnlyList<Interval> certain;
    private readonly IReadOnlyList<Interval> possible;

    public TimeLimit(ImmutableArray<InForce> times)
    {
        var whole = Joined(times);
        terms = [.. times.Select(t => t.When)];
        open = (times.Any(t => t.Precision == TimePrecision.Hour) ? " (ends given as about: thirty minutes either way)" : "") +
            (times.Any(t => t.EndUnknown) ? " (when it ended is not known)" : "");
        certain = Intervals.Union(whole.Select(t => t.Certain).OfType<Interval>());
        possible = Intervals.Union(whole.Select(t => t.Possible));
    }

    /// <summary>How a window lies to it, and by how many hours it reaches out of it.</summary>
    public TermStep Test(Interval window)
    {
        var inForce = Words.Of(terms);
        if (certain.Any(c => Holds(c, window)))
        {
            return new TermStep(TermLimit.Time, TermFit.Inside, $"{Words.Of(window)} lies within {inForce}{open}.");
        }

        var (first, last) = (possible.Select(Intervals.StartOf).Min(), possible.Select(Intervals.EndOf).Max());
        if (!possible.Any(p => Intervals.Overlap(p, window)))
        {
            return new TermStep(TermLimit.Time, TermFit.Outside, $"{Words.Of(window)} lies outside {inForce}{open}.")
            {
                HoursBefore = Hours(Intervals.EndOf(window), first), HoursAfter = Hours(last, Intervals.StartOf(window)),
            };
        }

        var (start, end) = (certain.Select(Intervals.StartOf).DefaultIfEmpty(first).Min(), certain.Select(Intervals.EndOf).DefaultIfEmpty(last).Max());
        var (before, after) = (Hours(Intervals.StartOf(window), start), Hours(end, Intervals.EndOf(window)));
        return new TermStep(TermLimit.Time, TermFit.Straddles, FormattableString.Invariant(
            $"{Words.Of(window)} straddles {inForce}{open}: {Told(before)} before, {Told(after)} after."))
        {
            HoursBefore = before, HoursAfter = after,
        };
    }

    // Times that meet are one: where an extension begins, no end is open.
    private static List<(Interval Possible, Interval? Certain)> Joined(ImmutableArray<InForce> times)
    {
        var joined = new List<(Interval Possible, Interval? Certain)>();
        List<InForce> run = [];
        foreach (var next in times.OrderBy(t => Intervals.StartOf(t.When)).ThenBy(t => Intervals.EndOf(t.When)))
        {
            if (run.Count > 0 && Intervals.StartOf(next.When) > run.Max(r => Intervals.EndOf(r.When)))
            {
                joined.Add(Ends(run));
                run = [];
            }

            run.Add(next);
        }

        joined.Add(Ends(run));
        return joined;
    }

    private static (Interval Possible, Interval? Certain) Ends(List<InForce> run)
    {
        var (first, last) = (run[0], run.MaxBy(r => Intervals.EndOf(r.When))!);
        var (early, late) = (first.Precision == TimePrecision.Hour ? About : Duration.Zero, last.Precision == TimePrecision.Hour ? About : Duration.Zero);
        Instant? start = first.When.HasStart ? first.When.Start : null;
        Instant? end = last.When.HasEnd ? last.When.End : null;
        var (sure, until) = ((first.LatestStart ?? start) + early, (last.EarliestEnd ?? end) - late);
        return (new Interval(start - early, end + late), last.EndUnknown || sure >= until ? null : new Interval(sure, until));
    }

    private static bool Holds(Interval outer, Interval inner) =>
        Intervals.StartOf(outer) <= Intervals.StartOf(inner) && Intervals.EndOf(inner) <= Intervals.EndOf(outer);

    // From one instant on to a later one; nothing where it is not later, infinite where either is open.
    private static double Hours(Instant from, Instant to) =>
        from >= to ? 0 : from == Instant.MinValue || to == Instant.MaxValue ? double.PositiveInfinity : (to - from).TotalHours;

    private static string Told(double hours) =>
        double.IsInfinity(hours) ? "an open time" : FormattableString.Invariant($"{hours:0.##} h");
}
