using System.Text;

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

    /// <summary>Written beside and renamed, so that a reader never sees half a file. A link stays one; a device is written to.</summary>
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
        var partial = target + ".partial";
        try
        {
            File.WriteAllText(partial, text, utf8);
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new IOException($"{option}: '{file}' could not be written: {e.Message}", e);
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
