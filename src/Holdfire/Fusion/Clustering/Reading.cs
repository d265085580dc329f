using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>The likeliest other way to group the reports of an incident.</summary>
/// <param name="Groups">Its groups, with every report that any of them takes in.</param>
/// <param name="Odds">How likely it is against the reading chosen: 1 is even, below 1 less likely.</param>
public sealed record Reading(ImmutableArray<ImmutableArray<ReportId>> Groups, double Odds);
