using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Views;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Who may see a report, as the report itself asks under <c>handling</c>.</summary>
public static class AskedLabel
{
    /// <summary>The label that the content of an entry asks for; everybody where it is no report, nor a correction of one, or asks for nothing.</summary>
    /// <param name="kind">The kind of the entry.</param>
    /// <param name="content">The content, which must be JSON.</param>
    public static AudienceLabel Of(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        if (kind is not (EntryKind.Report or EntryKind.Correction) || content.Span.IndexOf("\"handling\""u8) < 0)
        {
            return AudienceLabel.Public;
        }

        using var read = JsonDocument.Parse(content);
        var item = read.RootElement;
        if (kind == EntryKind.Correction && !item.TryGetProperty("item", out item))
        {
            return AudienceLabel.Public;
        }

        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty("handling", out var said) && said.ValueKind == JsonValueKind.String && Handling.TryParse(said.GetString()!, out var handling)
            ? handling.Party is { } party ? AudienceLabel.For(party) : handling == Handling.Mission ? AudienceLabel.Mission : AudienceLabel.Public
            : AudienceLabel.Public;
    }
}
