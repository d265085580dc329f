using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>
/// What sources did to their own reports and statements, as a case folder would hold it: the version that stands no more as an
/// item, and a correction that names it.
/// </summary>
/// <remarks>
/// A change is the source's own where it says when the source published it, or where both it and what it changes are signed in the
/// source's name. Any other mends an entry that its submitter got wrong: what was never the source's word is in no case. See
/// docs/record-format.md.
/// </remarks>
internal sealed class SourceChanges
{
    private readonly EntryList entries;
    private readonly ItemVersions versions;
    private readonly SortedDictionary<int, Change> changes = [];
    private readonly Dictionary<int, string> names = [];

    private SourceChanges(EntryList entries, ItemVersions versions) => (this.entries, this.versions) = (entries, versions);

    private sealed record Change(EntryState State, YamlMap Item, string Id, string Published, string Reason);

    /// <summary>The versions that stand no more, in the order of the log, and the corrections of each report and number in them.</summary>
    public static (ImmutableArray<CaseItem> Items, ImmutableArray<YamlMap> Corrections) Of(EntryList entries, ItemVersions versions)
    {
        var found = new SourceChanges(entries, versions);
        found.Find();
        found.Name();
        return (
            [.. found.changes.Select(c => new CaseItem(c.Value.State.Kind, ItemJson.Of(found.Renamed(c.Value.Item, found.SuffixOf(c.Key))), entries.Where(c.Key)))],
            [.. found.changes.SelectMany(c => found.CorrectionsOf(c.Key, c.Value))]);
    }

    private void Find()
    {
        for (var place = 0; place < entries.Count; place++)
        {
            var state = entries.StateAt(place);
            // Where a later version is set aside, the one that stands again was not changed.
            if (state is not { Kind: EntryKind.Report or EntryKind.Statement, Standing: Standing.Corrected or Standing.Withdrawn }
                || versions.IsAside(place) || versions.Of(place) <= place)
            {
                continue;
            }

            var by = entries.EntryAt((int)state.ChangedBy);
            using var content = JsonDocument.Parse(by.Content!.Value);
            var published = content.RootElement.TryGetProperty("published", out var said) ? said.ToString()
                : IsBy(state.AttributedTo, by) && IsBy(state.AttributedTo, entries.EntryAt(place)) ? InstantText.Format(by.Made)
                : null;
            if (published is not null && Read(place) is { } item)
            {
                changes[place] = new Change(state, item, IdOf(item), published, content.RootElement.GetProperty("reason").GetString()!);
            }
        }
    }

    private bool IsBy(string source, Entry entry) => entries.Keys.Find(entry.Key)!.SpeaksAs.Contains(source);

    // What others refer to by id is the version that stands or, where none does, the last one withdrawn.
    private void Name()
    {
        var taken = new HashSet<(EntryKind, string)>();
        foreach (var (place, change) in changes.Reverse())
        {
            names[place] = change.State.Standing == Standing.Withdrawn && !entries.Stands(change.State.Kind, change.Id, versions) && taken.Add((change.State.Kind, change.Id))
                ? "" : FormattableString.Invariant($"@{entries.IndexOf(place)}");
        }
    }

    private string SuffixOf(int place) => names.GetValueOrDefault(place, "");

    private IEnumerable<YamlMap> CorrectionsOf(int place, Change change)
    {
        var next = change.State.Standing == Standing.Corrected ? NextOf(place) : null;
        var held = next is { } n && Read(n) is { } map ? ReportsIn(map).Select(IdOf).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var id in ReportsIn(change.Item).Select(IdOf))
        {
            var (at, kind) = (change.Item.At, change.State.Standing == Standing.Corrected ? "corrected" : "withdrawn");
            var reference = FormattableString.Invariant($"entry {entries.IndexOf((int)change.State.ChangedBy)}: {change.Reason}");
            yield return Map(
                at, ("report", id + SuffixOf(place)), ("kind", kind), ("by", held.Contains(id) ? id + SuffixOf(next!.Value) : ""),
                ("published", change.Published), ("reference", reference));
        }
    }

    // The version that took its place: that of the next change of the source's own, or the one that stands.
    private int? NextOf(int place)
    {
        var at = (int)entries.StateAt(place).ChangedBy;
        while (!changes.ContainsKey(at) && versions.Of(at) != at)
        {
            if (entries.StateAt(at) is not { Standing: Standing.Corrected } mended)
            {
                return null;
            }

            at = (int)mended.ChangedBy;
        }

        return at;
    }

    private YamlMap? Read(int place)
    {
        if (entries.ItemAt(place) is not { } content)
        {
            return null;
        }

        using var document = JsonDocument.Parse(content);
        return ItemJson.Read(document.RootElement, new Spot(entries.Where(place), 0, 0)) as YamlMap;
    }

    // A report itself, or the numbers in a statement.
    private static IEnumerable<YamlMap> ReportsIn(YamlMap item) =>
        item.Entries.ContainsKey("speaker")
            ? item.Entries.GetValueOrDefault("quantities").Value is YamlList list ? list.Items.OfType<YamlMap>() : []
            : [item];

    private static string IdOf(YamlMap item) => item.Entries.GetValueOrDefault("id").Value is YamlText text ? text.Value : "";

    private YamlMap Renamed(YamlMap item, string suffix)
    {
        var renamed = WithSuffix(item, suffix, "id");
        if (suffix.Length > 0 && item.Entries.GetValueOrDefault("quantities").Value is YamlList list)
        {
            renamed.Entries["quantities"] = (item.At, new YamlList(list.At, [.. list.Items.Select(q => q is YamlMap map ? WithSuffix(map, suffix, "id", "part_of") : q)]));
        }

        return renamed;
    }

    private static YamlMap WithSuffix(YamlMap item, string suffix, params string[] keys)
    {
        var entries = new OrderedDictionary<string, (Spot At, YamlItem Value)>(item.Entries, StringComparer.Ordinal);
        foreach (var key in keys.Where(entries.ContainsKey))
        {
            entries[key] = entries[key] is { Value: YamlText { Value.Length: > 0 } text } value ? (value.At, text with { Value = text.Value + suffix }) : entries[key];
        }

        return new YamlMap(item.At, entries);
    }

    private static YamlMap Map(Spot at, params (string Key, string Text)[] texts) => new(at, new OrderedDictionary<string, (Spot At, YamlItem Value)>(
        texts.Where(t => t.Text.Length > 0).Select(t => KeyValuePair.Create(t.Key, (at, (YamlItem)new YamlText(at, t.Text, false)))), StringComparer.Ordinal));
}
