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

    /// <summary>A count for people: "734", "108 to 218", "18 or more".</summary>
    public static string Of(CountRange range) => range.Max is not { } most ? FormattableString.Invariant($"{range.Min:#,0} or more")
        : most == range.Min ? FormattableString.Invariant($"{most:#,0}") : FormattableString.Invariant($"{range.Min:#,0} to {most:#,0}");

    /// <summary>Hours, to at most one decimal.</summary>
    public static string Hours(double hours) => FormattableString.Invariant($"{hours:#,0.#} {(hours == 1 ? "hour" : "hours")}");

    public static string Of(CountUnit unit) => unit.Value;

    public static string Of(Measure measure) =>
        measure == Measure.NotReached ? "not_reached" : measure.ToString().ToLowerInvariant();
}
