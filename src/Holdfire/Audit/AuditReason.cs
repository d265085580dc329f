using System.Collections.Immutable;

namespace Holdfire.Audit;

/// <summary>One step of an audit.</summary>
/// <param name="Rule">The id of the rule that fired, documented in docs/audit.md.</param>
/// <param name="Text">What it found, in words.</param>
/// <param name="Evidence">The ids of the reports, quantities or statements that it used.</param>
public sealed record AuditReason(string Rule, string Text, ImmutableArray<string> Evidence)
{
    internal bool Contradicts { get; init; }

    /// <summary>The same for people, where there is more to say than that nothing was found; it goes into the sentences of the claim.</summary>
    internal string? Plain { get; init; }

    /// <summary>Whether it contradicts the claim. No property: it is in no answer.</summary>
    public bool IsAgainst() => Contradicts;
}
