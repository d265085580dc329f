using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Why two reports of one incident were put together, or what holds them apart.</summary>
/// <param name="A">The first report by id.</param>
/// <param name="B">The second.</param>
/// <param name="Stated">What is stated of them, or null where only their fields speak.</param>
/// <param name="Weight">What each field weighs; null where one cannot be compared or adds no evidence.</param>
/// <param name="Km">How far apart the places lie, km; null where one has none.</param>
/// <param name="Hours">How far apart the middles of the windows lie, hours; null where one has none.</param>
public sealed record PairWeight(ReportId A, ReportId B, LinkKind? Stated, WeightParts? Weight, double? Km, double? Hours);
