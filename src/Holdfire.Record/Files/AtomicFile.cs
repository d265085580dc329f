namespace Holdfire.Record.Files;

/// <summary>Writes files whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>A name next to a file that nobody can have foreseen: in a folder that somebody delivered, a link may lie at any other.</summary>
    /// <param name="file">The file.</param>
    public static string NameBeside(string file) => $"{file}.{Path.GetRandomFileName()}.partial";

    /// <summary>Writes next to the file, flushes to the disk, and renames. A reader never sees half a file, and a crash leaves the old one.</summary>
    /// <param name="file">The file; a link is replaced, not followed.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="overwrite">False to refuse where the file is there already.</param>
    /// <exception cref="IOException">It could not be written, or is there already; nothing new stays.</exception>
    public static void Write(string file, Action<Stream> write, bool overwrite = true)
    {
        var partial = NameBeside(file);
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file, overwrite);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    /// <summary>The same with all of the content at once.</summary>
    public static void Write(string file, ReadOnlyMemory<byte> content, bool overwrite = true) =>
        Write(file, stream => stream.Write(content.Span), overwrite);

    /// <summary>The same for what a library writes by the name of a file, and takes care itself that it is on the disk.</summary>
    /// <param name="file">The file; a link is replaced, not followed.</param>
    /// <param name="write">Writes the file of the name that it gets.</param>
    /// <param name="partial">That name; one that nobody can have foreseen if left out. What lies there is deleted first.</param>
    /// <exception cref="IOException">It could not be written; nothing new stays.</exception>
    public static void WriteByName(string file, Action<string> write, string? partial = null)
    {
        partial ??= NameBeside(file);
        File.Delete(partial);
        try
        {
            write(partial);
            File.Move(partial, file, overwrite: true);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    private static void TryDelete(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be made need not be taken away.
        }
    }
}
