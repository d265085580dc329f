namespace Holdfire.Importers;

/// <summary>Files that are replaced whole or not at all.</summary>
internal static class ReplacedFile
{
    /// <summary>Writes beside the file, flushes to the disk, and renames.</summary>
    public static void Write(string file, Action<Stream> write)
    {
        var temporary = file + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
