using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>The items of a case other than reports, by kind and id.</summary>
internal sealed class HeldItemTexts
{
    private readonly HashSet<(EntryKind Kind, string Id)> ids = [];

    public HeldItemTexts(IEnumerable<CaseItem> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }

    /// <summary>Whether an item of this kind and id is there. What a person has made of it since stays.</summary>
    public bool Holds(CaseItem item) => ids.Contains(NameOf(item));

    public void Add(CaseItem item) => ids.Add(NameOf(item));

    /// <summary>What an item is known by.</summary>
    public static (EntryKind Kind, string Id) NameOf(CaseItem item) => (item.Kind, ContentItem.Parse(item.Kind, item.Content).Id);
}
