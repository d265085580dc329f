using System.Collections.Immutable;
using System.Numerics;

namespace Holdfire.Talks.Deadlocks;

/// <summary>The smallest sets of changes after which a deadlock is gone.</summary>
/// <param name="Least">No set has fewer changes.</param>
/// <param name="Most">There is a set with as many changes. Equal to <paramref name="Least"/> where the answer is exact.</param>
/// <param name="Count">How many sets of that size there are, exactly; null where there is only a bound.</param>
/// <param name="First">The first sets found, in a fixed order: at most 100; with a bound only the one known.</param>
public sealed record WaysOut(int Least, int Most, BigInteger? Count, ImmutableArray<ImmutableArray<Change>> First)
{
    /// <summary>Components of at most this many preconditions are solved exactly.</summary>
    public const int MostExact = 60;

    /// <summary>Whether the size and the count are exact.</summary>
    public bool IsExact => Count is not null;
}
