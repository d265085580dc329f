using Microsoft.Win32.SafeHandles;

namespace Holdfire.Record.Files;

/// <summary>Tells files from what only has a name like one.</summary>
public static class FileKind
{
    // From Linux's stat.h.
    private const int Mask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;
    private const int Link = 0xA000;
    private const int Pipe = 0x1000;
    private const int Socket = 0xC000;

    /// <summary>What stands at a path if that is no plain file, in words; null for a plain file, for nothing, and where the system does not say.</summary>
    public static string? OtherThanFile(string path) =>
        !OperatingSystem.IsLinux() ? new FileInfo(path).LinkTarget is null ? null : "a link to another file"
        : Posix.ModeOf(path) is { } mode ? OtherThanFile(mode) : null;

    /// <summary>What is open if that is no plain file, in words, on Linux; null for a plain file.</summary>
    internal static string? OtherThanFile(SafeFileHandle file) => Posix.ModeOf(file) is { } mode ? OtherThanFile(mode) : null;

    private static string? OtherThanFile(int mode) => (mode & Mask) switch
    {
        Regular => null,
        Folder => "a folder",
        Link => "a link to another file",
        Pipe => "a pipe",
        Socket => "a socket",
        _ => "a device",
    };
}
