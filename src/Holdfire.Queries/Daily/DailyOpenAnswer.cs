using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Events under the terms of a truce in force on the day that are alleged, and neither corroborated nor verified.</summary>
/// <param name="OfDay">How many may lie within the day.</param>
/// <param name="OfEarlierDays">How many lie before it, from the starts of these truces on.</param>
/// <param name="Items">Those of the day.</param>
public sealed record DailyOpenAnswer(int OfDay, int OfEarlierDays, ImmutableArray<DailyOpenItemAnswer> Items);
