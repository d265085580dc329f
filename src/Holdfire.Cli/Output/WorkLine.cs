using System.Globalization;

namespace Holdfire.Cli.Output;

/// <summary>One line on a terminal's standard error that says what long work is being done; nothing where that is no terminal.</summary>
internal sealed class WorkLine(Terminal terminal)
{
    private const int Long = 10_000;

    /// <summary>Shows the line where the work is on many things, until what it returns is disposed of.</summary>
    public IDisposable? Begin(string work, int count, string things)
    {
        if (count < Long || !terminal.ShowsProgress)
        {
            return null;
        }

        terminal.Progress.Write($"{work} {count.ToString("#,0", CultureInfo.InvariantCulture)} {things}");
        return new Line(terminal);
    }

    private sealed class Line(Terminal terminal) : IDisposable
    {
        public void Dispose() => terminal.Progress.Write("\r\u001b[K");
    }
}
