using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Fusion;

/// <summary>How much more often each act is named for an event of each finest act than for any event.</summary>
/// <remarks>
/// The true act is a leaf of the list. A report names it or, each step less often by the factor of coarsening, an act above
/// it; with the probability of an error it names any act as often as that act is named at all.
/// </remarks>
internal sealed class ActTable
{
    // A row keeps the number of its act as one byte.
    private const int MostCodes = 256;
    private readonly double[] prior;
    private readonly double[][] ratio;
    private readonly double[][] pairBits;
    private readonly bool[][] canBeOne;

    /// <summary>A table of attacks and reconnaissance, and of the other acts that reports name.</summary>
    /// <remarks>Acts that nobody names are left out, so that a longer list does not change the weights of cases that do without it.</remarks>
    public ActTable(FusionParameters parameters, IEnumerable<ActCode> named)
    {
        Codes = [.. ActList.Codes.Where(IsAlways).Union(named).Order()];
        if (Codes.Length > MostCodes)
        {
            throw new ArgumentException($"expected at most {MostCodes} different acts, found {Codes.Length}", nameof(named));
        }

        ImmutableArray<ActCode> leaves = [.. Codes.Where(c => !Codes.Any(o => o != c && c.Contains(o)))];
        var shares = parameters.Background.ActShares;
        prior = Normal([.. leaves.Select(l => shares.GetValueOrDefault(l.Value) + 0.01)]);
        var usual = Normal([.. Codes.Select(c => shares.GetValueOrDefault(c.Value) + 0.01)]);
        var says = Codes.Select((c, i) => leaves.Select(l => Says(c, l, usual[i], parameters)).ToArray()).ToArray();
        ratio = [.. says.Select(row =>
        {
            var all = row.Zip(prior, (a, b) => a * b).Sum();
            return row.Select(p => p / all).ToArray();
        })];
        canBeOne = [.. Codes.Select(a => Codes.Select(b => !a.IsDisjointFrom(b)).ToArray())];
        pairBits = [.. Codes.Select((_, a) => Codes.Select((_, b) => WeighPair(a, b)).ToArray())];
    }

    public ImmutableArray<ActCode> Codes { get; }

    public int Leaves => prior.Length;

    /// <summary>Whether an event can be both: they are the same, or one holds the other.</summary>
    public bool CanBeOne(int a, int b) => canBeOne[a][b];

    /// <summary>For each leaf the ratio of this act.</summary>
    public ReadOnlySpan<double> RatioOf(int act) => ratio[act];

    /// <summary>The prior of each leaf.</summary>
    public ReadOnlySpan<double> Prior => prior;

    /// <summary>The weight of two acts being of one event, bits.</summary>
    public double PairBits(int a, int b) => pairBits[a][b];

    private double WeighPair(int a, int b)
    {
        var sum = 0.0;
        for (var leaf = 0; leaf < prior.Length; leaf++)
        {
            sum += prior[leaf] * ratio[a][leaf] * ratio[b][leaf];
        }

        return Math.Log2(sum);
    }

    private static double Says(ActCode said, ActCode leaf, double named, FusionParameters p)
    {
        var steps = leaf.Value.Count(c => c == '.') + 1;
        var all = Enumerable.Range(0, steps).Sum(s => Math.Pow(p.ActCoarser, s));
        var right = said.Contains(leaf)
            ? Math.Pow(p.ActCoarser, leaf.Value.Count(c => c == '.') - said.Value.Count(c => c == '.')) / all
            : 0;
        return ((1 - p.ActError) * right) + (p.ActError * named);
    }

    private static string RootOf(ActCode act) => act.Value.Split('.')[0];

    private static bool IsAlways(ActCode act) => RootOf(act) is "attack" or "recon";

    private static double[] Normal(double[] weights)
    {
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
