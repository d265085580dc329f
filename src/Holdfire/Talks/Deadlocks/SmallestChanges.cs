using System.Collections.Immutable;
using System.Numerics;

namespace Holdfire.Talks.Deadlocks;

/// <summary>The smallest sets of changes that do something: how small, how many exactly, and some of them.</summary>
internal sealed record Optima(int Size, BigInteger Count, ImmutableArray<ChangeSet> First)
{
    /// <summary>How many sets are kept.</summary>
    public const int MostKept = 100;

    /// <summary>Nothing to do, which can be done in one way.</summary>
    public static Optima Nothing { get; } = new(0, BigInteger.One, [default]);

    public static Optima Of(ChangeSet set) => new(1, BigInteger.One, [set]);

    /// <summary>Either the one or the other: the smaller; both where they are equally small. They must share no set.</summary>
    public static Optima? Either(Optima? one, Optima? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ } a, { } b) when a.Size != b.Size => a.Size < b.Size ? a : b,
        ({ } a, { } b) => new Optima(a.Size, a.Count + b.Count, [.. a.First.Concat(b.First).Take(MostKept)]),
    };

    /// <summary>Both, independently of each other; null where one cannot be done.</summary>
    public static Optima? Both(Optima? one, Optima? other) => one is null || other is null
        ? null
        : new Optima(
            one.Size + other.Size, one.Count * other.Count,
            [.. one.First.SelectMany(_ => other.First, (a, b) => a.And(b)).Take(MostKept)]);
}
