using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Holdfire.Record.Tlog;

/// <summary>The bytes of up to 256 consecutive entries: for each, its length in two bytes, big-endian, then itself.</summary>
/// <remarks>C2SP tlog-tiles, "Log Entries".</remarks>
public static class EntryBundle
{
    /// <summary>The most bytes that an entry can have.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>The bundle of these entries.</summary>
    /// <exception cref="ArgumentException">An entry is longer than <see cref="LongestEntry"/>.</exception>
    public static byte[] Write(ReadOnlySpan<ReadOnlyMemory<byte>> entries)
    {
        var length = 0;
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
            {
                throw new ArgumentException($"expected at most {LongestEntry} bytes, found {entry.Length}", nameof(entries));
            }

            length += 2 + entry.Length;
        }

        var bundle = new byte[length];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[2..]);
            rest = rest[(2 + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>Reads a bundle of exactly <paramref name="width"/> entries and nothing after them. The entries share its bytes.</summary>
    public static Parsed<ImmutableArray<ReadOnlyMemory<byte>>> Read(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(width);
        var at = 0;
        while (entries.Count < width)
        {
            if (bundle.Length - at < 2)
            {
                return RecordError.Invalid($"entry bundle, byte {at}", $"{width} entries", $"the end after {entries.Count}");
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[at..]);
            if (bundle.Length - at - 2 < length)
            {
                return RecordError.Invalid($"entry bundle, byte {at}", $"an entry of {length} bytes", $"{bundle.Length - at - 2}");
            }

            entries.Add(bundle.Slice(at + 2, length));
            at += 2 + length;
        }

        return at == bundle.Length
            ? entries.MoveToImmutable()
            : RecordError.Invalid($"entry bundle, byte {at}", $"the end after {width} entries", $"{bundle.Length - at} bytes more");
    }
}
