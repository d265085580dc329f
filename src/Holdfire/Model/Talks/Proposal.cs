using System.Collections.Immutable;
using Holdfire.Time;

namespace Holdfire.Model;

/// <summary>Items put to others.</summary>
public sealed record Proposal : TalksEntry
{
    /// <summary>How it is put.</summary>
    public required ProposalKind Kind { get; init; }

    /// <summary>Who puts it; several put it together.</summary>
    public required ImmutableArray<PartyId> By { get; init; }

    /// <summary>To whom.</summary>
    public required ImmutableArray<PartyId> To { get; init; }

    /// <summary>What is put.</summary>
    public required ImmutableArray<ItemId> Items { get; init; }

    /// <summary>From when until when it stands, or null where nothing is said. Its end is a deadline.</summary>
    public TimeWindow? Valid { get; init; }
}
