using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>A rule on the standard of proof.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says, in words.</param>
/// <param name="Needs">What must be met, all of it.</param>
/// <param name="Standard">The standard.</param>
/// <param name="IsLimit">Whether the event is at most of this standard; else it reaches it.</param>
public sealed record StandardRule(string Id, string Text, ImmutableArray<RuleNeed> Needs, StandardOfProof Standard, bool IsLimit)
    : FindingRule(Id, Text, Needs);
