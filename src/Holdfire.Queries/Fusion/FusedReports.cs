using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>Fused reports, with what they were fused from.</summary>
/// <param name="Input">The reports and parameters.</param>
/// <param name="Result">The groups.</param>
internal sealed record FusedReports(FusionInput Input, FusionResult Result)
{
    /// <summary>The groups, where all reports can be told apart.</summary>
    /// <exception cref="TooLargeException">Too many reports may be of one event; the first such group is named.</exception>
    public FusionResult All => Result.Crowded is [var first, ..] ? throw new TooLargeException(first.Says) : Result;
}
