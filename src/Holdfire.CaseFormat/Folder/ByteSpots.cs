using System.Text;

namespace Holdfire.CaseFormat;

/// <summary>Lines and columns of byte offsets; fast where the offsets rise.</summary>
internal sealed class ByteSpots(string file, byte[] bytes)
{
    private int at;
    private int line = 1;
    private int column = 1;

    public Spot At(long offset)
    {
        if (offset < at)
        {
            (at, line, column) = (0, 1, 1);
        }

        while (at < bytes.Length && at < offset)
        {
            Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var used);
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            at += used;
        }

        return new Spot(file, line, column);
    }
}
