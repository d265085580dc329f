using System.Globalization;
using Holdfire.Assessment;
using Holdfire.Model;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Cli.Output;

/// <summary>Values as people and programs read them.</summary>
internal static class Texts
{
    private static readonly InstantPattern Minutes = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>An instant to the second in UTC where it has seconds, else to the minute.</summary>
    public static string Of(Instant instant) =>
        instant.ToUnixTimeSeconds() % 60 == 0 ? Minutes.Format(instant) : InstantPattern.General.Format(instant);

    public static string? OfOptional(Instant? instant) => instant is { } i ? Of(i) : null;

    public static string Of(CountRange range) => Bounds(range.Min, range.Max);

    public static string Bounds(long min, long? max) => max switch
    {
        null => $"at least {Number(min)}",
        { } m when m == min => Number(min),
        { } m => $"{Number(min)}–{Number(m)}",
    };

    public static string Of(RateRange? rate) => rate switch
    {
        null => "no data",
        { Max: null } r => $"at least {Rate(r.Min)}",
        { } r => Rate(r.Min) == Rate(r.Max!.Value) ? Rate(r.Min) : $"{Rate(r.Min)}–{Rate(r.Max!.Value)}",
    };

    public static string Of(RatioInterval? ratio) => ratio switch
    {
        null => "none",
        { High: null } r => $"{Ratio(r.Low)} or more",
        { } r => $"{Ratio(r.Low)}–{Ratio(r.High!.Value)}",
    };

    public static string Hours(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>An enumeration's name as words: <c>CannotSay</c> is "cannot say".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    private static string Rate(double rate) => rate.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
