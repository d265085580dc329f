namespace Holdfire.Findings;

/// <summary>An event held against one limit of a prohibition.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Fit">How it lies to it.</param>
/// <param name="Text">Both, in words.</param>
public sealed record TermStep(TermLimit Limit, TermFit Fit, string Text)
{
    /// <summary>Hours of its window before the terms were in force; infinite for an open start; null where not asked.</summary>
    public double? HoursBefore { get; init; }

    /// <summary>Hours of its window after the terms were in force; infinite for an open end; null where not asked.</summary>
    public double? HoursAfter { get; init; }

    /// <summary>
    /// Kilometres: how far its circle reaches over the border where it straddles it, how far it lies off where it is
    /// outside; null where nothing was measured.
    /// </summary>
    public double? Km { get; init; }

    /// <summary>The share of its areas that lies within, 0 to 1, in square degrees; null where nothing was measured.</summary>
    public double? Share { get; init; }

    /// <summary>The id of the rule in docs/findings.md, such as <c>T-TIME</c>.</summary>
    public string Rule => $"T-{Limit.ToString().ToUpperInvariant()}";
}
