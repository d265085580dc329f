using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Holdfire.Record.Tlog;

/// <summary>A hash of a Merkle tree: 32 bytes of SHA-256, with the prefixes that keep leaves and nodes apart.</summary>
/// <remarks>RFC 6962, section 2.1. The default is 32 zero bytes, which no tree has.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>The number of bytes.</summary>
    public const int Length = 32;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    /// <summary>The hash with these bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public MerkleHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"expected {Length} bytes, found {bytes.Length}", nameof(bytes));
        }

        this = MemoryMarshal.Read<MerkleHash>(bytes);
    }

    /// <summary>The root of the tree without leaves: the SHA-256 of nothing.</summary>
    public static MerkleHash OfEmptyTree { get; } = new(SHA256.HashData([]));

    /// <summary>Whether the two are the same 32 bytes. Not in constant time: these hashes are public.</summary>
    public static bool operator ==(MerkleHash left, MerkleHash right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(MerkleHash left, MerkleHash right) => !left.Equals(right);

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ entry).</summary>
    public static MerkleHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        byte[]? rented = null;
        var input = entry.Length < 1024 ? stackalloc byte[1024] : rented = ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        input[0] = 0;
        entry.CopyTo(input[1..]);
        var hash = OfBytes(input[..(entry.Length + 1)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static MerkleHash OfNode(MerkleHash left, MerkleHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Length)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Length)..]);
        return OfBytes(input);
    }

    /// <summary>Reads a hash in base64, in the one form that its 32 bytes have.</summary>
    public static Parsed<MerkleHash> Parse(string text) =>
        Base64.Decode(text) is { Length: Length } bytes
            ? new MerkleHash(bytes)
            : RecordError.Invalid("hash", $"the base64 of {Length} bytes", $"'{ShownText.Of(text)}'");

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) => a == other.a && b == other.b && c == other.c && d == other.d;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => a.GetHashCode();

    /// <summary>The base64 of the bytes, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());

    private static MerkleHash OfBytes(ReadOnlySpan<byte> input)
    {
        Span<byte> output = stackalloc byte[Length];
        SHA256.HashData(input, output);
        return MemoryMarshal.Read<MerkleHash>(output);
    }
}
