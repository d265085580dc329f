using System.Collections.Immutable;
using System.Numerics;

namespace Holdfire.Talks.Deadlocks;

/// <summary>The smallest sets of changes that do something: how small, how many exactly, and some of them.</summary>
internal sealed record SmallestChanges(int Size, BigInteger Count, ImmutableArray<ChangeSet> First)
{
    /// <summary>How many sets are kept.</summary>
    public const int MostKept = 100;

    /// <summary>Nothing to do, which can be done in one way.</summary>
    public static SmallestChanges Nothing { get; } = new(0, BigInteger.One, [default]);

    public static SmallestChanges Of(ChangeSet set) => new(1, BigInteger.One, [set]);

    /// <summary>Either the one or the other: the smaller; both where they are equally small. They must share no set.</summary>
    public static SmallestChanges? Either(SmallestChanges? one, SmallestChanges? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ } a, { } b) when a.Size != b.Size => a.Size < b.Size ? a : b,
        ({ } a, { } b) => new SmallestChanges(a.Size, a.Count + b.Count, [.. a.First.Concat(b.First).Take(MostKept)]),
    };

    /// <summary>Both, independently of each other; null where one cannot be done.</summary>
    public static SmallestChanges? Both(SmallestChanges? one, SmallestChanges? other) => one is null || other is null
        ? null
        : new SmallestChanges(
            one.Size + other.Size, one.Count * other.Count,
            [.. one.First.SelectMany(_ => other.First, (a, b) => a.And(b)).Take(MostKept)]);
}
