namespace Holdfire.Model;

/// <summary>What is said of a mediation.</summary>
public enum MediationKind
{
    /// <summary>The mediators offer it.</summary>
    Offered,

    /// <summary>Somebody asks for it.</summary>
    AskedFor,

    /// <summary>Somebody accepts it.</summary>
    Accepted,

    /// <summary>Somebody declines it.</summary>
    Declined,

    /// <summary>Somebody thanks for it or speaks of it as under way.</summary>
    Acknowledged,
}
