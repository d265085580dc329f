using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Keys;

/// <summary>The content of an entry that registers, rotates or revokes a key, or that opens a record.</summary>
public abstract record KeyChange
{
    private KeyChange()
    {
    }

    /// <summary>Opens the record: names its origin and the registrar, whose key signs this entry itself.</summary>
    public sealed record Open(string Origin, byte[] PublicKey) : KeyChange;

    /// <summary>Registers a key; by the registrar.</summary>
    public sealed record Register(string Holder, byte[] PublicKey, ImmutableArray<string> SpeaksAs) : KeyChange;

    /// <summary>Replaces a key by another of the same holder; by the key that is replaced or by the registrar.</summary>
    public sealed record Rotate(KeyId Replaced, byte[] PublicKey) : KeyChange;

    /// <summary>Revokes a key; by itself or by the registrar.</summary>
    public sealed record Revoke(KeyId Revoked, string Reason) : KeyChange;

    /// <summary>The kind of the entry.</summary>
    public EntryKind Kind => this is Open ? EntryKind.Record : EntryKind.Key;

    /// <summary>The canonical content.</summary>
    public byte[] ToContent()
    {
        var to = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }

        return CanonicalJson.Of(to.WrittenMemory);
    }

    /// <summary>Reads the content of an entry of the kind; null, with an error, where it is none.</summary>
    public static KeyChange? Read(EntryKind kind, ReadOnlyMemory<byte> content, out Error? error)
    {
        using var document = CanonicalJson.Parse(content, out error);
        try
        {
            return document is null ? null : Read(kind, document.RootElement);
        }
        catch (FormatException e)
        {
            error = MalformedException.Of(e);
            return null;
        }
    }

    private static KeyChange Read(EntryKind kind, JsonElement content) => (kind, kind == EntryKind.Record ? "" : Text(content, "action")) switch
    {
        (EntryKind.Record, _) => new Open(Text(content, "origin"), Key(content)),
        (_, "register") => new Register(Text(content, "holder"), Key(content), Texts(content, "speaks_as")),
        (_, "rotate") => new Rotate(new KeyId(Text(content, "replaces")), Key(content)),
        (_, "revoke") => new Revoke(new KeyId(Text(content, "revokes")), Text(content, "reason")),
        (_, var other) => throw new MalformedException("the action register, rotate or revoke", $"'{other}'"),
    };

    private static string Text(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new MalformedException($"a text under '{name}' of a key's content", "none");

    private static ImmutableArray<string> Texts(JsonElement content, string name) =>
        content.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
            : throw new MalformedException($"a list of texts under '{name}' of a key's content", "none");

    // In one form only: the id of a key is made of its bytes, and the content of its text.
    private static byte[] Key(JsonElement content) => Base64.Decode(Text(content, "public_key")) is { Length: 32 } key
        ? key
        : throw new MalformedException("an Ed25519 public key of 32 bytes in base64 under 'public_key'", "");

    private void Write(Utf8JsonWriter json)
    {
        switch (this)
        {
            case Open open:
                json.WriteString("origin", open.Origin);
                json.WriteString("public_key", Convert.ToBase64String(open.PublicKey));
                json.WriteString("retention", "never pruned");
                break;
            case Register register:
                json.WriteString("action", "register");
                json.WriteString("holder", register.Holder);
                json.WriteString("public_key", Convert.ToBase64String(register.PublicKey));
                json.WriteStartArray("speaks_as");
                foreach (var source in register.SpeaksAs)
                {
                    json.WriteStringValue(source);
                }

                json.WriteEndArray();
                break;
            case Rotate rotate:
                json.WriteString("action", "rotate");
                json.WriteString("public_key", Convert.ToBase64String(rotate.PublicKey));
                json.WriteString("replaces", rotate.Replaced.Value);
                break;
            case Revoke revoke:
                json.WriteString("action", "revoke");
                json.WriteString("reason", revoke.Reason);
                json.WriteString("revokes", revoke.Revoked.Value);
                break;
        }
    }
}
