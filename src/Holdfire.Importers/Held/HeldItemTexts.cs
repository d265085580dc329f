using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>The items of a case other than reports, by kind and id.</summary>
internal sealed class HeldItemTexts
{
    private readonly Dictionary<(EntryKind Kind, string Id), ReadOnlyMemory<byte>> contents = [];

    public HeldItemTexts(IEnumerable<CaseItem> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }

    /// <summary>Whether an item of this kind and id is there. What a person has made of it since stays.</summary>
    public bool Holds(CaseItem item) => contents.ContainsKey(NameOf(item));

    /// <summary>Whether what is held under this kind and id says something else.</summary>
    public bool HoldsOtherwise(CaseItem item) => contents.TryGetValue(NameOf(item), out var held) && !held.Span.SequenceEqual(item.Content.Span);

    public void Add(CaseItem item) => contents.TryAdd(NameOf(item), item.Content);

    /// <summary>What an item is known by.</summary>
    public static (EntryKind Kind, string Id) NameOf(CaseItem item) => (item.Kind, ContentItem.Parse(item.Kind, item.Content).Id);
}
