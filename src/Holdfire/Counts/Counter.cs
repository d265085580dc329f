using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfire.Cases;

namespace Holdfire.Counts;

/// <summary>Counts claims with bounds.</summary>
/// <threadsafety>Safe: the index of a case is made once and never changed.</threadsafety>
public static class Counter
{
    private static readonly ConditionalWeakTable<Case, CountIndex> Indexes = [];

    /// <summary>One row for each window of the query, in its order.</summary>
    public static ImmutableArray<CountRow> Count(Case @case, CountQuery query) =>
        Indexes.GetValue(@case, c => new CountIndex(c)).Count(query);
}
