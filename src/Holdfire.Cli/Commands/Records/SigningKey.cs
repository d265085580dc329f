using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Reads signing keys for a command, and warns where others on the machine can read or change the file.</summary>
internal static class SigningKey
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The key in a file. It is used all the same where the warning is printed: an owner may have shared it on purpose.</summary>
    public static Parsed<NoteSigner> Read(Terminal terminal, string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & OfOthers) != 0)
        {
            terminal.Error.WriteLine($"{path}: others on this machine can read or change this secret key; run: chmod 600 {path}");
        }

        return KeyFile.Read(path);
    }
}
