using System.Text;

namespace Holdfire.Importers;

/// <summary>Rows of texts kept as bytes, so that a million of them stay small. Rows are only added.</summary>
internal sealed class RowStore
{
    private const int ChunkBytes = 1 << 20;
    private readonly List<byte[]> chunks = [];
    private int used = ChunkBytes;

    public int Count { get; private set; }

    /// <summary>Keeps a row and returns where it stands.</summary>
    public long Add(ReadOnlySpan<string> fields)
    {
        var most = 4;
        foreach (var field in fields)
        {
            most += 4 + Encoding.UTF8.GetMaxByteCount(field.Length);
        }

        if (used + most > (chunks.Count == 0 ? 0 : chunks[^1].Length))
        {
            chunks.Add(new byte[Math.Max(ChunkBytes, most)]);
            used = 0;
        }

        var at = ((long)(chunks.Count - 1) << 32) | (uint)used;
        var chunk = chunks[^1].AsSpan();
        Put(chunk, fields.Length);
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetBytes(field, chunk[(used + 4)..]);
            Put(chunk, length);
            used += length;
        }

        Count++;
        return at;
    }

    /// <summary>The row that stands there.</summary>
    public string[] Read(long at)
    {
        var (chunk, next) = (chunks[(int)(at >> 32)], (int)(at & uint.MaxValue));
        return Read(chunk, ref next);
    }

    /// <summary>All rows in their order.</summary>
    public IEnumerable<string[]> Rows()
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            var next = 0;
            var end = i == chunks.Count - 1 ? used : chunks[i].Length;
            while (next + 4 <= end && BitConverter.ToInt32(chunks[i], next) > 0)
            {
                yield return Read(chunks[i], ref next);
            }
        }
    }

    private static string[] Read(byte[] chunk, ref int next)
    {
        var fields = new string[BitConverter.ToInt32(chunk, next)];
        next += 4;
        for (var i = 0; i < fields.Length; i++)
        {
            var length = BitConverter.ToInt32(chunk, next);
            fields[i] = length == 0 ? "" : Encoding.UTF8.GetString(chunk, next + 4, length);
            next += 4 + length;
        }

        return fields;
    }

    private void Put(Span<byte> chunk, int number)
    {
        BitConverter.TryWriteBytes(chunk[used..], number);
        used += 4;
    }
}
