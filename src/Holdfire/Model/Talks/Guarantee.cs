using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>Who is to answer for what, for whose sake.</summary>
public sealed record Guarantee : TalksEntry
{
    /// <summary>The guarantors.</summary>
    public required ImmutableArray<PartyId> By { get; init; }

    /// <summary>Whom it protects.</summary>
    public required ImmutableArray<PartyId> To { get; init; }

    /// <summary>The item that is the guarantee.</summary>
    public required ItemId Item { get; init; }
}
