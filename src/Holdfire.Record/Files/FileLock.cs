namespace Holdfire.Record.Files;

/// <summary>Waits for a file that others hold for moments only.</summary>
internal static class FileLock
{
    private const int Tries = 500;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    /// <summary>Holds the file until disposed.</summary>
    /// <exception cref="RecordException">Another held it for five seconds.</exception>
    public static IDisposable Hold(IFileLayer files, string path)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (files.TryLock(path) is { } held)
            {
                return held;
            }

            Thread.Sleep(Wait);
        }

        throw new RecordException(new Fault(path, "another process has held this file for five seconds"));
    }
}
