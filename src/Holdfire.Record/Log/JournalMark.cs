using System.Buffers.Binary;
using System.Security.Cryptography;
using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>The size of a log that was acknowledged last, written beside the journal without a sync of its own.</summary>
/// <remarks>
/// It costs a commit next to nothing, and it outlives a process that is killed. Where the journal holds less than it says, acknowledged
/// entries are lost and not merely cut short. After a power cut it may be behind. A write that is cut short leaves the beginning of the
/// new bytes before the end of the old ones, so that of many copies of the size one at most is broken: where none can be read the file is damaged,
/// and what it said may have been anything.
/// </remarks>
/// <param name="IsThere">Whether the file is there. A journal of an earlier version has none.</param>
/// <param name="Size">The size; null where the file is not there or cannot be read.</param>
/// <param name="IsDamaged">Whether the file is damaged, and not merely cut short.</param>
internal readonly record struct JournalMark(bool IsThere, long? Size, bool IsDamaged = false)
{
    private const int SizeLength = 8;
    private const int CopyLength = SizeLength + SHA256.HashSizeInBytes;
    private const int Copies = 16;

    /// <summary>The mark of a journal.</summary>
    public static JournalMark Read(IFileLayer files, string folder)
    {
        var path = Path.Combine(folder, LogFolder.Acknowledged);
        if (!files.FileExists(path))
        {
            return new JournalMark(false, null);
        }

        var bytes = files.Read(path);
        var sizes = Enumerable.Range(0, Math.Min(bytes.Length / CopyLength, Copies)).Select(i => SizeIn(bytes.AsSpan(i * CopyLength, CopyLength))).OfType<long>().ToArray();
        // Earlier versions wrote one copy, which a power cut can tear.
        return new JournalMark(true, sizes.Length > 0 ? sizes.Max() : null, IsDamaged: sizes.Length == 0 && bytes.Length != CopyLength);
    }

    /// <summary>The bytes of a mark: copies of the size, big-endian, and its SHA-256.</summary>
    public static byte[] Write(long size)
    {
        var bytes = new byte[Copies * CopyLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, size);
        SHA256.HashData(bytes.AsSpan(0, SizeLength), bytes.AsSpan(SizeLength, SHA256.HashSizeInBytes));
        for (var i = 1; i < Copies; i++)
        {
            bytes.AsSpan(0, CopyLength).CopyTo(bytes.AsSpan(i * CopyLength));
        }

        return bytes;
    }

    private static long? SizeIn(ReadOnlySpan<byte> copy) =>
        SHA256.HashData(copy[..SizeLength]).AsSpan().SequenceEqual(copy[SizeLength..]) ? BinaryPrimitives.ReadInt64BigEndian(copy) : null;
}
