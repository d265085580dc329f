using System.Collections.Immutable;
using Holdfire.Time;

namespace Holdfire.Model;

/// <summary>A threat or a promise that hangs on an item.</summary>
public sealed record Conditional : TalksEntry
{
    /// <summary>Whether it is a threat or a promise.</summary>
    public required ConditionalKind Kind { get; init; }

    /// <summary>Who makes it.</summary>
    public required ImmutableArray<PartyId> By { get; init; }

    /// <summary>Who is to meet the condition.</summary>
    public required ImmutableArray<PartyId> To { get; init; }

    /// <summary>The item that is to be brought about.</summary>
    public required ItemId Condition { get; init; }

    /// <summary>By when; its end is the deadline. Null where none was said.</summary>
    public TimeWindow? Deadline { get; init; }

    /// <summary>What is to follow.</summary>
    public required ItemId Consequence { get; init; }
}
