namespace Holdfire.Model;

/// <summary>Where a truce stands at an instant.</summary>
public enum TruceState
{
    /// <summary>It has not begun to bind anybody.</summary>
    NotBegun,

    /// <summary>It binds.</summary>
    InForce,

    /// <summary>It bound before and will again: the instant lies between two of its times.</summary>
    Between,

    /// <summary>It has ended.</summary>
    Ended,

    /// <summary>It may or may not bind: its start or end is not known so exactly.</summary>
    Unknown,

    /// <summary>It never came into force for anybody.</summary>
    NeverInForce,
}
