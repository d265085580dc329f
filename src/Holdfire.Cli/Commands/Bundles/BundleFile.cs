using Holdfire.Record.Bundles;
using Holdfire.Record.Files;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>Reads and writes bundles.</summary>
internal static class BundleFile
{
    /// <summary>All of a file, unless it is larger than a bundle may be.</summary>
    public static ReadOnlyMemory<byte> Read(string path)
    {
        var info = new FileInfo(path);
        return !info.Exists ? throw new InputException(path, "a file", "none")
            : info.Length > BundleZip.MostBytes
                ? throw new InputException(path, $"at most {BundleZip.MostBytes} bytes", $"{info.Length}")
            : File.ReadAllBytes(path);
    }

    /// <summary>Writes a new file, whole or not at all.</summary>
    public static void Write(string path, byte[] bytes) => AtomicFile.Write(path, bytes, overwrite: false);
}
