using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>One record of the journal: a header with a checksum, then a signed checkpoint and the entries that it adds.</summary>
/// <remarks>
/// Layout: magic "HFJ1" (4), count of entries (4), number of the journal file (8), length of the body (8), SHA-256 of these 24
/// bytes and the body (32); body: length of the note (4), the note, an entry bundle of the entries. Numbers are big-endian. Records
/// begin at multiples of <see cref="Alignment"/>. The first of a file holds no entries: its checkpoint is where the file begins.
/// </remarks>
internal sealed record JournalRecord(ulong File, SignedNote Note, Checkpoint Checkpoint, ImmutableArray<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>
    /// A page of the file system and of most disks. No byte of a record shares a page with another's, so that a write torn by
    /// a power cut cannot damage a record that was acknowledged before.
    /// </summary>
    public const int Alignment = 4096;

    private const int HeaderLength = 56;

    // The operator's signature alone is under a note here; it takes some hundreds of bytes.
    private const int LongestNote = 4 * Alignment;
    private const int ChecksumAt = 24;
    private static ReadOnlySpan<byte> Magic => "HFJ1"u8;

    /// <summary>The first index that the record adds.</summary>
    public long Start => Checkpoint.Size - Entries.Length;

    /// <summary>The number of bytes up to where the next record begins.</summary>
    public static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    /// <summary>Writes a record, without padding.</summary>
    public static ReadOnlyMemory<byte> Write(
        ulong file, SignedNote note, IReadOnlyList<ReadOnlyMemory<byte>> entries, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        var noteBytes = note.ToBytes();
        var length = HeaderLength + 4 + noteBytes.Length + entries.Sum(e => 2 + e.Length);
        var span = buffer.GetSpan(length)[..length];
        Magic.CopyTo(span);
        BinaryPrimitives.WriteInt32BigEndian(span[4..], entries.Count);
        BinaryPrimitives.WriteUInt64BigEndian(span[8..], file);
        BinaryPrimitives.WriteInt64BigEndian(span[16..], length - HeaderLength);
        BinaryPrimitives.WriteInt32BigEndian(span[HeaderLength..], noteBytes.Length);
        noteBytes.CopyTo(span[(HeaderLength + 4)..]);
        var rest = span[(HeaderLength + 4 + noteBytes.Length)..];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[2..]);
            rest = rest[(2 + entry.Length)..];
        }

        Checksum(span).CopyTo(span[ChecksumAt..]);
        buffer.Advance(length);
        return buffer.WrittenMemory;
    }

    /// <summary>Reads the record at the start of the bytes, and how many bytes it takes without padding.</summary>
    public static Parsed<(JournalRecord Record, long Length)> Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < HeaderLength || !span[..4].SequenceEqual(Magic))
        {
            return RecordError.Invalid("journal record", "its magic bytes", "");
        }

        var count = BinaryPrimitives.ReadInt32BigEndian(span[4..]);
        if (count < 0 || LengthOf(span) is not { } length)
        {
            return RecordError.Invalid("journal record", "entries and a body that ends within the file", "other numbers");
        }

        var whole = bytes[..(int)length];
        if (!Checksum(whole.Span).SequenceEqual(span.Slice(ChecksumAt, SHA256.HashSizeInBytes)))
        {
            return RecordError.Invalid("journal record", "", "the checksum does not hold");
        }

        var body = whole[HeaderLength..];
        var noteLength = BinaryPrimitives.ReadInt32BigEndian(body.Span);
        if (noteLength < 0 || noteLength > body.Length - 4)
        {
            return RecordError.Invalid("journal record", "a note within the record", $"a length of {noteLength}");
        }

        if (!SignedNote.Parse(body.Slice(4, noteLength).Span).Is(out var note, out var error)
            || !Checkpoint.Parse(note.Text).Is(out var checkpoint, out error)
            || !EntryBundle.Read(body[(4 + noteLength)..], count).Is(out var entries, out error))
        {
            return error.Within("journal record");
        }

        return checkpoint.Size >= count
            ? (new JournalRecord(BinaryPrimitives.ReadUInt64BigEndian(span[8..]), note, checkpoint, entries), whole.Length)
            : RecordError.Invalid("journal record", $"a checkpoint over its {count} entries", $"one of size {checkpoint.Size}");
    }

    /// <summary>Whether bytes begin as a record of this journal file does, whole or not.</summary>
    public static bool HasHeader(ReadOnlySpan<byte> bytes, ulong file) =>
        bytes.Length >= HeaderLength && bytes[..4].SequenceEqual(Magic) && BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) == file;

    /// <summary>The length of a record in bytes, as its header has it; null where the bytes do not hold so many.</summary>
    public static long? LengthOf(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength && BinaryPrimitives.ReadInt64BigEndian(header[16..]) is >= 4 and var length && length <= header.Length - HeaderLength
            ? HeaderLength + length : null;

    /// <summary>The note of a record that need not be whole; null where it cannot be read.</summary>
    public static SignedNote? NoteOf(ReadOnlyMemory<byte> bytes)
    {
        var body = bytes.Span[Math.Min(HeaderLength, bytes.Length)..];
        var length = body.Length < 4 ? -1 : BinaryPrimitives.ReadInt32BigEndian(body);
        return length is >= 0 and <= LongestNote && length <= body.Length - 4 && SignedNote.Parse(body.Slice(4, length)).Is(out var note, out _) ? note : null;
    }

    private static byte[] Checksum(ReadOnlySpan<byte> record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(record[..ChecksumAt]);
        hash.AppendData(record[HeaderLength..]);
        return hash.GetHashAndReset();
    }
}
