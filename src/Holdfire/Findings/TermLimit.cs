namespace Holdfire.Findings;

/// <summary>A limit of a truce's terms.</summary>
public enum TermLimit
{
    /// <summary>Who is bound.</summary>
    Actor,

    /// <summary>From when to when.</summary>
    Time,

    /// <summary>Where.</summary>
    Area,

    /// <summary>What act.</summary>
    Act,

    /// <summary>What kind of target.</summary>
    Target,

    /// <summary>What the terms except.</summary>
    Exception,
}
