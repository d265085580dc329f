using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>A rule on what is said of who did it. The first that fires counts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says, in words.</param>
/// <param name="Needs">What must be met, all of it.</param>
/// <param name="Attribution">What follows.</param>
public sealed record AttributionRule(string Id, string Text, ImmutableArray<RuleNeed> Needs, Attribution Attribution)
    : FindingRule(Id, Text, Needs);
