using System.Collections.Immutable;
using Holdfire.Cases;

namespace Holdfire.Counts;

/// <summary>Counts claims with bounds.</summary>
public static class Counter
{
    /// <summary>One row for each window of the query, in its order.</summary>
    public static ImmutableArray<CountRow> Count(Case @case, CountQuery query) => throw new NotSupportedException();
}
