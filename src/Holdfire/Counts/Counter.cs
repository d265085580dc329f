using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Counts;

/// <summary>Counts claims with bounds. See docs/counts.md.</summary>
public static class Counter
{
    /// <summary>One row for each window of the query, in its order, from what the view knows.</summary>
    /// <remarks>The view builds its index at the first count and keeps it.</remarks>
    /// <exception cref="ArgumentException">A window is infinite, or the region or source is not known to the case.</exception>
    public static ImmutableArray<CountRow> Count(CaseView view, CountQuery query) => CountIndex.Of(view).Count(query);
}
