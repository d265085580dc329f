using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>What one actor says to a proposal.</summary>
public sealed record Response : TalksEntry
{
    /// <summary>Who.</summary>
    public required PartyId By { get; init; }

    /// <summary>The proposal.</summary>
    public required EntryId To { get; init; }

    /// <summary>The items of the proposal that it is about: all of them where the case names none.</summary>
    public required ImmutableArray<ItemId> Items { get; init; }

    /// <summary>What it does.</summary>
    public required ResponseKind Kind { get; init; }

    /// <summary>The preconditions under which it accepts.</summary>
    public ImmutableArray<EntryId> Conditions { get; init; } = [];

    /// <summary>The proposal that it puts in place of the other, or null.</summary>
    public EntryId? Counter { get; init; }
}
