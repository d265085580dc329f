using System.Collections.Immutable;
using System.IO.Compression;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>The files of a bundle as a forger has them: each can be changed, left out, doubled or given another name.</summary>
internal sealed record OpenBundle(ImmutableArray<(string Name, byte[] Bytes)> Files)
{
    public static OpenBundle Of(byte[] bundle) => new([.. BundleZip.Read(bundle).Select(f => (f.Key, f.Value.ToArray()))]);

    public OpenBundle With(string name, byte[] bytes) => new([.. Files.Select(f => f.Name == name ? (name, bytes) : f)]);

    public OpenBundle Without(string name) => new([.. Files.Where(f => f.Name != name)]);

    public OpenBundle Plus(string name, byte[] bytes) => new([.. Files, (name, bytes)]);

    public byte[] this[string name] => Files.First(f => f.Name == name).Bytes;

    /// <summary>With the hashes in bundle.json made to fit again.</summary>
    public OpenBundle Resealed()
    {
        var manifest = BundleManifest.Read(this[BundleFiles.Manifest]);
        var hashes = Files.Where(f => f.Name != BundleFiles.Manifest && f.Name.Split('/')[0] is not ("entries" or "proofs"))
            .ToImmutableSortedDictionary(f => f.Name, f => EntryBytes.HashOf(f.Bytes), StringComparer.Ordinal);
        return With(BundleFiles.Manifest, (manifest with { Files = hashes }).ToBytes());
    }

    public byte[] Zip(Action<ZipArchiveEntry>? each = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files)
            {
                var entry = zip.CreateEntry(name);
                each?.Invoke(entry);
                using var to = entry.Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
