namespace Holdfire.Model;

/// <summary>What became of an entry.</summary>
public enum OutcomeKind
{
    /// <summary>Its condition was met, or what was proposed came about.</summary>
    Met,

    /// <summary>It was not.</summary>
    NotMet,

    /// <summary>The consequence was carried out.</summary>
    CarriedOut,

    /// <summary>The consequence was not carried out.</summary>
    NotCarriedOut,

    /// <summary>Who made it took it back.</summary>
    Withdrawn,
}
