using System.Globalization;

namespace Holdfire.Cli.Output;

/// <summary>One line on a terminal's standard error that says what long work is being done; nothing where that is no terminal.</summary>
internal static class WorkLine
{
    private const int Long = 10_000;

    /// <summary>Shows the line where the work is on many things, until what it returns is disposed of.</summary>
    public static IDisposable? Begin(string work, int count, string things)
    {
        if (count < Long || Console.IsErrorRedirected)
        {
            return null;
        }

        VisibleWriter.Progress.Write($"{work} {count.ToString("#,0", CultureInfo.InvariantCulture)} {things}");
        return new Line();
    }

    /// <summary>Does the work, and says so while it lasts where it is on many things.</summary>
    public static T While<T>(string work, int count, string things, Func<T> @do)
    {
        using (Begin(work, count, things))
        {
            return @do();
        }
    }

    private sealed class Line : IDisposable
    {
        public void Dispose() => VisibleWriter.Progress.Write("\r\u001b[K");
    }
}
