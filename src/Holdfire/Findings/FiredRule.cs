using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>A rule that fired.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Reports">The reports that it used, in order.</param>
public sealed record FiredRule(string Rule, string Text, ImmutableArray<ReportId> Reports);
