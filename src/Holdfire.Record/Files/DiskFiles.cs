using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Holdfire.Record.Files;

/// <summary>The files of this machine, one step at a time.</summary>
/// <remarks>
/// Nothing here writes a file whole as <see cref="AtomicFile"/> does: the log itself says in which order its files are written, flushed and
/// renamed, and tests stop it between any two of these steps.
/// </remarks>
internal sealed class DiskFiles : IFileLayer
{
    // EWOULDBLOCK of Linux and of the BSDs, and ERROR_SHARING_VIOLATION.
    private const int Held = 11;
    private const int HeldOnBsd = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    // ENOENT; EPERM, EACCES and EROFS.
    private const int NotThere = 2;
    private const int NotPermitted = 1;
    private const int NotAllowed = 13;
    private const int ReadOnly = 30;

    // EXDEV, and ERROR_NOT_SAME_DEVICE.
    private const int OnOtherDevice = 18;
    private const int OnOtherDeviceOnWindows = unchecked((int)0x80070011);

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false,
    };

    public static readonly DiskFiles Instance = new();

    /// <summary>Whether a rename failed since the two names are on different file systems.</summary>
    public static bool IsOnOtherDevice(IOException error) => error.HResult is OnOtherDevice or OnOtherDeviceOnWindows;

    /// <summary>Whether the system does not let this process write here, whatever it writes.</summary>
    public static bool IsNotAllowed(Exception error) =>
        error is UnauthorizedAccessException || (error is IOException && error.HResult is NotPermitted or NotAllowed or ReadOnly);

    public IHeldFile? TryLock(string path)
    {
        try
        {
            if (new FileInfo(path).LinkTarget is { } target)
            {
                throw new IOException($"{path}: expected a plain file, found a link to {target}");
            }

            // On Unix this is flock, which the kernel lets go of when the process ends in any way.
            return new HeldFile(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is Held or HeldOnBsd or HeldOnWindows)
        {
            return null;
        }
    }

    public bool FileExists(string path) => File.Exists(path);

    public bool FolderExists(string path) => Directory.Exists(path);

    public long LengthOf(string path) => new FileInfo(path).Length;

    // A pipe that was put in a file's place keeps whoever opens it waiting for a writer, so it is opened without waiting and then looked at.
    public byte[] Read(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.ReadAllBytes(path);
        }

        var descriptor = Posix.Open(path, Posix.WithoutWaiting | Posix.ClosedWithTheProcess);
        if (descriptor < 0)
        {
            throw Marshal.GetLastPInvokeError() switch
            {
                NotThere => new FileNotFoundException($"{path}: expected a file, found none of that name", path),
                NotAllowed => new UnauthorizedAccessException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}"),
                _ => Error("open", path),
            };
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (FileKind.OtherThanFile(handle) is { } kind)
        {
            throw new IOException($"{path}: expected a plain file, found {kind}");
        }

        using var stream = new FileStream(handle, FileAccess.Read, 0);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public IReadOnlyList<string> List(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)]
            : [];

    public IReadOnlyList<(string Path, string What)> OtherThanFiles(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var found = new FileSystemEnumerable<string>(folder, static (ref entry) => entry.ToFullPath(), Everything)
        {
            ShouldIncludePredicate = static (ref entry) =>
                IsLink(ref entry) || (!entry.IsDirectory && FileKind.OtherThanFile(entry.ToFullPath()) is not null),
            ShouldRecursePredicate = static (ref entry) => !IsLink(ref entry),
        };
        return [.. found.Order(StringComparer.Ordinal).Select(p => (Path.GetRelativePath(folder, p).Replace('\\', '/'), WordsFor(p)))];
    }

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void CreatePrivateFolder(string path) => PrivateFiles.CreateFolder(path);

    // An exclusive creation follows no link, so a planted one cannot lead the bytes elsewhere.
    public IOpenFile Create(string path)
    {
        File.Delete(path);
        return new DiskFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read));
    }

    // Where the names are on different file systems the base library would copy, through a link too.
    public void Rename(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(from, to, overwrite: true);
        }
        else if (Posix.Rename(from, to) != 0)
        {
            throw Error("rename", $"{from} to {to}");
        }
    }

    public void Delete(string path) => File.Delete(path);

    public void DeleteFolder(string path) => Directory.Delete(path, recursive: true);

    // The base library has no way to sync a folder. Windows needs none: NTFS journals its names.
    public void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Posix.Open(path, 0);
        if (descriptor < 0)
        {
            throw Error("open", path);
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Posix.Sync(handle) != 0)
        {
            throw Error("fsync", path);
        }
    }

    private static string WordsFor(string path) =>
        new FileInfo(path).LinkTarget is { } target ? $"a link to {target}" : FileKind.OtherThanFile(path) ?? "a link to another file";

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static IOException Error(string call, string path) =>
        new($"{call} of {path}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    private sealed class HeldFile(string path, FileStream stream) : IHeldFile
    {
        public bool IsInPlace => OperatingSystem.IsLinux()
            ? Posix.IdOf(stream.SafeFileHandle) is { } held && Posix.IdOf(path) == held
            : File.Exists(path);

        public void Dispose() => stream.Dispose();
    }

    private sealed class DiskFile(SafeFileHandle handle) : IOpenFile
    {
        public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

        public void SyncData()
        {
            if (!OperatingSystem.IsLinux())
            {
                RandomAccess.FlushToDisk(handle);
            }
            else if (Posix.SyncData(handle) != 0)
            {
                throw Error("fdatasync", "a file of the journal");
            }
        }

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
