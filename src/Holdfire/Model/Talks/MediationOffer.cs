using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>A mediation that was offered, asked for, answered or spoken of.</summary>
public sealed record MediationOffer : TalksEntry
{
    /// <summary>What is said of it.</summary>
    public required MediationKind Kind { get; init; }

    /// <summary>Who says it.</summary>
    public required PartyId By { get; init; }

    /// <summary>Who mediates or is to.</summary>
    public required ImmutableArray<PartyId> Mediators { get; init; }

    /// <summary>What it is to help with, or null where nothing is said.</summary>
    public ItemId? Item { get; init; }
}
