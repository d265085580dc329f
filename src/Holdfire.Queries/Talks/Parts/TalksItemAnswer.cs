using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Something that is talked about.</summary>
/// <param name="Item">The id of the item.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name, a noun phrase.</param>
/// <param name="Truce">The id of the truce whose terms it is; null for none.</param>
/// <param name="Text">More about it, in words; may be empty.</param>
public sealed record TalksItemAnswer(string Item, string Kind, string Name, string? Truce, string Text)
{
    /// <summary>From an item.</summary>
    public static TalksItemAnswer Of(TalksItem i) => new(i.Id.Value, i.Kind.Value, i.Name, i.Truce?.Value, i.Text);
}
