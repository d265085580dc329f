using System.Globalization;

namespace Holdfire.Cli.Output;

/// <summary>One line on a terminal's standard error that says how far long work is; nothing where that is no terminal.</summary>
internal sealed class ProgressLine(Terminal terminal, string what) : IDisposable
{
    private const long Step = 10_000;
    private bool shown;

    /// <summary>Shows a number, now and then.</summary>
    public void Show(long count)
    {
        if (count % Step == 0 && terminal.ShowsProgress)
        {
            terminal.Progress.Write($"\r{count.ToString("#,0", CultureInfo.InvariantCulture)} {what}");
            shown = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown)
        {
            terminal.Progress.Write("\r\u001b[K");
        }
    }
}
