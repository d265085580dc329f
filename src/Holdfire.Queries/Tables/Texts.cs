using System.Globalization;
using System.Text.Json;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Findings;
using Holdfire.Model;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Queries;

/// <summary>Values as people and programs read them.</summary>
public static class Texts
{
    private static readonly InstantPattern Minutes = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>An instant in UTC, to the second where it has seconds, else to the minute: <c>2030-05-11T00:00Z</c>.</summary>
    public static string Of(Instant instant) =>
        instant.ToUnixTimeSeconds() % 60 == 0 ? Minutes.Format(instant) : InstantPattern.General.Format(instant);

    /// <summary>An instant in UTC, or null for null.</summary>
    public static string? OfOptional(Instant? instant) => instant is { } i ? Of(i) : null;

    /// <summary>An instant as the clocks of a zone show it, to the minute, with their offset: <c>2030-05-11 02:00 +02</c>.</summary>
    public static string At(Instant instant, DateTimeZone zone) =>
        instant.InZone(zone).ToString("uuuu-MM-dd HH:mm o<m>", CultureInfo.InvariantCulture);

    /// <summary>An instant in the zone asked for; in UTC where none is.</summary>
    public static string Of(Instant instant, DateTimeZone? zone) => zone is null ? Of(instant) : At(instant, zone);

    /// <summary>The start of a time as the clocks of a zone show it, or null where it is open.</summary>
    public static string? StartOf(Interval interval, DateTimeZone zone) => interval.HasStart ? At(interval.Start, zone) : null;

    /// <summary>The end of a time as the clocks of a zone show it, or null where it is open.</summary>
    public static string? EndOf(Interval interval, DateTimeZone zone) => interval.HasEnd ? At(interval.End, zone) : null;

    /// <summary>A count with its bounds: <c>3</c>, <c>3–5</c> or <c>at least 3</c>.</summary>
    public static string Of(CountRange range) => Bounds(range.Min, range.Max);

    /// <summary>Bounds on a number; null is no upper limit.</summary>
    public static string Bounds(long min, long? max) => max switch
    {
        null => $"at least {Number(min)}",
        { } m when m == min => Number(min),
        { } m => $"{Number(min)}–{Number(m)}",
    };

    /// <summary>A rate per day with its bounds, to one decimal; null is <c>no data</c>.</summary>
    public static string Of(RateRange? rate) => rate switch
    {
        null => "no data",
        { Max: null } r => $"at least {Rate(r.Min)}",
        { } r => Rate(r.Min) == Rate(r.Max!.Value) ? Rate(r.Min) : $"{Rate(r.Min)}–{Rate(r.Max!.Value)}",
    };

    /// <summary>A rate per day as one for a time in which something is to be expected: "0.4–0.6 a week".</summary>
    public static string Of(RateRange rate, RatePeriod period) => Of(RatePeriods.Per(period, rate)) + period switch
    {
        RatePeriod.Week => " a week",
        RatePeriod.ThirtyDays => " in 30 days",
        _ => " a day",
    };

    /// <summary>An interval of a ratio, to two decimals; null is <c>none</c>.</summary>
    public static string Of(RatioInterval? ratio) => ratio switch
    {
        null => "none",
        { High: null } r => $"{Ratio(r.Low)} or more",
        { } r => $"{Ratio(r.Low)}–{Ratio(r.High!.Value)}",
    };

    /// <summary>Hours, to at most one decimal.</summary>
    public static string Hours(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A ratio, to two decimals.</summary>
    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What is said of who did it: that a side says so itself reports a fact; whether it calls it a breach is another question.</summary>
    public static string Words(Attribution attribution) =>
        attribution == Attribution.Conceded ? "said by the actor itself" : Words<Attribution>(attribution);

    /// <summary>What there is to say of a claim, in a few words.</summary>
    public static string Words(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.PartsExceed => "parts exceed the whole",
        AuditOutcome.UnitsMixed => "different things in one number",
        AuditOutcome.OwnReportsFewer => "own reports fewer, hours missing",
        AuditOutcome.PartlyCovered => "cannot be confirmed from its own reports",
        _ => Words<AuditOutcome>(outcome),
    };

    /// <summary>An enumeration's name as words: <c>CannotSay</c> is "cannot say".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    /// <summary>Names to choose from: <c>day, week or total</c>.</summary>
    public static string OneOf(IReadOnlyCollection<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names.Last()}";

    private static string Rate(double rate) => rate.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
