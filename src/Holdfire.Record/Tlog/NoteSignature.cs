using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Holdfire.Record.Tlog;

/// <summary>One signature line of a note: <c>— NAME BASE64</c>, where the base64 holds the key ID and the signature.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The first four bytes of a hash of name and key, as a big-endian number. It finds the key and proves nothing.</param>
/// <param name="Bytes">The signature: at least one byte, of the form that the key's type has.</param>
public sealed record NoteSignature(string Name, uint KeyId, ImmutableArray<byte> Bytes)
{
    /// <summary>The line, without its end.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>Whether the two are the same line.</summary>
    public bool Equals(NoteSignature? other) =>
        other is not null && Name == other.Name && KeyId == other.KeyId && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    /// <summary>Reads a line, given without its end.</summary>
    internal static Parsed<NoteSignature> Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["—", var name, var base64] || !KeyName.IsValid(name))
        {
            return RecordError.Invalid("signature line", "'— NAME BASE64'", $"'{ShownText.Of(line)}'");
        }

        return Base64.Decode(base64) is { Length: > 4 } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes.AsSpan(4)])
            : RecordError.Invalid("signature line", "the base64 of more than four bytes", $"'{ShownText.Of(base64)}'");
    }
}
