using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>All chance of the simulator: xoshiro256** of MathNet.Numerics, whose stream is fixed by its pinned version.</summary>
internal sealed class Dice
{
    private readonly Xoshiro256StarStar random;

    /// <summary>The stream of one sector of one seed; streams of different pairs are unrelated.</summary>
    public Dice(int seed, int sector)
    {
        // A splitmix64 step spreads neighbouring pairs over the seeds.
        unchecked
        {
            var z = ((ulong)(uint)seed << 32 | (uint)sector) + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            random = new Xoshiro256StarStar((int)(z ^ (z >> 31)), false);
        }
    }

    public double Uniform(double from, double to) => from + ((to - from) * random.NextDouble());

    public int Below(int count) => (int)(random.NextDouble() * count);

    public bool Chance(double probability) => random.NextDouble() < probability;

    public double Normal(double deviation) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, deviation);

    /// <summary>An exponential waiting time of this mean.</summary>
    public double Wait(double mean) => Exponential.Sample(random, 1 / mean);

    public double LogNormal(double median, double sigma) =>
        MathNet.Numerics.Distributions.LogNormal.Sample(random, Math.Log(median), sigma);

    public int Poisson(double mean) => mean <= 0 ? 0 : MathNet.Numerics.Distributions.Poisson.Sample(random, mean);

    public double Gamma(double shape) => MathNet.Numerics.Distributions.Gamma.Sample(random, shape, 1);

    /// <summary>A whole number from 1 with tail exponent <paramref name="alpha"/>, cut at <paramref name="most"/>.</summary>
    public int PowerLaw(double alpha, int most) =>
        Math.Min(most, (int)Math.Floor(Math.Pow(1 - random.NextDouble(), -1 / (alpha - 1))));

    /// <summary>The index of one weight, in proportion to the weights.</summary>
    public int Pick(IReadOnlyList<double> weights)
    {
        var at = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }
}
