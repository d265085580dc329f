using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Log;

namespace Holdfire.Record.Protection;

/// <summary>
/// What came in and is not in the log yet, beside a record: bundles of files that belong together, each whole and durable once it is put. Only the owner can
/// read them. Names are hashed, so that no name that comes from elsewhere is one of a file.
/// </summary>
/// <param name="record">The record's folder.</param>
/// <param name="kind">What it holds, such as <c>intake</c>: the folder within <c>RECORD.private</c>.</param>
public sealed class PrivateBundles(string record, string kind)
{
    private readonly string home = LogFolder.PrivateOf(record);

    /// <summary>The bundles that are there, by the hashes of their names, in order.</summary>
    public ImmutableArray<string> All => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The hash of a name.</summary>
    public static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Puts a file, in place of one of that name.</summary>
    /// <param name="bundle">The hash of the bundle's name.</param>
    /// <param name="file">The file, by letters, digits, dots and hyphens.</param>
    /// <param name="bytes">What it holds.</param>
    public void Put(string bundle, string file, ReadOnlySpan<byte> bytes)
    {
        ContentFolder.CreatePrivate(home);
        ContentFolder.CreatePrivate(Root);
        ContentFolder.CreatePrivate(Path.Combine(Root, bundle));
        PrivateFiles.Write(PathOf(bundle, file), bytes);
    }

    /// <summary>A file; null where there is none.</summary>
    public byte[]? Find(string bundle, string file) => PathOf(bundle, file) is var path && File.Exists(path) ? DiskFiles.Instance.Read(path) : null;

    /// <summary>The files of a bundle, in order.</summary>
    public ImmutableArray<string> Files(string bundle) => Path.Combine(Root, bundle) is var path && Directory.Exists(path)
        ? [.. Directory.GetFiles(path).Where(f => !f.EndsWith(".new", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Deletes a file where it is there.</summary>
    public void Delete(string bundle, string file) => File.Delete(PathOf(bundle, file));

    private string Root => Path.Combine(home, kind);

    private string PathOf(string bundle, string file) => Path.Combine(Root, bundle, file);
}
