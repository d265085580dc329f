using System.Globalization;
using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>The weights of an incident in words.</summary>
internal static class IncidentWhy
{
    public static IEnumerable<string> Lines(IncidentReasons reasons)
    {
        yield return "Why, in bits (place, time and background mean something only together):";
        yield return Line("one event, not separate ones", reasons.Weight);
        foreach (var (report, weight) in reasons.Joining)
        {
            yield return Line($"without {report} it would lose", weight);
        }

        foreach (var pair in reasons.Pairs)
        {
            var apart = pair is { Km: { } km, Hours: { } hours } ? $", {Number(km)} km and {Number(hours)} h apart" : "";
            var stated = pair.Stated is { } kind ? $", stated: {Texts.Words(kind)}" : "";
            yield return pair.Weight is { } weight
                ? Line($"{pair.A} and {pair.B}{apart}{stated}", weight)
                : $"  {pair.A} and {pair.B}{apart}{stated}: no evidence of its own";
        }
    }

    private static string Line(string what, WeightParts w) =>
        $"  {what}: {Bits(w.Total)} = prior {Bits(w.Prior)}, place {Bits(w.Place)}, time {Bits(w.Time)}, background {Bits(w.Background)}, "
        + $"act {Bits(w.Act)}, actor {Bits(w.Actor)}, target {Bits(w.Target)}, count {Bits(w.Count)}, harm {Bits(w.Harm)}";

    private static string Bits(double bits) => bits.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
