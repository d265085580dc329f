namespace Holdfire.Record.Files;

/// <summary>Puts whole files in place so that a crash leaves each either absent, as it was before, or whole.</summary>
/// <remarks>
/// The order is the argument: 1 the bytes go to a file of another name; 2 that file is synced; 3 it is renamed; 4 the folder is
/// synced. A name is never seen with other bytes than its own, and after 4 it stays. The steps are done for all files of a batch at a
/// time, since the first sync then takes most of the others' work with it.
/// </remarks>
/// <param name="files">The file system.</param>
/// <param name="root">The folder that all is put under.</param>
/// <param name="temporary">An existing folder on the same file system, for files that are not yet in place.</param>
/// <param name="prefix">What their names begin with; of those who share a folder each has its own.</param>
internal sealed class DurableWrites(IFileLayer files, string root, string temporary, string prefix = "new-")
{
    // A process may hold about a thousand files open.
    private const int MostOpen = 128;

    // A relative name has no parents to climb to.
    private readonly string root = Path.GetFullPath(root);
    private readonly List<(IOpenFile File, string From, string To)> written = [];
    private readonly HashSet<string> ensured = [];
    private long next;

    /// <summary>Removes what an earlier process left behind on its way.</summary>
    public void DiscardRemains()
    {
        foreach (var name in files.List(temporary).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            files.Delete(Path.Combine(temporary, name));
        }
    }

    /// <summary>Makes a folder with its parents up to the root durable, so that files can be put in it.</summary>
    public void CreateFolder(string path)
    {
        path = Path.GetFullPath(path);
        if (!ensured.Add(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path)!;
        if (parent.StartsWith(root, StringComparison.Ordinal) || !files.FolderExists(parent))
        {
            CreateFolder(parent);
        }

        if (!files.FolderExists(path))
        {
            files.CreateFolder(path);
        }

        // Also where it was there before: the process that made it may have stopped before its name was durable.
        files.SyncFolder(parent);
    }

    /// <summary>Deletes a folder with the files in it. It may come back after a crash.</summary>
    public void DiscardFolder(string path)
    {
        if (files.FolderExists(path))
        {
            files.DeleteFolder(path);
        }

        ensured.Remove(Path.GetFullPath(path));
    }

    /// <summary>Writes a file that goes in place with the next <see cref="Commit"/>, or before it.</summary>
    public void Add(string path, ReadOnlySpan<byte> bytes)
    {
        if (written.Count == MostOpen)
        {
            Commit();
        }

        var from = Path.Combine(temporary, $"{prefix}{next++}");
        var file = files.Create(from);
        written.Add((file, from, path));
        file.Write(0, bytes);
    }

    /// <summary>Puts the files in place, durably.</summary>
    public void Commit()
    {
        try
        {
            foreach (var (file, _, _) in written)
            {
                file.Sync();
            }
        }
        finally
        {
            foreach (var (file, _, _) in written)
            {
                file.Dispose();
            }
        }

        foreach (var (_, from, to) in written)
        {
            files.Rename(from, to);
        }

        foreach (var folder in written.Select(w => Path.GetDirectoryName(w.To)!).Distinct())
        {
            files.SyncFolder(folder);
        }

        written.Clear();
    }

    /// <summary>Gives up what was added and is not in place.</summary>
    public void Abandon()
    {
        foreach (var (_, from, _) in written)
        {
            files.Delete(from);
        }

        written.Clear();
        ensured.Clear();
    }

    /// <summary>Puts one file in place, durably.</summary>
    public void Put(string path, ReadOnlySpan<byte> bytes)
    {
        Add(path, bytes);
        Commit();
    }
}
