namespace Holdfire.Record.Files;

/// <summary>Folders and files that their owner alone can read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder with mode 0700, and sets that mode where the folder is there already.</summary>
    /// <exception cref="RecordException">It is open to others and belongs to another user.</exception>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        var isNew = !Directory.Exists(path);
        Directory.CreateDirectory(path, OwnFolder);
        if (isNew)
        {
            DiskFiles.Instance.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        else if (File.GetUnixFileMode(path) is var mode && mode != OwnFolder)
        {
            Close(path, mode);
        }
    }

    /// <summary>
    /// The name under which a file is written before it is put in place. It is always the same, other than that of <see cref="AtomicFile"/>:
    /// nobody else can plant a link in a private folder, and what a crash leaves is written over the next time, so that no copies of secrets pile up.
    /// </summary>
    public static string FreshName(string path) => path + ".new";

    /// <summary>Puts a whole file with mode 0600 in place, durably: after a crash there is the old one, none, or the new one.</summary>
    /// <exception cref="IOException">It cannot be written, or the file is there and is not to be replaced.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite = true)
    {
        var fresh = FreshName(path);
        using (var file = Create(fresh))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(fresh, path, overwrite);
        }
        catch (IOException) when (!overwrite)
        {
            File.Delete(fresh);
            throw;
        }

        DiskFiles.Instance.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Puts a whole file with mode 0600 in place. After a crash there may be a damaged one: its reader must find that out.</summary>
    public static void WriteCache(string path, Action<Stream> write)
    {
        var fresh = FreshName(path);
        using (var file = Create(fresh))
        {
            write(file);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static FileStream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Close(string path, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(path, OwnFolder);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RecordException(RecordError.Invalid(
                path, "a folder that its owner alone can read (mode 0700)", $"{Convert.ToString((int)mode, 8)}, and it belongs to another user"), e);
        }
    }
}
