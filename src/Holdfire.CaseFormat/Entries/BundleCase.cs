using System.Collections.Immutable;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The case that the entries of a bundle hold.</summary>
public static class BundleCase
{
    /// <summary>Replays the items that stand, each in the place of the first entry of it. Bad input never throws.</summary>
    public static CaseLoad Load(BundleContents bundle)
    {
        var entries = new EntryList.OfBundle(bundle);
        var squatting = SourceChanges.Squatting(entries, entries.Versions(ImmutableHashSet<string>.Empty));
        var versions = entries.Versions(squatting.Select(s => s.Name).ToImmutableHashSet());
        var items = Enumerable.Range(0, entries.Count).Where(place => entries.StateAt(place).Root == place)
            .Select(root => versions.Of(root)).OfType<int>().Select(place => ItemAt(entries, place)).OfType<CaseItem>().ToImmutableArray();
        var (taken, corrections) = SourceChanges.Of(entries, versions);
        var lines = HeadLines.Of(entries, versions, () => taken);
        items = [.. items, .. taken];
        // Nothing else is set aside in reading: of a selection, an entry may have been left out so that another cannot be read.
        var files = new ItemFiles(
            [.. items.Where(i => i.Kind != EntryKind.Report)], items.Where(i => i.Kind == EntryKind.Report), corrections, lines.Select(l => l.Name).ToImmutableHashSet());
        return CaseFolder.Load(files, new LoadState()) with
        {
            Without = SetAsideList.Of(entries, [], [.. squatting.Concat(lines).Select(l => l.What), .. SourceChanges.Unread(entries, versions)]),
            Withheld = entries.Withheld,
        };
    }

    private static CaseItem? ItemAt(EntryList entries, int place) =>
        entries.ItemAt(place) is not { } item ? null : new CaseItem(entries.StateAt(place).Kind, item, entries.Where(place))
        {
            Signer = entries.StateAt(place).Kind == EntryKind.Step ? Signer.Of(entries.StateAt(place).Submitter, entries.Keys) : Signer.None,
        };
}
