using System.Buffers;
using System.Text.Json;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Entries;

/// <summary>Writes and reads the contents that are about other entries.</summary>
public static class ItemContents
{
    /// <summary>The content of a correction.</summary>
    /// <param name="of">The leaf hash of the entry that is corrected.</param>
    /// <param name="kind">The kind of what is corrected.</param>
    /// <param name="item">The new content in canonical form.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="published">When the source itself made the change, in the form of the case format; empty where it did not.</param>
    /// <param name="import">The name of the folder or file whose import made the change; empty where a person made it in the record.</param>
    public static byte[] Correction(
        MerkleHash of, EntryKind kind, ReadOnlyMemory<byte> item, string reason, string published = "", string import = "")
    {
        var to = new ArrayBufferWriter<byte>(item.Length + 256);
        to.Write("{"u8);
        Import(to, import);
        to.Write("\"item\":"u8);
        to.Write(item.Span);
        Member(to, ",\"kind\":"u8, EntryKinds.NameOf(kind));
        Target(to, of, reason, published);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>The content of a withdrawal, an erasure or a setting aside.</summary>
    /// <param name="of">The leaf hash of that entry.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="published">When the source itself took it back, in the form of the case format; empty where it did not.</param>
    /// <param name="import">The name of the folder whose import made the change; empty where a person made it in the record.</param>
    public static byte[] Change(MerkleHash of, string reason, string published = "", string import = "")
    {
        var to = new ArrayBufferWriter<byte>(256);
        to.Write("{"u8);
        Import(to, import);
        Target(to, of, reason, published, first: true);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>The content of an item: of a correction, what it puts in place; else the entry's own.</summary>
    public static ReadOnlyMemory<byte> ItemOf(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        if (kind != EntryKind.Correction)
        {
            return content;
        }

        using var document = JsonDocument.Parse(content);
        var to = new ArrayBufferWriter<byte>(content.Length);
        CanonicalJson.Write(to, document.RootElement.GetProperty("item"));
        return to.WrittenSpan.ToArray();
    }

    private static void Import(ArrayBufferWriter<byte> to, string import)
    {
        if (import.Length > 0)
        {
            Member(to, "\"import\":"u8, import);
            to.Write(","u8);
        }
    }

    private static void Target(ArrayBufferWriter<byte> to, MerkleHash of, string reason, string published, bool first = false)
    {
        Member(to, first ? "\"of\":"u8 : ",\"of\":"u8, Convert.ToHexStringLower(of.ToArray()));
        if (published.Length > 0)
        {
            Member(to, ",\"published\":"u8, published);
        }

        Member(to, ",\"reason\":"u8, reason);
        to.Write("}"u8);
    }

    private static void Member(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> name, string value)
    {
        to.Write(name);
        CanonicalJson.WriteString(to, value);
    }
}
