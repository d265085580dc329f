using System.Text.Json;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Entries;

/// <summary>What the record itself must know of a content; all else in it is the case's.</summary>
/// <param name="Kind">The kind; for a correction, the kind of what it corrects.</param>
/// <param name="Id">
/// The id of the item within its kind, empty where the kind has none. Two items of one kind and id never stand at a time.
/// </param>
/// <param name="AttributedTo">The id of the source whose words they are, empty where the content names none.</param>
/// <param name="File">The SHA-256 of a file beside the log, 64 hex digits; empty where the content names none.</param>
/// <param name="Of">The entry that is corrected, withdrawn, erased or set aside, by its leaf hash; null for other kinds.</param>
public sealed record ContentItem(EntryKind Kind, string Id, string AttributedTo, string File, MerkleHash? Of)
{
    /// <summary>Nothing is known of it, since the content is protected or the kind needs nothing.</summary>
    public static ContentItem None(EntryKind kind) => new(kind, "", "", "", null);

    /// <summary>Reads what is needed of a content of this kind.</summary>
    /// <exception cref="FormatException">It is no JSON, or a member that the kind must have is missing.</exception>
    public static ContentItem Parse(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        using var document = CanonicalJson.Parse(content, out var error) ?? throw new MalformedException(error!);
        return Read(kind, document.RootElement);
    }

    /// <summary>Reads what is needed of a content of this kind.</summary>
    /// <exception cref="FormatException">A member that the kind must have is missing.</exception>
    internal static ContentItem Read(EntryKind kind, JsonElement content) => kind switch
    {
        EntryKind.Record or EntryKind.Key or EntryKind.Case => None(kind),
        EntryKind.Correction => Corrected(content),
        EntryKind.Withdrawal or EntryKind.Erasure or EntryKind.SetAside => new(kind, "", "", "", Target(content)),
        EntryKind.Place => new(kind, EntryBytes.Text(content, "code"), "", "", null),
        EntryKind.Attachment => new(kind, Hash(content), Optional(content, "source"), Hash(content), null),
        EntryKind.Parameters => new(kind, EntryBytes.Text(content, "id"), "", Hash(content), null),
        EntryKind.Talks => new(kind, $"{EntryBytes.Text(content, "list")}/{EntryBytes.Text(Member(content, "item"), "id")}", "", "", null),
        EntryKind.Statement => new(kind, EntryBytes.Text(content, "id"), Optional(content, "speaker"), "", null),
        _ => new(kind, EntryBytes.Text(content, "id"), Optional(content, "source"), "", null),
    };

    private static ContentItem Corrected(JsonElement content)
    {
        var name = EntryBytes.Text(content, "kind");
        return EntryKinds.Find(name) is { } kind && EntryKinds.MayBeCorrected(kind)
            ? Read(kind, Member(content, "item")) with { Of = Target(content) }
            : throw new MalformedException("the kind of what is corrected", $"'{name}'");
    }

    private static MerkleHash Target(JsonElement content)
    {
        _ = EntryBytes.Text(content, "reason");
        return new MerkleHash(Convert.FromHexString(EntryBytes.HexText(content, "of", 2 * MerkleHash.Length)));
    }

    private static string Hash(JsonElement content) => EntryBytes.HexText(content, "sha256", 64);

    private static JsonElement Member(JsonElement content, string name) =>
        content.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member
            : throw new MalformedException($"a map under '{name}'", "none");

    private static string Optional(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
