namespace Holdfire.Findings;

/// <summary>How an event lies to one limit.</summary>
public enum TermFit
{
    /// <summary>Within it, wherever in its bounds the truth is.</summary>
    Inside,

    /// <summary>Within or outside.</summary>
    Straddles,

    /// <summary>Outside it, wherever in its bounds the truth is.</summary>
    Outside,
}
