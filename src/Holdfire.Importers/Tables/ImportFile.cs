using System.Collections.Immutable;
using System.IO.Compression;

namespace Holdfire.Importers;

/// <summary>A file to import, or one out of an archive.</summary>
/// <param name="Name">Its name as messages give it.</param>
/// <param name="Open">Opens it at its start.</param>
public sealed record ImportFile(string Name, Func<Stream> Open)
{
    private const long LargestUnpacked = 8L << 30;
    private const int MostFiles = 100_000;
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>The files of paths; an archive is taken apart, a workbook is not.</summary>
    /// <exception cref="UnreadableFileException">An archive is damaged or too large.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImmutableArray<ImportFile> Of(params IEnumerable<string> paths) => [.. paths.SelectMany(OfPath)];

    /// <summary>A file with this content.</summary>
    public static ImportFile OfBytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    /// <summary>Its name without folders.</summary>
    public string BareName => Name[(Name.LastIndexOfAny(['/', '\\', '!']) + 1)..];

    /// <summary>Its first bytes, as many as there are.</summary>
    internal byte[] Start(int count)
    {
        using var stream = Open();
        var bytes = new byte[count];
        return bytes[..stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }

    /// <summary>All its bytes.</summary>
    internal byte[] Bytes()
    {
        using var stream = Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal bool IsZip => Start(Zip.Length).SequenceEqual(Zip);

    private static IEnumerable<ImportFile> OfPath(string path)
    {
        var file = new ImportFile(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
        return file.IsZip && Unpacked(file) is { } inner ? inner : [file];
    }

    // Null for a workbook, which is an archive too.
    private static List<ImportFile>? Unpacked(ImportFile file)
    {
        try
        {
            using var archive = new ZipArchive(file.Open());
            if (archive.Entries.Any(e => e.FullName is "[Content_Types].xml" or "mimetype"))
            {
                return null;
            }

            if (archive.Entries.Count > MostFiles || archive.Entries.Sum(e => e.Length) > LargestUnpacked)
            {
                throw new UnreadableFileException(file.Name, 1, "", "an archive of at most 8 GiB and 100,000 files", "a larger one");
            }

            return [.. archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal))
                .Select(e => new ImportFile($"{file.Name}!{e.FullName}", () => OpenEntry(file, e.FullName)))];
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException(file.Name, 1, "", "a whole archive", e.Message);
        }
    }

    private static MemoryStream OpenEntry(ImportFile file, string name)
    {
        using var archive = new ZipArchive(file.Open());
        var entry = archive.GetEntry(name)!;
        using var from = entry.Open();
        var to = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (from.Read(buffer) is > 0 and var read)
        {
            to.Write(buffer, 0, read);
            if (to.Length > entry.Length)
            {
                throw new UnreadableFileException(file.Name, 1, "", $"{name} of the size that the archive states", "more");
            }
        }

        to.Position = 0;
        return to;
    }
}
