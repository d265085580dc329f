using Holdfire.Model;

namespace Holdfire.Talks;

/// <summary>How a party stands to an item by one entry.</summary>
/// <param name="Item">The item.</param>
/// <param name="Party">The party.</param>
/// <param name="Kind">How it stands.</param>
/// <param name="Entry">The entry that says so, with its time and statements.</param>
/// <param name="Other">The other item of a precondition, threat or promise, or null.</param>
public sealed record Position(ItemId Item, PartyId Party, PositionKind Kind, TalksEntry Entry, ItemId? Other);
