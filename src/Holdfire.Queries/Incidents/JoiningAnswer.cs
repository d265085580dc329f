namespace Holdfire.Queries;

/// <summary>What a group of reports would lose without one of them.</summary>
/// <param name="Report">The id of the report.</param>
/// <param name="Weight">What would be lost, bits.</param>
public sealed record JoiningAnswer(string Report, WeightAnswer Weight);
