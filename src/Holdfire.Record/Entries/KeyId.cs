using System.Security.Cryptography;

namespace Holdfire.Record.Entries;

/// <summary>Names a public key: the first 16 bytes of the SHA-256 of its 32 bytes, in lower-case hex.</summary>
public readonly record struct KeyId(string Value)
{
    /// <summary>The length of the text.</summary>
    public const int Length = 32;

    /// <summary>The id of an Ed25519 public key of 32 bytes.</summary>
    public static KeyId Of(ReadOnlySpan<byte> publicKey) => new(Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 16)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
