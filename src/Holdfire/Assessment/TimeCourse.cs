using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>How a truce went, unit by unit.</summary>
/// <param name="Units">Its whole units of which something is known.</param>
/// <param name="WithClaims">Those with a claim.</param>
/// <param name="ShareLow">The low end of the share of units with a claim, 95 % (Wilson 1927).</param>
/// <param name="ShareHigh">The high end.</param>
/// <param name="QuietUnits">Whole units before the first with a claim.</param>
/// <param name="QuietChance">How often so many would be quiet by chance, were it as before.</param>
/// <param name="Change">The start of the unit from which it was another level; null where one level does.</param>
/// <param name="RatioBefore">Counted over foretold before the change; of all units where there is none.</param>
/// <param name="RatioAfter">The same from the change on; null where there is none.</param>
public sealed record TimeCourse(
    int Units, int WithClaims, double ShareLow, double ShareHigh, int QuietUnits, double QuietChance, Instant? Change, double RatioBefore,
    double? RatioAfter)
{
    private const double Two = 1.959963984540054;

    // Twice the gain of log-likelihood from which a second level is believed: the 95 % point of the greatest of many (Andrews 1993).
    private const double Believed = 8.85;
    private const int Shortest = 2;

    internal static TimeCourse? Of(UnitSeries series, UnitPeriods periods, UnitComparison comparison)
    {
        ImmutableArray<int> units = [.. periods.During.Where(series.IsUsable)];
        if (units.IsEmpty)
        {
            return null;
        }

        var perUnit = comparison.Forecast.Mean / comparison.During.Watched;
        var size = perUnit / Math.Max(1e-3, comparison.Dispersion - 1);
        (double Count, double Expected)[] counts = [.. units.Select(i => (series.Middle(i), perUnit * series.Exposure[i]))];
        var with = counts.Count(c => c.Count >= 0.5);
        var quiet = counts.TakeWhile(c => c.Count < 0.5).Count();
        var chance = counts.Take(quiet).Aggregate(1.0, (p, c) => p * Math.Pow(1 + (c.Expected / size), -size));
        var (low, high) = Wilson(with, counts.Length);
        var (at, gain) = Best(counts, size);
        var isBelieved = at > 0 && gain >= Believed;
        return new TimeCourse(
            counts.Length, with, low, high, quiet, chance, isBelieved ? series.Windows[units[at]].Start : null,
            Ratio(isBelieved ? counts[..at] : counts), isBelieved ? Ratio(counts[at..]) : null);
    }

    private static (int At, double Gain) Best((double Count, double Expected)[] counts, double size)
    {
        var (best, gain) = (0, 0.0);
        var whole = LogLikelihood(counts, size);
        for (var at = Shortest; at <= counts.Length - Shortest; at++)
        {
            var found = 2 * (LogLikelihood(counts.AsSpan(0, at), size) + LogLikelihood(counts.AsSpan(at), size) - whole);
            (best, gain) = found > gain ? (at, found) : (best, gain);
        }

        return (best, gain);
    }

    private static double LogLikelihood(ReadOnlySpan<(double Count, double Expected)> counts, double size)
    {
        var (counted, expected, sum) = (0.0, 0.0, 0.0);
        foreach (var (count, mean) in counts)
        {
            (counted, expected) = (counted + count, expected + mean);
        }

        foreach (var (count, mean) in counts)
        {
            var rate = mean * counted / expected;
            sum += (count > 0 ? count * Math.Log(rate) : 0) - ((count + size) * Math.Log(size + rate));
        }

        return sum;
    }

    private static double Ratio((double Count, double Expected)[] counts) => counts.Sum(c => c.Count) / counts.Sum(c => c.Expected);

    private static (double Low, double High) Wilson(int with, int of)
    {
        var share = (double)with / of;
        var middle = (share + (Two * Two / (2 * of))) / (1 + (Two * Two / of));
        var half = Two / (1 + (Two * Two / of)) * Math.Sqrt((share * (1 - share) / of) + (Two * Two / (4.0 * of * of)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
