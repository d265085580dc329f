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

    private readonly ImmutableArray<InForce> terms;
    private readonly IReadOnlyList<Interval> certain;
    private readonly IReadOnlyList<Interval> possible;

    public TimeLimit(ImmutableArray<InForce> terms)
    {
        this.terms = terms;
        certain = Intervals.Union(terms.Select(t => Moved(t, About)).OfType<Interval>());
        possible = Intervals.Union(terms.Select(t => Moved(t, -About)).OfType<Interval>());
    }

    /// <summary>How a window lies to it, and by how many hours it reaches out of it.</summary>
    public TermStep Test(Interval window)
    {
        var inForce = Words.Of(terms.Select(t => t.When));
        var about = terms.Any(t => t.Precision == TimePrecision.Hour) ? " (ends given as about: thirty minutes either way)" : "";
        if (certain.Any(c => Holds(c, window)))
        {
            return new TermStep(TermLimit.Time, TermFit.Inside, $"{Words.Of(window)} lies within {inForce}{about}.");
        }

        var (first, last) = (possible.Select(Intervals.StartOf).Min(), possible.Select(Intervals.EndOf).Max());
        if (!possible.Any(p => Intervals.Overlap(p, window)))
        {
            return new TermStep(TermLimit.Time, TermFit.Outside, $"{Words.Of(window)} lies outside {inForce}{about}.")
            {
                HoursBefore = Hours(Intervals.EndOf(window), first), HoursAfter = Hours(last, Intervals.StartOf(window)),
            };
        }

        var (start, end) = (certain.Select(Intervals.StartOf).DefaultIfEmpty(first).Min(), certain.Select(Intervals.EndOf).DefaultIfEmpty(last).Max());
        var (before, after) = (Hours(Intervals.StartOf(window), start), Hours(end, Intervals.EndOf(window)));
        return new TermStep(TermLimit.Time, TermFit.Straddles, FormattableString.Invariant(
            $"{Words.Of(window)} straddles {inForce}{about}: {Told(before)} before, {Told(after)} after."))
        {
            HoursBefore = before, HoursAfter = after,
        };
    }

    private static Interval? Moved(InForce term, Duration inwards)
    {
        if (term.Precision != TimePrecision.Hour)
        {
            return term.When;
        }

        Instant? start = term.When.HasStart ? term.When.Start + inwards : null;
        Instant? end = term.When.HasEnd ? term.When.End - inwards : null;
        return start < end || start is null || end is null ? new Interval(start, end) : null;
    }

    private static bool Holds(Interval outer, Interval inner) =>
        Intervals.StartOf(outer) <= Intervals.StartOf(inner) && Intervals.EndOf(inner) <= Intervals.EndOf(outer);

    // From one instant on to a later one; nothing where it is not later, infinite where either is open.
    private static double Hours(Instant from, Instant to) =>
        from >= to ? 0 : from == Instant.MinValue || to == Instant.MaxValue ? double.PositiveInfinity : (to - from).TotalHours;

    private static string Told(double hours) =>
        double.IsInfinity(hours) ? "an open time" : FormattableString.Invariant($"{hours:0.##} h");
}
