namespace Holdfire.Model;

/// <summary>What an actor said of a truce.</summary>
public enum DeclarationKind
{
    /// <summary>Declares it.</summary>
    Declares,

    /// <summary>Accepts it.</summary>
    Accepts,

    /// <summary>Accepts it under a condition.</summary>
    AcceptsConditionally,

    /// <summary>Says nothing to it.</summary>
    Ignores,

    /// <summary>Rejects it.</summary>
    Rejects,

    /// <summary>Takes an earlier word back.</summary>
    Withdraws,

    /// <summary>Says that it has ended as it was meant to, and is not renewed.</summary>
    LetsExpire,

    /// <summary>Proposes it to others without declaring it.</summary>
    Proposes,
}
