namespace Holdfire.Model;

/// <summary>How a proposal is put.</summary>
public enum ProposalKind
{
    /// <summary>Offered, to be accepted or not.</summary>
    Offer,

    /// <summary>Asked of the addressee.</summary>
    Demand,
}
