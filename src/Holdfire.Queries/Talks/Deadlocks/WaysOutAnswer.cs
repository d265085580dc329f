using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>The smallest sets of changes that end a deadlock.</summary>
/// <param name="Exact">Whether their size is known exactly, or only bounded.</param>
/// <param name="Least">At least this many changes.</param>
/// <param name="Most">At most this many; the same where it is exact.</param>
/// <param name="Count">How many such sets there are, a decimal number as text; null for a bound.</param>
/// <param name="First">The first 100 sets.</param>
public sealed record WaysOutAnswer(bool Exact, int Least, int Most, string? Count, ImmutableArray<ImmutableArray<ChangeAnswer>> First)
{
    /// <summary>From ways out.</summary>
    public static WaysOutAnswer Of(WaysOut ways) => new(
        ways.IsExact, ways.Least, ways.Most, ways.Count?.ToString(CultureInfo.InvariantCulture),
        [.. ways.First.Select(s => (ImmutableArray<ChangeAnswer>)[.. s.Select(c => new ChangeAnswer(c.Precondition.Id.Value, c.Kind))])]);
}
