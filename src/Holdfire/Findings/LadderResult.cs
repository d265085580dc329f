using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>What bears an event out and what is said of who did it, whatever the terms of any truce.</summary>
/// <param name="Standard">The standard reached.</param>
/// <param name="StandardRules">Every rule on the standard that fired, in the order of the table.</param>
/// <param name="Attribution">The attribution.</param>
/// <param name="AttributionRule">The rule on attribution that counted; null where nothing stands.</param>
/// <param name="Testimonies">What is said for and against, one for each report at a root.</param>
public sealed record LadderResult(
    StandardOfProof Standard, ImmutableArray<FiredRule> StandardRules, Attribution Attribution, FiredRule? AttributionRule,
    ImmutableArray<Testimony> Testimonies)
{
    /// <summary>The different origins that affirm it, in order.</summary>
    public IEnumerable<string> Origins =>
        Testimonies.Where(t => !t.Denies).Select(t => t.Origin).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
