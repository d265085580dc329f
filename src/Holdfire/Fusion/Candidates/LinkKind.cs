namespace Holdfire.Fusion;

/// <summary>Why two reports are held to be of one event whatever their fields weigh.</summary>
public enum LinkKind
{
    /// <summary>A person pinned them.</summary>
    Pinned,

    /// <summary>One repeats the other by its own account.</summary>
    Quotes,

    /// <summary>One denies the other.</summary>
    Denies,

    /// <summary>One source counts one event in two ways in one post: launched and destroyed.</summary>
    Measured,
}
