using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Who may see what an import enters.</summary>
internal static class ImportLabels
{
    /// <summary>
    /// The label of an item: the one that is given, but for what a case rests on; else, of a report, what its source asks for, and of a detection or a pin that
    /// names such a report, the same. So nothing that is meant for the mission is published without a word.
    /// </summary>
    /// <param name="given">What <c>--audience</c> says; null where it is left out.</param>
    /// <param name="items">All that is entered.</param>
    public static Func<CaseItem, AudienceLabel> Of(AudienceLabel? given, IEnumerable<CaseItem> items)
    {
        if (given is { } label)
        {
            return item => item.Kind is EntryKind.Case or EntryKind.Place or EntryKind.Party ? AudienceLabel.Public : label;
        }

        var asked = items.Where(i => i.Kind == EntryKind.Report).Select(i => (ContentItem.Parse(i.Kind, i.Content).Id, Label: Asked(i)))
            .Where(r => r.Label != AudienceLabel.Public).ToDictionary(r => r.Id, r => r.Label, StringComparer.Ordinal);
        return item => item.Kind switch
        {
            EntryKind.Report => Asked(item),
            EntryKind.Detection or EntryKind.Pin when asked.Count > 0 => Naming(item, asked),
            _ => AudienceLabel.Public,
        };
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

    private static AudienceLabel Asked(CaseItem item)
    {
        if (item.Content.Span.IndexOf("\"handling\""u8) < 0)
        {
            return AudienceLabel.Public;
        }

        using var content = JsonDocument.Parse(item.Content);
        return content.RootElement.TryGetProperty("handling", out var said) && said.ValueKind == JsonValueKind.String && Handling.TryParse(said.GetString()!, out var handling)
            ? handling.Party is { } party ? AudienceLabel.For(party) : handling == Handling.Mission ? AudienceLabel.Mission : AudienceLabel.Public
            : AudienceLabel.Public;
    }

    // Where it names reports of several labels, those see it who see all of them.
    private static AudienceLabel Naming(CaseItem item, Dictionary<string, AudienceLabel> asked)
    {
        using var content = JsonDocument.Parse(item.Content);
        var labels = Texts(content.RootElement).Where(asked.ContainsKey).Select(t => asked[t]).Distinct().ToArray();
        return labels switch { [] => AudienceLabel.Public, [var only] => only, _ => AudienceLabel.Mission };
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
