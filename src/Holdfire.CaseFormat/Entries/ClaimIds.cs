using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The ids of the claims that a content holds, whatever else is in it.</summary>
internal static class ClaimIds
{
    /// <summary>Of a report its own id, of a statement those of its numbers; of other kinds none.</summary>
    public static IEnumerable<string> Of(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        if (kind is not (EntryKind.Report or EntryKind.Statement))
        {
            return [];
        }

        using var document = JsonDocument.Parse(content);
        return kind == EntryKind.Report ? [IdOf(document.RootElement)]
            : document.RootElement.TryGetProperty("quantities", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(q => q.ValueKind == JsonValueKind.Object).Select(IdOf)]
                : [];
    }

    /// <summary>The ids under which others can refer to a content, with the kind of each: of a statement its own and those of its numbers.</summary>
    public static IEnumerable<(EntryKind Kind, string Id)> NamesOf(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        var claims = Of(kind, content).Select(id => (EntryKind.Report, id));
        if (kind != EntryKind.Statement)
        {
            return claims;
        }

        using var document = JsonDocument.Parse(content);
        return claims.Prepend((kind, IdOf(document.RootElement)));
    }

    /// <summary>The text under <c>id</c>, or an empty one.</summary>
    public static string IdOf(JsonElement content) =>
        content.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
}
