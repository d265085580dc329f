using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>Why two reports of one incident were put together, or what holds them apart.</summary>
/// <param name="A">The id of the first.</param>
/// <param name="B">The id of the second.</param>
/// <param name="Stated">What is stated of them; null where only their fields speak.</param>
/// <param name="Km">How far apart the places lie, kilometres; null where one has none.</param>
/// <param name="Hours">How far apart the middles of the windows lie, hours; null where one has none.</param>
/// <param name="Weight">What each field weighs, bits; null where one cannot be compared or adds no evidence.</param>
public sealed record PairWeightAnswer(string A, string B, LinkKind? Stated, double? Km, double? Hours, WeightAnswer? Weight);
