using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>The likeliest other way to group the reports of an incident.</summary>
/// <param name="Odds">How likely it is against the grouping chosen: 1 is even, below 1 less likely.</param>
/// <param name="Groups">Its groups, as ids of reports.</param>
public sealed record RunnerUpAnswer(double Odds, ImmutableArray<ImmutableArray<string>> Groups);
