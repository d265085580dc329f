namespace Holdfire.Fusion;

/// <summary>What was learnt.</summary>
/// <param name="Parameters">The set, with the reports' own background.</param>
/// <param name="ExpectedMatches">The expected number of pairs of reports that are of one event.</param>
/// <param name="Rounds">How often the parameters were learnt anew; 0 where they were kept.</param>
public sealed record FitResult(FusionParameters Parameters, double ExpectedMatches, int Rounds)
{
    /// <summary>Whether there were too few matches to learn from, so that the numbers given were kept.</summary>
    public bool IsKept => Rounds == 0;
}
