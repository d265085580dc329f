using System.Globalization;
using Holdfire.Assessment;
using MathNet.Numerics.Distributions;

namespace Holdfire.Method;

/// <summary>The comparison alone on simulated days, without a case around it: a thousand windows in a minute.</summary>
internal static class CoreStudy
{
    private const int Clear = 28;
    private const int Longest = 1095;
    private const int Usual = 180;
    private const int Rare = 365;
    private const int Wanted = 56;
    private const int Short = 300;

    /// <summary>What the method says of one window.</summary>
    /// <param name="Fall">Whether it tells of a fall; nothing fell.</param>
    /// <param name="Rise">Whether it tells of a rise.</param>
    /// <param name="Said">Whether it tells of a fall where three of four events are taken away.</param>
    /// <param name="Holds">Whether its interval holds 1.</param>
    /// <param name="HoldsQuarter">Whether that of the fewer events holds a quarter.</param>
    public readonly record struct Outcome(bool Fall, bool Rise, bool Said, bool Holds, bool HoldsQuarter);

    /// <summary>Windows of a series that do not meet, each with 28 days before it; of a short series the last days alone.</summary>
    public static IEnumerable<Outcome> Run(string kind, int seed, int days)
    {
        var points = Simulated.Of(kind, seed).Select((d, i) => new UnitPoint(i, d.Count, 1)).ToArray();
        var first = points.Length <= Short ? points.Length - days : Clear + (seed * 13 % (days + Clear));
        for (var start = first; start >= Clear && start + days <= points.Length; start += days + Clear)
        {
            yield return At(points, start, days, new Random((start * 1000) + seed));
        }
    }

    private static Outcome At(UnitPoint[] points, int start, int days, Random random)
    {
        var near = points[Math.Max(0, start - Usual)..start];
        var rare = near.Sum(p => p.Count) < 0.2 * near.Length;
        var past = rare ? points[Math.Max(0, start - Rare)..start] : near;
        var before = (rare ? past : past[^Math.Min(Wanted, past.Length)..]).Average(p => p.Count);
        var counts = points[start..(start + days)].Select(p => p.Count).ToArray();
        double[] whole = [.. Enumerable.Repeat(1.0, days)];
        var fit = LevelFit.Of(past, 1);
        var tried = new Tried(
            Forecast.Of(fit, past, start, whole, trend: false), fit.HasTrend ? Forecast.Of(fit, past, start, whole, trend: true) : null,
            Placebos.Of(fit, points.AsSpan()[Math.Max(0, start - Longest)..start], days, 0.5), before * days);
        var (count, quarter) = (counts.Sum(), counts.Sum(c => c > 0 ? Binomial.Sample(random, 0.25, (int)c) : 0));
        return new Outcome(tried.Fell(count), tried.Rose(count), tried.Fell(quarter), tried.Holds(count, 1), tried.Holds(quarter, 0.25));
    }

    /// <summary>A row of the table: kind, days, windows, shares in percent.</summary>
    public static string Row(string kind, int days, List<Outcome> of, string wrong)
    {
        string Part(Func<Outcome, bool> chosen) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * of.Count(chosen) / of.Count:0.0}");
        return $"| {kind} | {days} | {of.Count} | {wrong} | {Part(o => o.Fall)} | {Part(o => o.Said)} | {Part(o => o.HoldsQuarter)} | {Part(o => o.Holds)} |";
    }

    private sealed record Tried(Forecast Flat, Forecast? Trend, Placebos Placebos, double AsBefore)
    {
        public bool Fell(double n) => n < 0.8 * Flat.Mean && n < 0.8 * AsBefore
            && Flat.AtMost(n, 1) <= Placebos.HighTail && !(Trend?.AtMost(n, 1) > Placebos.HighTail);

        public bool Rose(double n) => n > 1.25 * Flat.Mean && n > 1.25 * AsBefore
            && Flat.AtLeast(n, 1) <= Placebos.LowTail && !(Trend?.AtLeast(n, 1) > Placebos.LowTail);

        public bool Holds(double n, double ratio) =>
            (Flat.AtMost(n, ratio) > Placebos.HighTail || Trend?.AtMost(n, ratio) > Placebos.HighTail)
            && (Flat.AtLeast(n, ratio) > Placebos.LowTail || Trend?.AtLeast(n, ratio) > Placebos.LowTail);
    }
}
