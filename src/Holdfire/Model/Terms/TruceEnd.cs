namespace Holdfire.Model;

/// <summary>How a truce is to end.</summary>
public enum TruceEnd
{
    /// <summary>At a time that is given.</summary>
    AtATime,

    /// <summary>When somebody ends it: no end is set, and none is on record.</summary>
    UntilEnded,

    /// <summary>It has ended or was to end, and when is not known.</summary>
    Unknown,
}
