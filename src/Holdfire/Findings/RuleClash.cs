namespace Holdfire.Findings;

/// <summary>Rules of one table that cannot stand together.</summary>
/// <param name="Rule">The place of the rule in its list.</param>
/// <param name="OfAttribution">Whether it is a rule on attribution; else on the standard.</param>
/// <param name="Expected">What is expected of it.</param>
/// <param name="Found">What it is.</param>
public sealed record RuleClash(int Rule, bool OfAttribution, string Expected, string Found);
