namespace Holdfire.Acts;

/// <summary>How far a counterpart in another list says the same, after SKOS mapping relations.</summary>
public enum CrosswalkMatch
{
    /// <summary>There is no counterpart; the row's note says why.</summary>
    None,

    /// <summary>Nearly the same, neither wider nor narrower.</summary>
    Close,

    /// <summary>The counterpart is wider.</summary>
    Broad,

    /// <summary>The counterparts are narrower and need not cover it all.</summary>
    Narrow,
}
