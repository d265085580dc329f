using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Views;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The lines of the head of the case that name a claim which was set aside: the case is without them, and not without its head.</summary>
internal static class HeadLines
{
    /// <summary>The one list of the head whose lines name anything.</summary>
    public const string List = "corrections";

    /// <summary>The lines, in their order, with the name of each as <see cref="EntryName.LineOf"/> gives it.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="versions">Which of them stand.</param>
    /// <param name="taken">What sources took back or replaced; asked for where it matters.</param>
    public static ImmutableArray<(string Name, SetAsideEntry What)> Of(EntryList entries, ItemVersions versions, Func<ImmutableArray<CaseItem>> taken)
    {
        var claimed = Enumerable.Range(0, entries.Count).Where(versions.IsAside).SelectMany(p => ClaimsAt(entries, p))
            .Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (claimed.Count == 0 || HeadAt(entries, versions) is not { } head || entries.ItemAt(head) is not { } content)
        {
            return [];
        }

        var gone = claimed.Where(id => !entries.Stands(EntryKind.Report, id, versions)).ToHashSet(StringComparer.Ordinal);
        gone.ExceptWith(taken().SelectMany(t => ClaimIds.Of(t.Kind, t.Content)));
        gone.ExceptWith(Enumerable.Range(0, entries.Count)
            .Where(p => entries.StateAt(p).Kind == EntryKind.Statement && versions.Of(p) == p).SelectMany(p => ClaimsAt(entries, p)));
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty(List, out var lines) && lines.ValueKind == JsonValueKind.Array
            ? [.. lines.EnumerateArray().Select((line, i) => (Line: line, Number: i + 1)).Select(l => Told(entries, head, l.Number, NamedIn(l.Line, gone))).OfType<(string, SetAsideEntry)>()]
            : [];
    }

    private static IEnumerable<string> ClaimsAt(EntryList entries, int place) =>
        entries.StateAt(place).Kind is EntryKind.Report or EntryKind.Statement && entries.ItemAt(place) is { } content
            ? ClaimIds.Of(entries.StateAt(place).Kind, content)
            : [];

    private static int? HeadAt(EntryList entries, ItemVersions versions) => Enumerable.Range(0, entries.Count)
        .Where(p => entries.StateAt(p).Kind == EntryKind.Case && versions.Of(p) == p).Select(p => (int?)p).FirstOrDefault();

    private static string? NamedIn(JsonElement line, HashSet<string> gone) => line.ValueKind != JsonValueKind.Object ? null
        : ((string[])["report", "by"]).Select(name => !line.TryGetProperty(name, out var id) ? "" : id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText())
            .FirstOrDefault(gone.Contains);

    private static (string, SetAsideEntry)? Told(EntryList entries, int head, int number, string? id) => id is null ? null
        : (EntryName.LineOf(entries.Where(head), List, number),
            new SetAsideEntry(
                entries.IndexOf(head), EntryKinds.NameOf(EntryKind.Case), "", SetAsideBy.Reader,
                FormattableString.Invariant($"{List} {number}: it names {id}, which is set aside")));
}
