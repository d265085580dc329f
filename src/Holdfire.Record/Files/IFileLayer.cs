namespace Holdfire.Record.Files;

/// <summary>The file operations that a log's safety rests on, so that tests can make each of them fail, tear or be lost.</summary>
/// <remarks>
/// A write is durable after <see cref="IOpenFile.SyncData"/> or <see cref="IOpenFile.Sync"/>; a new, renamed or deleted name is
/// durable after <see cref="SyncFolder"/> of its folder. Errors are IOException or UnauthorizedAccessException.
/// </remarks>
internal interface IFileLayer
{
    /// <summary>Holds a file against all others until disposed or until the process ends; null where another holds it.</summary>
    IHeldFile? TryLock(string path);

    bool FileExists(string path);

    bool FolderExists(string path);

    long LengthOf(string path);

    byte[] Read(string path);

    /// <summary>The names of the files and folders in a folder; none where there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>
    /// What is neither a plain file nor a folder under a folder, at any depth: path from the folder and what it is, in words, in the order
    /// of paths. Links are not followed and nothing is opened.
    /// </summary>
    IReadOnlyList<(string Path, string What)> OtherThanFiles(string folder);

    /// <summary>Makes one folder, whose parent must exist.</summary>
    void CreateFolder(string path);

    /// <summary>Makes one folder that its owner alone can read, whose parent must exist.</summary>
    void CreatePrivateFolder(string path);

    /// <summary>A new file, empty, in place of any file or link of that name. A link is removed and never followed.</summary>
    IOpenFile Create(string path);

    /// <summary>Gives a file another name in one step, in place of any file or link of that name, on the same file system.</summary>
    void Rename(string from, string to);

    /// <summary>Deletes a file, or a link itself; nothing where there is none.</summary>
    void Delete(string path);

    /// <summary>Deletes a folder with the files in it.</summary>
    void DeleteFolder(string path);

    void SyncFolder(string path);
}
