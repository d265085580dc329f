using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What kept a source from looking on the day.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="Kind">Why; null for a declared gap, whose reason is in the basis.</param>
/// <param name="Areas">The codes of the areas.</param>
/// <param name="From">The start of its widest time; null is open.</param>
/// <param name="To">The end of its widest time; null is open.</param>
/// <param name="By">The id of the party that is said to have kept it from looking; null where none is.</param>
/// <param name="Basis">Where this comes from.</param>
public sealed record DailyRestrictionAnswer(
    string Source, RestrictionKind? Kind, ImmutableArray<string> Areas, Instant? From, Instant? To, string? By, string Basis);
