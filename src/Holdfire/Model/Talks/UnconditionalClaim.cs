namespace Holdfire.Model;

/// <summary>An actor says of an item that it sets no condition for it.</summary>
public sealed record UnconditionalClaim : TalksEntry
{
    /// <summary>Who says so.</summary>
    public required PartyId By { get; init; }

    /// <summary>Of what.</summary>
    public required ItemId Item { get; init; }
}
