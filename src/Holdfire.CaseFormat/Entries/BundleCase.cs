using System.Collections.Immutable;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The case that the entries of a bundle hold.</summary>
public static class BundleCase
{
    /// <summary>Replays the entries that stand, each in the place of the first of its item. Bad input never throws.</summary>
    public static CaseLoad Load(BundleContents bundle)
    {
        var items = Enumerable.Range(0, bundle.Entries.Length)
            .Where(i => bundle.States[i].Standing == Standing.Stands)
            .OrderBy(i => bundle.States[i].Root)
            .Select(i => ItemAt(bundle, i)).OfType<CaseItem>().ToImmutableArray();
        var (taken, corrections) = SourceChanges.Of(new EntryList.OfBundle(bundle));
        items = [.. items, .. taken];
        // Nothing is set aside in reading: of a selection, an entry may have been left out so that another cannot be read.
        return CaseFolder.Load(
            new ItemFiles([.. items.Where(i => i.Kind != EntryKind.Report)], items.Where(i => i.Kind == EntryKind.Report), corrections), new LoadState());
    }

    private static CaseItem? ItemAt(BundleContents bundle, int place)
    {
        var (index, _, entry) = bundle.Entries[place];
        var content = entry.Content is { } open ? ItemContents.ItemOf(entry.Kind, open)
            : bundle.Disclosed.TryGetValue(entry.ContentHash, out var disclosed) ? disclosed : (ReadOnlyMemory<byte>?)null;
        return content is { } item ? new CaseItem(bundle.States[place].Kind, item, BundleFiles.Entry(index)) : null;
    }
}
