using System.IO.Compression;

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

    internal const string TooLarge = "expected no more bytes than a bundle may unpack to, found more";

    /// <summary>The files by name, in their order.</summary>
    /// <exception cref="RecordException">It is no zip file of the strict form, or would unpack to more than it may.</exception>
    public static OrderedDictionary<string, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> zip)
    {
        if (zip.Length > MostBytes)
        {
            throw new RecordException(new Fault("zip", $"expected at most {MostBytes} bytes, found {zip.Length}"));
        }

        var members = ZipDirectory.Read(zip.Span);
        var most = Math.Min(MostBytes, ((long)HighestRatio * zip.Length) + RatioSlack);
        foreach (var member in members)
        {
            most -= member.Size;
            if (most < 0)
            {
                throw new RecordException(new Fault(member.Name, TooLarge));
            }
        }

        var files = new OrderedDictionary<string, ReadOnlyMemory<byte>>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            var bytes = Unpack(zip.Slice(member.From, member.Packed), member);
            files.Add(member.Name, Crc32.Of(bytes.Span) == member.Crc ? bytes : throw new RecordException(new Fault(member.Name, "its checksum is not the one in the zip file")));
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

        var bytes = new byte[member.Size];
        try
        {
            using var from = new PackedStream(packed);
            using var unpacked = new DeflateStream(from, CompressionMode.Decompress);
            if (unpacked.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) != bytes.Length || unpacked.ReadByte() >= 0)
            {
                throw Other(member);
            }

            return from.WasEnough ? bytes : throw Damaged(member);
        }
        catch (InvalidDataException)
        {
            throw Damaged(member);
        }
    }

    private static RecordException Damaged(ZipMember member) => new(new Fault(member.Name, "its packed bytes are damaged"));

    private static RecordException Other(ZipMember member) =>
        new(new Fault(member.Name, $"expected {member.Size} bytes, found another number"));
}
