namespace Holdfire.Assessment;

/// <summary>How much of a claim stays.</summary>
internal enum RetainedShare
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Its upper count alone, since it may be of what is asked for.</summary>
    Upper,

    /// <summary>All of it.</summary>
    Whole,
}
