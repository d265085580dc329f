using System.Collections.Immutable;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>A rule that fired.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Text">What it says.</param>
/// <param name="Reports">The ids of the reports that it used.</param>
public sealed record FiredRuleAnswer(string Rule, string Text, ImmutableArray<string> Reports)
{
    /// <summary>From a rule.</summary>
    public static FiredRuleAnswer Of(FiredRule r) => new(r.Rule, r.Text, [.. r.Reports.Select(id => id.Value)]);
}
