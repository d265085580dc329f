using System.Globalization;

namespace Holdfire.Cli.Output;

/// <summary>One line on a terminal's standard error that says what long work is being done; nothing where that is no terminal.</summary>
internal static class WorkLine
{
    private const int Long = 10_000;

    /// <summary>Does the work, and says so while it lasts where it is on many things.</summary>
    public static T While<T>(string work, int count, string things, Func<T> @do)
    {
        if (count < Long || Console.IsErrorRedirected)
        {
            return @do();
        }

        VisibleWriter.Progress.Write($"{work} {count.ToString("#,0", CultureInfo.InvariantCulture)} {things}");
        try
        {
            return @do();
        }
        finally
        {
            VisibleWriter.Progress.Write("\r\u001b[K");
        }
    }
}
