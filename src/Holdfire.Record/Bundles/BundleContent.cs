using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Bundles;

/// <summary>Reads single texts of contents.</summary>
internal static class BundleContent
{
    /// <summary>The text under a name of a content, or null.</summary>
    public static string? Text(ReadOnlyMemory<byte> content, string name)
    {
        using var document = CanonicalJson.Parse(content, out _);
        return document is not null && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }

    /// <summary>All texts in a content, wherever they stand; lists in one text, separated by semicolons, text by text.</summary>
    public static IEnumerable<string> Texts(ReadOnlyMemory<byte> content)
    {
        using var document = CanonicalJson.Parse(content, out _);
        return document is null ? [] : [.. Texts(document.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
