namespace Holdfire.Record.Files;

/// <summary>Waits for a file that others hold for moments only.</summary>
internal static class FileLock
{
    private const int Tries = 500;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    /// <summary>Holds the file until disposed.</summary>
    /// <exception cref="RecordException">Another held it for five seconds.</exception>
    public static IHeldFile Hold(IFileLayer files, string path)
    {
        for (var i = 0; i < Tries; i++)
        {
            // A file that was deleted while this waited keeps nobody out.
            if (files.TryLock(path) is { } held)
            {
                if (held.IsInPlace)
                {
                    return held;
                }

                held.Dispose();
            }

            Thread.Sleep(Wait);
        }

        throw new RecordException(RecordError.Invalid(path, "", "another process has held this file for five seconds"));
    }

    /// <summary>Holds the file until disposed, and leaves none behind where that is safe.</summary>
    /// <exception cref="RecordException">Another held it for five seconds.</exception>
    public static IDisposable HoldForAMoment(IFileLayer files, string path) => new Momentary(files, path, Hold(files, path));

    private sealed class Momentary(IFileLayer files, string path, IHeldFile held) : IDisposable
    {
        public void Dispose()
        {
            // While it is held: whoever waits for the old file sees that it is gone. Only Linux tells a file from another of its name.
            if (OperatingSystem.IsLinux())
            {
                files.Delete(path);
            }

            held.Dispose();
        }
    }
}
