using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record.Entries;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Who may see what an import enters.</summary>
internal static class ImportLabels
{
    /// <summary>
    /// The label of an item: the one that is given, but for what a case rests on; else, of a report, what its source asks for, and of what names such a report, such as
    /// a detection or a step of its verification, the mission's. So nothing that is not meant for all is published without a word.
    /// </summary>
    /// <param name="given">What <c>--audience</c> says; null where it is left out.</param>
    /// <param name="items">All that is entered.</param>
    public static Func<CaseItem, AudienceLabel> Of(AudienceLabel? given, IEnumerable<CaseItem> items)
    {
        if (given is { } label)
        {
            return item => item.Kind is EntryKind.Case or EntryKind.Place or EntryKind.Party ? AudienceLabel.Public : label;
        }

        var names = NamesOf(items);
        return item => item.Kind == EntryKind.Report ? Asked(item)
            : names.Count > 0 && MayName(item.Kind) && Texts(item).Any(names.Contains) ? AudienceLabel.Mission
            : AudienceLabel.Public;
    }

    /// <summary>Says how much was sealed, and how to enter it for all.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="given">What <c>--audience</c> says; null where it is left out.</param>
    /// <param name="sealed">How many, by label.</param>
    public static void Tell(Terminal terminal, AudienceLabel? given, ImmutableSortedDictionary<string, int> @sealed)
    {
        if (!@sealed.IsEmpty)
        {
            var counts = string.Join(", ", @sealed.Select(s => FormattableString.Invariant($"{s.Value} for {s.Key}")));
            terminal.Out.WriteLine($"import: of these, sealed: {counts}{(given is null ? "; their rows ask for it under handling. --audience public enters them for all" : "")}");
        }
    }

    private static AudienceLabel Asked(CaseItem item) => AskedLabel.Of(item.Kind, item.Content);

    // The ids of reports that are not for all, and of what names one of these ids.
    private static HashSet<string> NamesOf(IEnumerable<CaseItem> items)
    {
        var (names, naming) = (new HashSet<string>(StringComparer.Ordinal), new List<CaseItem>());
        foreach (var item in items)
        {
            if (MayName(item.Kind))
            {
                naming.Add(item);
            }
            else if (item.Kind == EntryKind.Report && Asked(item) != AudienceLabel.Public)
            {
                names.Add(IdOf(item));
            }
        }

        while (names.Count > 0 && naming.RemoveAll(item => Texts(item).Any(names.Contains) && names.Add(IdOf(item))) > 0)
        {
            // A reply names a query, which names a report.
        }

        return names;
    }

    // What the rest stands on names no report; a report or a statement is its source's own word, and for whom its source says.
    private static bool MayName(EntryKind kind) => kind is not (EntryKind.Case or EntryKind.Place or EntryKind.Party or EntryKind.Source or EntryKind.Document or EntryKind.Truce
        or EntryKind.Report or EntryKind.Statement);

    private static string IdOf(CaseItem item) => ContentItem.Parse(item.Kind, item.Content).Id;

    private static List<string> Texts(CaseItem item)
    {
        using var content = JsonDocument.Parse(item.Content);
        return [.. Texts(content.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
