using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Verification;

/// <summary>The files that a report names by their SHA-256, under <c>attachments</c>, as it stands or within a correction, its parts' too.</summary>
internal static class ReportFiles
{
    private const string Key = "attachments";

    /// <summary>The hashes, 64 lower-case hex digits each, without doubles and in order; empty where none is named or the content is no JSON.</summary>
    public static ImmutableArray<string> Of(ReadOnlyMemory<byte> content)
    {
        // Nearly all reports name none: they are not parsed again.
        if (content.Span.IndexOf("\"attachments\""u8) < 0)
        {
            return [];
        }

        using var document = CanonicalJson.Parse(content, out _);
        return document is null ? [] : [.. In(document.RootElement).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == Key ? Hashes(p.Value) : In(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        _ => [],
    };

    private static IEnumerable<string> Hashes(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Split(';', StringSplitOptions.TrimEntries).Where(IsHash),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Hashes),
        _ => [],
    };

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
