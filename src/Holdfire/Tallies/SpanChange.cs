namespace Holdfire.Tallies;

/// <summary>What can be said of a number against an earlier one, when both are known within bounds.</summary>
public enum SpanChange
{
    /// <summary>The bounds overlap: it may be more, fewer or as many.</summary>
    CannotSay,

    /// <summary>More, wherever in their bounds the numbers are.</summary>
    More,

    /// <summary>Fewer, wherever in their bounds the numbers are.</summary>
    Fewer,

    /// <summary>Both are exact and the same.</summary>
    Same,
}
