using System.Text;
using Holdfire.Record.Files;

namespace Holdfire.Cli.Output;

/// <summary>Writes text files whole.</summary>
internal static class WholeFile
{
    private const string Devices = "/dev/";

    /// <summary>Refuses, before long work, a file that cannot be written.</summary>
    /// <exception cref="IOException">It is a folder, or its folder is not there.</exception>
    public static void Check(string option, string file)
    {
        if (Path.EndsInDirectorySeparator(file) || Directory.Exists(file))
        {
            throw new IOException($"{option}: expected a file, found the folder '{file}'");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } into && !Directory.Exists(into))
        {
            throw new IOException($"{option}: expected a file in a folder that is there, found '{file}'");
        }
    }

    /// <summary>Writes the file whole or not at all. A link stays one; a device is written to.</summary>
    /// <exception cref="IOException">It could not be written; then nothing was, or nothing stays.</exception>
    public static void Write(string option, string file, string text)
    {
        Check(option, file);
        var utf8 = new UTF8Encoding(false);
        if (Path.GetFullPath(file).StartsWith(Devices, StringComparison.Ordinal))
        {
            File.WriteAllText(file, text, utf8);
            return;
        }

        var target = new FileInfo(file) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : file;
        try
        {
            AtomicFile.Write(target, utf8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{option}: '{file}' could not be written: {e.Message}", e);
        }
    }
}
