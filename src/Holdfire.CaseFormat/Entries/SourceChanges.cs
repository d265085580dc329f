using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Views;

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
    private readonly List<SetAsideEntry> unread = [];

    private SourceChanges(EntryList entries, ItemVersions versions) => (this.entries, this.versions) = (entries, versions);

    private sealed record Change(EntryState State, YamlMap Item, string Id, string Published, string Reason);

    /// <summary>The versions that stand no more, in the order of the log, and the corrections of each report and number in them.</summary>
    public static (ImmutableArray<CaseItem> Items, ImmutableArray<YamlMap> Corrections) Of(EntryList entries, ItemVersions versions)
    {
        var found = In(entries, versions);
        return ([.. found.changes.Keys.Select(found.ItemAt)], [.. found.changes.SelectMany(c => found.CorrectionsOf(c.Key, c.Value))]);
    }

    /// <summary>Changes whose <c>published</c> is no instant, in the order of what they change: each counts as one that says none.</summary>
    public static ImmutableArray<SetAsideEntry> Unread(EntryList entries, ItemVersions versions) => [.. In(entries, versions).unread];

    /// <summary>
    /// The versions of items that hold an id which is the name of a former version of another: whoever takes such an id takes no history
    /// away.
    /// </summary>
    public static ImmutableArray<(string Name, SetAsideEntry What)> Squatting(EntryList entries, ItemVersions versions)
    {
        var found = In(entries, versions);
        var reserved = found.changes.Keys.Where(place => found.SuffixOf(place).Length > 0).Select(found.ItemAt)
            .SelectMany(item => ClaimIds.NamesOf(item.Kind, item.Content)).ToHashSet();
        return reserved.Count == 0 ? [] :
        [
            .. Enumerable.Range(0, entries.Count)
                .Where(place => entries.StateAt(place).Kind is EntryKind.Report or EntryKind.Statement && !versions.IsAside(place)
                    && (versions.Of(place) is not null || found.changes.ContainsKey(place)))
                .Select(place => (Place: place, Name: entries.ItemAt(place) is { } content
                    ? ClaimIds.NamesOf(entries.StateAt(place).Kind, content).FirstOrDefault(reserved.Contains) : default))
                .Where(p => p.Name.Id is not null)
                .Select(p => (entries.Where(p.Place), entries.Left(p.Place, $"expected an id that is not the name of a former version, found '{p.Name.Id}'"))),
        ];
    }

    private static SourceChanges In(EntryList entries, ItemVersions versions)
    {
        var found = new SourceChanges(entries, versions);
        found.Find();
        found.Name();
        return found;
    }

    private CaseItem ItemAt(int place) =>
        new(changes[place].State.Kind, ItemJson.Of(Renamed(changes[place].Item, SuffixOf(place))), entries.Where(place));

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
            var published = PublishedIn(content.RootElement, (int)state.ChangedBy)
                ?? (IsBy(state.AttributedTo, by) && IsBy(state.AttributedTo, entries.EntryAt(place)) ? InstantText.Format(by.Made)
                : null);
            if (published is not null && Read(place) is { } item)
            {
                changes[place] = new Change(state, item, IdOf(item), published, content.RootElement.GetProperty("reason").GetString()!);
            }
        }
    }

    private string? PublishedIn(JsonElement change, int place)
    {
        if (!change.TryGetProperty(ChangeText.Published, out var said) || ChangeText.IsPublished(said))
        {
            return said.ValueKind == JsonValueKind.Undefined ? null : said.GetString();
        }

        unread.Add(entries.Left(place, $"{ChangeText.Published}: expected {ChangeText.Expected}, found something else"));
        return null;
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
