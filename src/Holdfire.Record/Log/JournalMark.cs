using System.Buffers.Binary;
using System.Security.Cryptography;
using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>The size of a log that was acknowledged last, written beside the journal without a sync of its own.</summary>
/// <remarks>
/// It costs a commit next to nothing, and it outlives a process that is killed. Where the journal holds less than it says, acknowledged
/// entries are lost and not merely cut short. After a power cut it may be behind, or torn: then it says nothing.
/// </remarks>
/// <param name="IsThere">Whether the file is there. A journal of an earlier version has none.</param>
/// <param name="Size">The size; null where the file is not there or torn.</param>
internal readonly record struct JournalMark(bool IsThere, long? Size)
{
    private const int SizeLength = 8;
    private const int Length = SizeLength + SHA256.HashSizeInBytes;

    /// <summary>The mark of a journal.</summary>
    public static JournalMark Read(IFileLayer files, string folder)
    {
        var path = Path.Combine(folder, LogFolder.Acknowledged);
        if (!files.FileExists(path))
        {
            return new JournalMark(false, null);
        }

        var bytes = files.Read(path);
        return new JournalMark(true, bytes.Length == Length && bytes.AsSpan().SequenceEqual(Write(BinaryPrimitives.ReadInt64BigEndian(bytes)))
            ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null);
    }

    /// <summary>The bytes of a mark: the size, big-endian, and its SHA-256.</summary>
    public static byte[] Write(long size)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, size);
        SHA256.HashData(bytes.AsSpan(0, SizeLength), bytes.AsSpan(SizeLength));
        return bytes;
    }
}
