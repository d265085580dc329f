using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfire.Cases;

namespace Holdfire.Counts;

/// <summary>Counts claims with bounds. See docs/counts.md.</summary>
public static class Counter
{
    // Lazy, so that several threads that count at a time make one.
    private static readonly ConditionalWeakTable<Case, Lazy<CountIndex>> Indexes = new();

    /// <summary>One row for each window of the query, in its order.</summary>
    /// <remarks>The index of a case is built at the first count and kept as long as the case is.</remarks>
    /// <exception cref="ArgumentException">A window is infinite, or the region or source is not known to the case.</exception>
    public static ImmutableArray<CountRow> Count(Case @case, CountQuery query) =>
        Indexes.GetValue(@case, static c => new(() => new CountIndex(c))).Value.Count(query);
}
