using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Holdfire.Record.Files;

/// <summary>The files of this machine.</summary>
internal sealed class DiskFiles : IFileLayer
{
    // EWOULDBLOCK of Linux and of the BSDs, and ERROR_SHARING_VIOLATION.
    private const int Held = 11;
    private const int HeldOnBsd = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    public static readonly DiskFiles Instance = new();

    public IDisposable? TryLock(string path)
    {
        try
        {
            // On Unix this is flock, which the kernel lets go of when the process ends in any way.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is Held or HeldOnBsd or HeldOnWindows)
        {
            return null;
        }
    }

    public bool FileExists(string path) => File.Exists(path);

    public bool FolderExists(string path) => Directory.Exists(path);

    public long LengthOf(string path) => new FileInfo(path).Length;

    public byte[] Read(string path) => File.ReadAllBytes(path);

    public IReadOnlyList<string> List(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)]
            : [];

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public IOpenFile Create(string path) => new DiskFile(File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read));

    public IOpenFile Open(string path) => new DiskFile(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

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

    private static IOException Error(string call, string path) =>
        new($"{call} of {path}: {Marshal.GetLastPInvokeErrorMessage()}");

    private static class Posix
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        public static extern int Sync(SafeFileHandle file);

        [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
        public static extern int SyncData(SafeFileHandle file);
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
