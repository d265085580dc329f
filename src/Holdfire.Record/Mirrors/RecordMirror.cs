using System.Security.Cryptography;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Mirrors;

/// <summary>Copies a record that is published elsewhere, and follows it. What does not hold is not taken.</summary>
/// <remarks>
/// The copy at its last checkpoint is what the next one is checked against: a record that was rolled back, or that shows another history, is
/// refused and the copy stays. The checkpoint is put in place last, so that a copy that was cut off is still the one before.
/// </remarks>
public static class RecordMirror
{
    private const long MostAttachment = 256L << 20;

    /// <summary>Copies what is new.</summary>
    /// <param name="from">Where the record is published.</param>
    /// <param name="folder">The folder of the copy, new or from an earlier time.</param>
    /// <param name="key">The operator's key, got elsewhere than from the record; null to take the one of the copy or, at first, of the record.</param>
    /// <param name="progress">Is told how many entries were checked.</param>
    /// <returns>What checking it came to. Only where it has no errors was anything put into the folder.</returns>
    /// <exception cref="RecordException">The folder is no copy, or the record cannot be read at all.</exception>
    /// <exception cref="IOException">The server cannot be reached, or the folder cannot be written.</exception>
    public static VerifiedRecord Copy(ITileSource from, string folder, NoteVerifier? key = null, Action<long>? progress = null)
    {
        if (Directory.Exists(LogFolder.PrivateOf(folder)))
        {
            throw new RecordException(RecordError.Invalid(folder, "a new folder or a copy of a record", "a record of your own: its private folder is beside it"));
        }

        Directory.CreateDirectory(folder);
        RecordLinks.Refuse(folder);
        var (earlier, trusted) = Before(folder, key);
        var staging = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.{Path.GetRandomFileName()}.partial";
        Directory.CreateDirectory(staging);
        try
        {
            var staged = new StagedTiles(from, folder, staging);
            var verified = RecordVerifier.Verify(staged, new VerifyOptions(trusted, earlier), progress);
            if (!verified.Errors.IsEmpty || verified.Checkpoint is null)
            {
                return verified;
            }

            Take(staged, staging, folder);
            CopyAttachments(from, folder);
            return verified;
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // The copy's own key holds from the second time on.
    private static (SignedNote? Earlier, NoteVerifier? Key) Before(string folder, NoteVerifier? key)
    {
        if (!File.Exists(Path.Combine(folder, LogFolder.Checkpoint)))
        {
            return Directory.EnumerateFileSystemEntries(folder).Any()
                ? throw new RecordException(RecordError.Invalid(folder, "an empty folder or a copy of a record", "something else in it")) : (null, key);
        }

        var log = LogReader.Open(folder).OrThrow();
        return (log.Note, key ?? log.OperatorKey().OrThrow());
    }

    private static void Take(StagedTiles staged, string staging, string folder)
    {
        foreach (var path in staged.Paths.OrderBy(p => p == LogFolder.Checkpoint).ThenBy(p => p, StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(Path.Combine(staging, path), file, overwrite: true);
        }

        // A tile that has grown takes the place of what it was.
        foreach (var path in staged.Paths)
        {
            var partial = path.IndexOf(".p/", StringComparison.Ordinal);
            var parts = Path.Combine(folder, partial < 0 ? path + ".p" : path[..(partial + 2)]);
            if (path.StartsWith(LogFolder.Tiles + "/", StringComparison.Ordinal) && Directory.Exists(parts))
            {
                foreach (var older in Directory.GetFiles(parts).Where(f => partial < 0 || Path.GetFileName(f) != Path.GetFileName(path)))
                {
                    File.Delete(older);
                }

                if (partial < 0)
                {
                    Directory.Delete(parts);
                }
            }
        }
    }

    // Files that entries name lie beside the log. One that is not there may be erased or kept elsewhere; verifying names it.
    private static void CopyAttachments(ITileSource from, string folder)
    {
        var record = RecordReader.Open(folder).OrThrow();
        foreach (var hash in ErasedContent.FilesKept(record, new ContentFolder(folder)).Distinct(StringComparer.Ordinal).ToList())
        {
            var path = $"attachments/{hash}";
            var file = Path.Combine(folder, path);
            if (!File.Exists(file) && from.Read(path, MostAttachment) is { } read && read.Is(out var bytes, out _)
                && Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == hash)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                AtomicFile.Write(file, bytes);
            }
        }
    }
}
