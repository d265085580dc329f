using System.Buffers;
using System.Text;

namespace Holdfire.Cli.Output;

/// <summary>
/// The one way to the console: only tabs and ends of lines go through as they are, and every other control or direction
/// character is spelled out, wherever it came from.
/// </summary>
internal sealed class VisibleWriter : TextWriter
{
    // A console sends each piece that it is given: a text is cut only where something in it is spelled out.
    private static readonly SearchValues<char> Changed = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c is not ('\n' or '\t') && VisibleText.Unsafe.Contains(c))]);

    private readonly TextWriter inner;
    private bool returned;

    /// <summary>A writer in front of another.</summary>
    public VisibleWriter(TextWriter inner)
        : base(inner.FormatProvider)
    {
        this.inner = inner;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // A carriage return goes through in front of a line feed alone, which may come with the next call.
            if (returned)
            {
                returned = false;
                inner.Write(buffer[0] == '\n' ? "\r" : VisibleText.Spelled('\r'));
            }

            var at = buffer.IndexOfAny(Changed);
            inner.Write(at < 0 ? buffer : buffer[..at]);
            if (at < 0)
            {
                return;
            }

            Put(buffer[at]);
            buffer = buffer[(at + 1)..];
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && returned)
        {
            returned = false;
            inner.Write(VisibleText.Spelled('\r'));
        }

        inner.Flush();
        base.Dispose(disposing);
    }

    private void Put(char c)
    {
        returned = c == '\r';
        if (!returned)
        {
            inner.Write(VisibleText.Spelled(c));
        }
    }
}
