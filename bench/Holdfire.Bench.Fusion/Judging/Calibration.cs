using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Judging;

/// <summary>The pairs whose probability lies in one tenth.</summary>
/// <param name="Pairs">How many.</param>
/// <param name="Said">The sum of their probabilities.</param>
/// <param name="True">How many tell one story.</param>
internal readonly record struct Bin(long Pairs, double Said, long True)
{
    public Bin With(Bin other) => new(Pairs + other.Pairs, Said + other.Said, True + other.True);
}

/// <summary>Whether pairs said to belong together with probability p do so in a share p of cases.</summary>
/// <param name="Bins">Ten bins of equal width.</param>
internal sealed record Calibration(ImmutableArray<Bin> Bins)
{
    private const int Count = 10;

    public static Calibration None { get; } = new([.. Enumerable.Repeat(default(Bin), Count)]);

    public long Pairs => Bins.Sum(b => b.Pairs);

    /// <summary>The mean over pairs of |share that is true - mean probability| of their bin (Naeini et al. 2015).</summary>
    public double ExpectedError => ErrorOf(Bins);

    /// <summary>The same over the pairs of at least 0.1 alone: the many that nobody would join say little.</summary>
    public double ErrorOfLikely => ErrorOf(Bins[1..]);

    public static Calibration Of(Truth truth, IEnumerable<PairOdds> pairs)
    {
        var bins = new Bin[Count];
        foreach (var (a, b, probability) in pairs)
        {
            ref var bin = ref bins[Math.Clamp((int)(probability * Count), 0, Count - 1)];
            bin = bin.With(new Bin(1, probability, truth.Same(a, b) ? 1 : 0));
        }

        return new Calibration([.. bins]);
    }

    /// <summary>Both sets of pairs.</summary>
    public Calibration With(Calibration other) => new([.. Bins.Zip(other.Bins, (a, b) => a.With(b))]);

    private static double ErrorOf(ImmutableArray<Bin> bins) => bins.Sum(b => b.Pairs) is > 0 and var pairs
        ? bins.Sum(b => Math.Abs(b.True - b.Said)) / pairs : double.NaN;
}
