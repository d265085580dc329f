
namespace Holdfire.Model;

/// <summary>Something that is talked about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind: built in or one of the case's own.</param>
/// <param name="Name">A noun phrase that fits into a sentence, such as "a halt of 30 days".</param>
/// <param name="Truce">The truce of the case whose terms it is, or null where it is none of them.</param>
/// <param name="Text">More about it, in words of our own; may be empty.</param>
public sealed record TalksItem(ItemId Id, ItemKindCode Kind, string Name, TruceId? Truce, string Text);
