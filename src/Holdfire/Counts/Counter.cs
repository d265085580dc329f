using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>Counts claims with bounds. See docs/counts.md.</summary>
public static class Counter
{
    // Lazy, so that several threads that count at a time make one.
    private static readonly ConditionalWeakTable<Case, ConcurrentDictionary<Instant, Lazy<CountIndex>>> Indexes = new();

    /// <summary>One row for each window of the query, in its order, from what the view knows.</summary>
    /// <exception cref="ArgumentException">A window is infinite, or the region or source is not known to the case.</exception>
    public static ImmutableArray<CountRow> Count(CaseView view, CountQuery query) =>
        view.Index(static v => new CountIndex(v.Standing)).Count(query);

    /// <summary>One row for each window of the query, in its order.</summary>
    /// <remarks>The index of a case is built at the first count and kept as long as the case is.</remarks>
    /// <exception cref="ArgumentException">A window is infinite, or the region or source is not known to the case.</exception>
    public static ImmutableArray<CountRow> Count(Case @case, CountQuery query)
    {
        // Only what was corrected after the instant stands otherwise than it does now.
        var at = query.AsOf is { } asOf && @case.Corrections.Any(c => c.Published > asOf) ? asOf : Instant.MaxValue;
        return Indexes.GetValue(@case, static _ => new())
            .GetOrAdd(at, static (at, c) => new(() => new CountIndex(c.Standing(at))), @case).Value.Count(query);
    }
}
