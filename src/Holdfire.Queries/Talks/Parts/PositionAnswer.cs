using Holdfire.Talks;

namespace Holdfire.Queries;

/// <summary>How a party stands to an item.</summary>
/// <param name="Party">The id of the party.</param>
/// <param name="Position">How it stands to the item.</param>
/// <param name="OtherItem">The id of the item that a condition ties it to; null for none.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record PositionAnswer(string Party, PositionKind Position, string? OtherItem, TalksEntryAnswer Entry)
{
    /// <summary>From a position.</summary>
    public static PositionAnswer Of(Position p) => new(p.Party.Value, p.Kind, p.Other?.Value, TalksEntryAnswer.Of(p.Entry));
}
