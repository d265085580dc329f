using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Holdfire.Record.Tlog;

/// <summary>What the text forms of verifying and signing keys share: <c>NAME+KEYID+BASE64(type ‖ key)</c>.</summary>
internal static class NoteKeyText
{
    public const int KeyLength = 32;

    public static uint IdOf(string name, SignatureKind kind, ReadOnlySpan<byte> publicKey)
    {
        // C2SP signed-note, "Signature types": SHA-256(name ‖ 0x0A ‖ type ‖ public key), first four bytes.
        var hashed = new List<byte>(Encoding.UTF8.GetBytes(name)) { (byte)'\n', (byte)kind };
        hashed.AddRange(publicKey);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. hashed]));
    }

    public static string Write(string name, uint id, SignatureKind kind, ReadOnlySpan<byte> key) =>
        $"{name}+{id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)kind, .. key])}";

    /// <summary>Reads the form. Errors never repeat what was found: it may be a secret.</summary>
    public static Parsed<(string Name, uint Id, SignatureKind Kind, ImmutableArray<byte> Key)> Parse(string text, string what)
    {
        // The base64 may hold plus signs; the name and the ID cannot.
        if (text.Split('+', 3) is not [var name, { Length: 8 } hex, var base64] || !KeyName.IsValid(name)
            || !hex.All(char.IsAsciiHexDigitLower))
        {
            return RecordError.Invalid(what, "NAME+KEYID+BASE64 with a key ID of eight lower-case hexadecimal digits", "");
        }

        if (Base64.Decode(base64) is not { Length: > 1 } bytes)
        {
            return RecordError.Invalid(what, "a type and a key in base64 after the key ID", "");
        }

        var kind = (SignatureKind)bytes[0];
        if (!Enum.IsDefined(kind))
        {
            return RecordError.Invalid(what, "type 1 (Ed25519) or 4 (Ed25519 cosignature)", $"{bytes[0]}, which is not supported");
        }

        return bytes.Length == 1 + KeyLength
            ? (name, uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), kind, [.. bytes.AsSpan(1)])
            : RecordError.Invalid(what, $"a key of {KeyLength} bytes", $"{bytes.Length - 1}");
    }
}
