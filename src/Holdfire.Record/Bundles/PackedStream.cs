namespace Holdfire.Record.Bundles;

/// <summary>Gives the packed bytes of a file, the last of them by itself, and tells whether they were just enough.</summary>
/// <remarks>
/// The base library's inflater passes over bytes behind the end of what is packed, and takes an end that never comes for one. It
/// asks for more only when it needs more; so what it asked for tells where the packed bytes end.
/// </remarks>
/// <param name="bytes">The packed bytes.</param>
/// <param name="flipped">The bits of the last of them that are given the other way round.</param>
internal sealed class PackedStream(ReadOnlyMemory<byte> bytes, byte flipped = 0) : Stream
{
    private int next;
    private bool overread;

    /// <summary>Whether all bytes were asked for and none after them.</summary>
    public bool WasEnough => next == bytes.Length && !overread;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = bytes.Length - next;
        overread |= left == 0;
        var part = bytes.Span.Slice(next, Math.Min(buffer.Length, left > 1 ? left - 1 : left));
        part.CopyTo(buffer);
        next += part.Length;
        if (left == 1 && part.Length == 1)
        {
            buffer[0] ^= flipped;
        }

        return part.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
