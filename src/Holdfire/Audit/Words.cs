using Holdfire.Model;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Audit;

/// <summary>How times and counts are written in reasons.</summary>
internal static class Words
{
    public static string Of(Interval interval) =>
        $"{(interval.HasStart ? Of(interval.Start) : "")}..{(interval.HasEnd ? Of(interval.End) : "")}";

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string Of(IEnumerable<Interval> intervals) => string.Join(", ", intervals.Select(Of));

    public static string Of(CountUnit unit) => unit.ToString().ToLowerInvariant();

    public static string Of(Measure measure) =>
        measure == Measure.NotReached ? "not_reached" : measure.ToString().ToLowerInvariant();
}
