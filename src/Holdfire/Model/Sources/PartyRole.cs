namespace Holdfire.Model;

/// <summary>What an actor is in a case.</summary>
public enum PartyRole
{
    /// <summary>A side that can be bound by a truce.</summary>
    Party,

    /// <summary>One who mediates.</summary>
    Mediator,

    /// <summary>One who guarantees.</summary>
    Guarantor,

    /// <summary>One who monitors.</summary>
    Monitor,

    /// <summary>Anyone else who speaks.</summary>
    Other,
}
