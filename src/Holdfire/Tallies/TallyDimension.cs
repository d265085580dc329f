namespace Holdfire.Tallies;

/// <summary>By what events are counted apart.</summary>
public enum TallyDimension
{
    /// <summary>The smallest known area that surely holds the event.</summary>
    Area,

    /// <summary>The one party that reports name as having done it.</summary>
    Actor,

    /// <summary>The act.</summary>
    Act,
}
