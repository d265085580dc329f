using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Holdfire.Bundles.Tests;

/// <summary>Zip files of the form of bundles, written byte by byte, so that they can be wrong in one place alone.</summary>
internal static class RawZip
{
    /// <summary>Bytes of a file, deflated.</summary>
    public static byte[] Deflated(byte[] bytes)
    {
        // The base library writes nothing for nothing, which is no end either.
        if (bytes.Length == 0)
        {
            return [3, 0];
        }

        using var to = new MemoryStream();
        using (var deflate = new DeflateStream(to, CompressionLevel.SmallestSize))
        {
            deflate.Write(bytes);
        }

        return to.ToArray();
    }

    /// <summary>A bundle with further bytes behind the packed ones of a file.</summary>
    public static byte[] WithBytesBehind(OpenBundle bundle, string name, byte[] behind) =>
        Write(bundle, (file, bytes) => file == name ? [.. Deflated(bytes), .. behind] : Deflated(bytes), deflated: true, (_, crc) => crc);

    /// <summary>A bundle with a bit set behind the end of the packed bytes of a file, the highest of the last byte.</summary>
    public static byte[] WithABitBehind(OpenBundle bundle)
    {
        var found = bundle.Files.Select(f => f.Name).First(name => IsUnused(Deflated(bundle[name]), bundle[name]));
        return Write(bundle, (file, bytes) => file == found ? Flipped(Deflated(bytes)) : Deflated(bytes), deflated: true, (_, crc) => crc);
    }

    private static byte[] Flipped(byte[] packed) => [.. packed[..^1], (byte)(packed[^1] ^ 0x80)];

    private static bool IsUnused(byte[] packed, byte[] bytes)
    {
        try
        {
            using var from = new DeflateStream(new MemoryStream(Flipped(packed)), CompressionMode.Decompress);
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray().AsSpan().SequenceEqual(bytes);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A bundle with another checksum of a file.</summary>
    public static byte[] WithChecksum(OpenBundle bundle, string name, uint checksum) =>
        Write(bundle, (_, bytes) => Deflated(bytes), deflated: true, (file, crc) => file == name ? checksum : crc);

    /// <summary>A bundle with its files as they are.</summary>
    public static byte[] Stored(OpenBundle bundle) => Write(bundle, (_, bytes) => bytes, deflated: false, (_, crc) => crc);

    private static byte[] Write(OpenBundle bundle, Func<string, byte[], byte[]> pack, bool deflated, Func<string, uint, uint> checksum)
    {
        using var plain = new ZipArchive(new MemoryStream(bundle.Zip()), ZipArchiveMode.Read);
        var (files, directory) = (new List<byte>(), new List<byte>());
        foreach (var (name, bytes) in bundle.Files)
        {
            var (packed, offset) = (pack(name, bytes), files.Count);
            byte[] shared = new byte[26];
            shared[0] = 20;
            BinaryPrimitives.WriteUInt16LittleEndian(shared.AsSpan(4), (ushort)(deflated ? 8 : 0));
            BinaryPrimitives.WriteUInt32LittleEndian(shared.AsSpan(10), checksum(name, plain.GetEntry(name)!.Crc32));
            BinaryPrimitives.WriteInt32LittleEndian(shared.AsSpan(14), packed.Length);
            BinaryPrimitives.WriteInt32LittleEndian(shared.AsSpan(18), bytes.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(shared.AsSpan(22), (ushort)name.Length);
            files.AddRange([.. "PK\u0003\u0004"u8, .. shared, .. Encoding.ASCII.GetBytes(name), .. packed]);
            var place = new byte[14];
            BinaryPrimitives.WriteInt32LittleEndian(place.AsSpan(10), offset);
            directory.AddRange([.. "PK\u0001\u0002"u8, 20, 0, .. shared, .. place, .. Encoding.ASCII.GetBytes(name)]);
        }

        var end = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(4), (ushort)bundle.Files.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(6), (ushort)bundle.Files.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(8), directory.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), files.Count);
        return [.. files, .. directory, .. "PK\u0005\u0006"u8, .. end];
    }
}
