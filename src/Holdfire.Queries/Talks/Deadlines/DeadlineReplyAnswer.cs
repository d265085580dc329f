namespace Holdfire.Queries;

/// <summary>How one of those addressed stands to what a deadline asks.</summary>
/// <param name="Item">The id of the item.</param>
/// <param name="Position">The position.</param>
public sealed record DeadlineReplyAnswer(string Item, PositionAnswer Position);
