namespace Holdfire.Tallies;

/// <summary>What became known of a report.</summary>
public enum NewsKind
{
    /// <summary>It was published.</summary>
    New,

    /// <summary>Its source put another in its place.</summary>
    Changed,

    /// <summary>Its source took it back.</summary>
    Withdrawn,
}
