using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.State;

namespace Holdfire.Record.Bundles;

/// <summary>Makes a bundle out of a published record. The same record and choice give the same bytes.</summary>
public static class BundleWriter
{
    /// <summary>The most entries of a record that go into a bundle for counts whether they are needed or not.</summary>
    public const int MostWholeEntries = 20_000;

    /// <summary>The most bytes of such entries together.</summary>
    public const int MostWholeBytes = 64 << 20;

    // Zip files keep no time before this one; a bundle has no other.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a bundle.</summary>
    /// <param name="log">The record, as of its checkpoint.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="entries">The indexes of its entries, rising from 0; null for the whole log.</param>
    /// <param name="figure">The answer to the query, as the command prints it; empty for a report.</param>
    /// <param name="erased">The indexes of entries whose contents the log says are destroyed: none of those goes into it.</param>
    /// <exception cref="RecordException">The record cannot be read, or the bundle would be larger than a bundle may be.</exception>
    public static byte[] Make(LogReader log, BundlePurpose purpose, ImmutableArray<long>? entries, ReadOnlyMemory<byte> figure, IReadOnlySet<long> erased)
    {
        var count = entries?.Length ?? log.Size;
        if ((entries is null ? count : 2 * count) > BundleZip.MostFiles - 16)
        {
            throw TooLarge($"{count} entries");
        }

        var described = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [BundleFiles.Checkpoint] = log.Note.ToBytes(),
            [BundleFiles.OperatorKey] = Encoding.UTF8.GetBytes(log.OperatorKey().OrThrow().ToVkey() + "\n"),
            [BundleFiles.Witnesses] = Encoding.UTF8.GetBytes(string.Concat(log.WitnessKeys().OrThrow().Select(k => k.ToVkey() + "\n"))),
        };
        if (purpose.Command is not null)
        {
            described[BundleFiles.Figure] = figure.ToArray();
        }

        var proven = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in entries is { } chosen ? chosen.Select(log.Entry) : log.Entries())
        {
            proven[BundleFiles.Entry(entry.Index)] = entry.Bytes.ToArray();
            if (entries is not null)
            {
                proven[BundleFiles.Proof(entry.Index)] = Encoding.UTF8.GetBytes(log.Prove(entry.Index).ToString());
            }

            AddBeside(log.Folder, entry, described, erased.Contains(entry.Index));
        }

        var manifest = new BundleManifest(
            log.Checkpoint.Origin, log.Size, purpose, entries,
            described.ToImmutableSortedDictionary(f => f.Key, f => EntryBytes.HashOf(f.Value), StringComparer.Ordinal));
        return Zip([KeyValuePair.Create(BundleFiles.Manifest, manifest.ToBytes()), .. described, .. proven]);
    }

    // What lies beside the log and everyone may see: disclosed contents, attachments and sets of parameters.
    private static void AddBeside(string folder, LogEntry stored, OrderedDictionary<string, byte[]> files, bool isErased)
    {
        if (!EntryBytes.TryParse(stored.Bytes, out var entry, out var error))
        {
            throw new RecordException(new RefusedEntry(stored.Index, error!).Placed);
        }

        var content = entry!.Content;
        if (entry.IsProtected && !isErased && Beside(folder, BundleFiles.Disclosed(entry.ContentHash), files) is { } file)
        {
            content = Protection.ProtectedContent.Read(file, out _)?.Content;
        }

        if (EntryKinds.NamesAFile(entry.Kind) && content is { } attached && BundleContent.Text(attached, "sha256") is { Length: 64 } hash)
        {
            Beside(folder, BundleFiles.Attachment(hash), files);
        }
    }

    private static byte[]? Beside(string folder, string name, OrderedDictionary<string, byte[]> files)
    {
        var path = Path.Combine(folder, name);
        if (!BundleFiles.IsName(name) || !File.Exists(path))
        {
            return null;
        }

        if (new FileInfo(path).Length > BundleZip.LargestFile)
        {
            throw TooLarge($"{name} alone with {new FileInfo(path).Length} bytes");
        }

        return files[name] = DiskFiles.Instance.Read(path);
    }

    private static byte[] Zip(IReadOnlyCollection<KeyValuePair<string, byte[]>> files)
    {
        if (files.Sum(f => (long)f.Value.Length) > BundleZip.MostBytes)
        {
            throw TooLarge("more bytes");
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var file = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                file.LastWriteTime = NoTime;
                using var to = file.Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static RecordException TooLarge(string found) => new(RecordError.Invalid(
        "bundle",
        $"at most {BundleZip.MostFiles} files and {BundleZip.MostBytes} bytes", $"{found}; publish the record itself instead"));
}
