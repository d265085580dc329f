using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Views;

namespace Holdfire.CaseFormat.Entries;

/// <summary>All that a case is without, for every answer to name.</summary>
internal static class SetAsideList
{
    /// <summary>What the registrar set aside, what could not be read, and the lines of the head that name either, in the order of the log.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="unread">Why entries, or lines of one, were left out in reading.</param>
    /// <param name="known">What was left out before that: lines of the head, ids and times of changes that cannot be.</param>
    public static ImmutableArray<SetAsideEntry> Of(EntryList entries, ImmutableArray<Error> unread, ImmutableArray<SetAsideEntry> known)
    {
        var byRegistrar = Enumerable.Range(0, entries.Count).Where(p => entries.StateAt(p).Standing == Standing.SetAside)
            .Select(p => Item(entries, p, SetAsideBy.Registrar, ReasonOf(entries.EntryAt((int)entries.StateAt(p).ChangedBy))));
        var byReader = unread.DistinctBy(f => f.Where).Where(f => EntryName.IndexOf(f.Where) < entries.Count)
            .Select(f => Item(entries, (int)EntryName.IndexOf(f.Where)!.Value, SetAsideBy.Reader, LineIn(f.Where) + f.What));
        return [.. byRegistrar.Concat(known).Concat(byReader).OrderBy(a => a.Entry)];
    }

    private static SetAsideEntry Item(EntryList entries, int place, SetAsideBy by, string reason) => new(
        entries.IndexOf(place), EntryKinds.NameOf(entries.StateAt(place).Kind), entries.EntryAt(place).Item.Id, by, reason);

    private static string ReasonOf(Entry change)
    {
        using var content = JsonDocument.Parse(change.Content!.Value);
        return content.RootElement.GetProperty("reason").GetString()!;
    }

    private static string LineIn(string name) => name.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var at ? name[(at + 2)..] + ": " : "";
}
