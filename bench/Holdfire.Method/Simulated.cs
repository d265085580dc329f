using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using NodaTime;

namespace Holdfire.Method;

/// <summary>Days as wars have them, without any truce: each kind is a trap for a method that takes days for alike and apart.</summary>
internal static class Simulated
{
    private const int Years4 = 1500;

    /// <summary>The kinds, by name: how many days, and the expected number and the size of the own spread of each.</summary>
    public static readonly ImmutableArray<(string Name, int Days, Func<Random, int, IEnumerable<(double Rate, double Size)>> Of)> Kinds =
    [
        ("steady", Years4, (_, n) => Enumerable.Repeat((8.0, 3.0), n)),
        ("drifting", Years4, (r, n) => Drifting(r, n, 8, 0.6, 40).Select(x => (x, 4.0))),
        ("walking", Years4, (r, n) => Walking(r, n).Select(x => (x, 4.0))),
        ("rising", 400, (_, n) => Enumerable.Range(0, n).Select(t => (0.7 * Math.Exp(0.01 * t), 4.0))),
        ("falling", 400, (_, n) => Enumerable.Range(0, n).Select(t => (0.7 * Math.Exp(0.01 * (n - t)), 4.0))),
        ("young war", 260, (_, n) => Enumerable.Range(0, n).Select(t => (0.5 * Math.Exp(t < 120 ? 0.03 * t : 3.6 - (0.01 * (t - 120))), 3.0))),
        ("seasonal", Years4, (_, n) => Enumerable.Range(0, n).Select(t => (6 * Math.Exp(Math.Sin(2 * Math.PI * t / 365.25)), 4.0))),
        ("weekly", Years4, (r, n) => Drifting(r, n, 6, 0.4, 60).Select((x, t) => (x * (t % 7 == 4 ? 0.3 : t % 7 == 0 ? 1.8 : 1), 6.0))),
        ("bursts", Years4, Bursts),
        ("on and off", Years4, OnAndOff),
        ("heavy days", Years4, (r, n) => Enumerable.Range(0, n).Select(_ => (3 * Math.Exp((1.2 * Normal.Sample(r, 0, 1)) - 0.72), 50.0))),
        ("as believed", Years4, AsBelieved),
        ("as believed, young", 110, AsBelieved),
        ("rare", Years4, (r, n) => Drifting(r, n, 0.12, 0.6, 90).Select(x => (x, 2.0))),
    ];

    /// <summary>A series of a kind; the same gives the same.</summary>
    public static ImmutableArray<(LocalDate Day, long Count)> Of(string kind, int seed)
    {
        var (_, days, of) = Kinds.Single(k => k.Name == kind);
        var random = new Random(seed);
        return Drawn(random, of(random, days));
    }

    /// <summary>A series whose level strays and comes back; the same gives the same.</summary>
    /// <param name="how">Mean, variance over mean, the standard deviation of the level's logarithm, the days in which it forgets.</param>
    /// <param name="days">How many days.</param>
    /// <param name="seed">Of the random numbers.</param>
    public static ImmutableArray<(LocalDate Day, long Count)> Series(double[] how, int days, int seed)
    {
        var random = new Random(seed);
        var size = how[0] / Math.Max(1e-6, how[1] - 1);
        return Drawn(random, Drifting(random, days, how[0], how[2], how[3]).Select(x => (x, size)));
    }

    private static ImmutableArray<(LocalDate Day, long Count)> Drawn(Random random, IEnumerable<(double Rate, double Size)> days) =>
        [.. days.Select((d, i) => (new LocalDate(2000, 1, 1).PlusDays(i), (long)Poisson.Sample(random, Math.Max(1e-9, Gamma.Sample(random, d.Size, d.Size / Math.Max(1e-6, d.Rate))))))];

    private static IEnumerable<double> Drifting(Random random, int days, double mean, double drift, double memory)
    {
        var kept = Math.Exp(-1 / memory);
        var level = Normal.Sample(random, 0, 1);
        for (var i = 0; i < days; i++)
        {
            yield return mean * Math.Exp((drift * level) - (drift * drift / 2));
            level = (kept * level) + (Math.Sqrt(1 - (kept * kept)) * Normal.Sample(random, 0, 1));
        }
    }

    // A random walk between a fifth and five times.
    private static IEnumerable<double> Walking(Random random, int days)
    {
        var level = 0.0;
        for (var i = 0; i < days; i++)
        {
            yield return 8 * Math.Exp(level);
            level = Math.Clamp(level + Normal.Sample(random, 0, 0.06), -Math.Log(5), Math.Log(5));
        }
    }

    // The world that the method believes in: one of its own ways to move, drawn at random, about a mean of half to thirty a day. What it gets wrong here
    // no trap explains. The level keeps its gamma distribution from day to day (Lewis, McKenzie and Hugus 1989).
    private static IEnumerable<(double Rate, double Size)> AsBelieved(Random random, int days)
    {
        double[] discounts = [0.8, 0.9, 0.95, 0.98], pulls = [1, 4, 16, 64], sizes = [1, 2, 4, 16, 1e6];
        var (kept, pull, size) = (discounts[random.Next(4)], pulls[random.Next(4)], sizes[random.Next(5)]);
        var mean = 0.5 * Math.Exp(random.NextDouble() * Math.Log(60));
        var level = Gamma.Sample(random, pull, pull / mean);
        for (var i = 0; i < days; i++)
        {
            yield return (level, size);
            level = (level * Beta.Sample(random, pull * kept, pull * (1 - kept))) + Gamma.Sample(random, pull * (1 - kept), pull / mean);
        }
    }

    private static IEnumerable<(double Rate, double Size)> Bursts(Random random, int days)
    {
        var left = 0;
        for (var i = 0; i < days; i++)
        {
            left = left > 0 ? left - 1 : random.NextDouble() < 0.04 ? random.Next(1, 6) : 0;
            yield return (left > 0 ? 18 : 3, 5);
        }
    }

    private static IEnumerable<(double Rate, double Size)> OnAndOff(Random random, int days)
    {
        var on = true;
        for (var i = 0; i < days; i++)
        {
            on = random.NextDouble() < 0.1 ? !on : on;
            yield return (on ? 6 : 0, 5);
        }
    }
}
