using System.IO.Compression;
using System.Numerics;

namespace Holdfire.Record.Bundles;

/// <summary>The files of a bundle out of its zip file, all in memory; nothing is ever written.</summary>
public static class BundleZip
{
    /// <summary>The most files.</summary>
    public const int MostFiles = 65_534;

    /// <summary>The most bytes of a bundle, packed or unpacked.</summary>
    public const int MostBytes = 256 << 20;

    /// <summary>The most bytes of one file.</summary>
    public const int LargestFile = 64 << 20;

    // Deflate packs JSON ten to forty times and can pack a thousand times. The slack lets a small bundle be what it is.
    private const int HighestRatio = 200;
    private const int RatioSlack = 1 << 20;

    internal static Error TooLarge(string name) => RecordError.Invalid(name, "no more bytes than a bundle may unpack to", "more");

    /// <summary>The files by name, in their order.</summary>
    /// <exception cref="RecordException">It is no zip file of the strict form, or would unpack to more than it may.</exception>
    public static OrderedDictionary<string, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> zip)
    {
        if (zip.Length > MostBytes)
        {
            throw new RecordException(RecordError.Invalid("zip", $"at most {MostBytes} bytes", $"{zip.Length}"));
        }

        var members = ZipDirectory.Read(zip.Span);
        var most = Math.Min(MostBytes, ((long)HighestRatio * zip.Length) + RatioSlack);
        foreach (var member in members)
        {
            most -= member.Size;
            if (most < 0)
            {
                throw new RecordException(TooLarge(member.Name));
            }
        }

        var files = new OrderedDictionary<string, ReadOnlyMemory<byte>>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            var bytes = Unpack(zip.Slice(member.From, member.Packed), member);
            files.Add(member.Name, Crc32.Of(bytes.Span) == member.Crc ? bytes : throw new RecordException(RecordError.Invalid(member.Name, "", "its checksum is not the one in the zip file")));
        }

        return files;
    }

    // Never reads more than the directory says: that sum was checked before.
    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, ZipMember member)
    {
        if (!member.Deflated)
        {
            return member.Packed == member.Size ? packed : throw Other(member);
        }

        try
        {
            var (bytes, isAll, isEnd) = Inflate(packed, member.Size, flipped: 0);
            return !isAll ? throw Other(member) : !isEnd || HasBitsBehind(packed, bytes) ? throw Damaged(member) : bytes;
        }
        catch (InvalidDataException)
        {
            throw Damaged(member);
        }
    }

    // The bytes, whether there are so many, and whether they end with the packed ones. Of the last packed byte some bits can be flipped.
    private static (byte[] Bytes, bool IsAll, bool IsEnd) Inflate(ReadOnlyMemory<byte> packed, int size, int flipped)
    {
        var bytes = new byte[size];
        using var from = new PackedStream(packed, (byte)flipped);
        using var unpacked = new DeflateStream(from, CompressionMode.Decompress);
        var isAll = unpacked.ReadAtLeast(bytes, size, throwOnEndOfStream: false) == size && unpacked.ReadByte() < 0;
        return (bytes, isAll, from.WasEnough);
    }

    // What is packed ends within its last byte. Behind the end no bit may be set: whoever flips one there changes nothing, while the last
    // bit that counts, flipped, ends no block. One before that may by chance give the same bytes.
    private static bool HasBitsBehind(ReadOnlyMemory<byte> packed, byte[] bytes)
    {
        var last = packed.Span[^1];
        var highest = BitOperations.Log2(last);
        return last != 0 && Enumerable.Range(highest, 8 - highest).All(bit => GivesTheSame(packed, bytes, 1 << bit));
    }

    private static bool GivesTheSame(ReadOnlyMemory<byte> packed, byte[] bytes, int flipped)
    {
        try
        {
            return Inflate(packed, bytes.Length, flipped) is (var others, true, true) && others.AsSpan().SequenceEqual(bytes);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static RecordException Damaged(ZipMember member) => new(RecordError.Invalid(member.Name, "", "its packed bytes are damaged"));

    private static RecordException Other(ZipMember member) =>
        new(RecordError.Invalid(member.Name, $"{member.Size} bytes", "another number"));
}
