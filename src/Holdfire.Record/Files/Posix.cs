using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Holdfire.Record.Files;

/// <summary>Calls of the system that the base library has no name for.</summary>
internal static class Posix
{
    // From Linux's stat.h and fcntl.h. The layout of statx is the same on every processor, unlike that of stat.
    private const int CurrentFolder = -100;
    private const int TheFileItself = 0x1000;
    private const int NotWhereALinkLeads = 0x100;
    private const uint Inode = 0x100;
    private const int StatusLength = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;
    private const uint KindOfFile = 0x1;
    private const int ModeAt = 28;

    /// <summary>O_NONBLOCK of Linux: to open a pipe does not wait for who writes to it.</summary>
    public const int WithoutWaiting = 0x800;

    /// <summary>O_CLOEXEC of Linux: no program that this one starts gets the file.</summary>
    public const int ClosedWithTheProcess = 0x80000;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    public static extern int Rename(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static extern int Sync(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static extern int SyncData(SafeFileHandle file);

    /// <summary>Which file is open, on Linux: its inode and device; null where the system does not say.</summary>
    public static (ulong Inode, ulong Device)? IdOf(SafeFileHandle file)
    {
        var status = new byte[StatusLength];
        return StatusOf(file, "", TheFileItself, Inode, status) == 0 ? IdIn(status) : null;
    }

    /// <summary>Which file a name leads to, a link being a file of its own, on Linux; null where there is none.</summary>
    public static (ulong Inode, ulong Device)? IdOf(string path)
    {
        var status = new byte[StatusLength];
        return StatusAt(CurrentFolder, path, NotWhereALinkLeads, Inode, status) == 0 ? IdIn(status) : null;
    }

    /// <summary>The mode of what a name stands for, a link being a file of its own, on Linux; null where there is none.</summary>
    public static ushort? ModeOf(string path)
    {
        var status = new byte[StatusLength];
        return StatusAt(CurrentFolder, path, NotWhereALinkLeads, KindOfFile, status) == 0 ? MemoryMarshal.Read<ushort>(status.AsSpan(ModeAt)) : null;
    }

    /// <summary>The mode of an open file, on Linux; null where the system does not say.</summary>
    public static ushort? ModeOf(SafeFileHandle file)
    {
        var status = new byte[StatusLength];
        return StatusOf(file, "", TheFileItself, KindOfFile, status) == 0 ? MemoryMarshal.Read<ushort>(status.AsSpan(ModeAt)) : null;
    }

    private static (ulong Inode, ulong Device) IdIn(byte[] status) =>
        (MemoryMarshal.Read<ulong>(status.AsSpan(InodeAt)), MemoryMarshal.Read<ulong>(status.AsSpan(DeviceAt)));

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int StatusOf(
        SafeFileHandle file, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int StatusAt(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
