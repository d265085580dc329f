using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Record.Files;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The checkpoints of a record that witnesses cosigned. They stay when the record grows.</summary>
/// <remarks>
/// Each lies in the record's folder as <c>cosigned/SIZE</c>, and the newest as <c>cosigned/checkpoint</c> too, where readers who cannot
/// list a folder find it. Of each key the first and the last cosignature of a size are kept.
/// </remarks>
public static class CosignedCheckpoints
{
    /// <summary>The files of a record's folder, by size in entries; a file that is no cosigned checkpoint is an error under its path.</summary>
    /// <remarks>Nothing is said of the signatures. Empty where no checkpoint was kept.</remarks>
    /// <exception cref="RecordException">A file cannot be read.</exception>
    public static ImmutableArray<(string Path, Parsed<SignedNote> Note)> Read(string folder) => Read(DiskFiles.Instance, folder);

    /// <summary>The same of a record wherever it is; where files cannot be listed, the newest one alone.</summary>
    /// <exception cref="IOException">The source cannot be reached.</exception>
    internal static ImmutableArray<(string Path, Parsed<SignedNote> Note)> Read(ITileSource source)
    {
        const string Newest = $"{LogFolder.Cosigned}/{LogFolder.Checkpoint}";
        return source is FolderTiles local ? Read(local.Files, local.Folder)
            : source.Read(Newest, SignedNote.LongestNote) is not { } file ? []
            : [(Newest, file.Is(out var bytes, out var error) ? Parse(Newest, LogFolder.Checkpoint, bytes) : error)];
    }

    internal static ImmutableArray<(string Path, Parsed<SignedNote> Note)> Read(IFileLayer files, string folder)
    {
        try
        {
            if (files.FileExists(Path.Combine(folder, LogFolder.Cosigned)))
            {
                return [(LogFolder.Cosigned, RecordError.Invalid(LogFolder.Cosigned, "a folder", "a file"))];
            }

            return [.. files.List(Path.Combine(folder, LogFolder.Cosigned))
                .OrderBy(n => CanonicalDecimal.Parse(n) ?? long.MaxValue)
                .Select(n => ($"{LogFolder.Cosigned}/{n}", Read(files, folder, n)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(folder, e), e);
        }
    }

    /// <summary>Keeps the published checkpoint if anyone but the operator has signed it, before it is replaced.</summary>
    /// <remarks>The caller holds the checkpoint file (<see cref="CheckpointFile.Hold"/>).</remarks>
    internal static void KeepPublished(IFileLayer files, DurableWrites writes, string folder)
    {
        if (files.FileExists(Path.Combine(folder, LogFolder.Checkpoint))
            && CheckpointFile.Read(files, folder).Is(out var note, out _) && note.Signatures.Length > 1)
        {
            Keep(files, writes, folder, note);
        }
    }

    /// <summary>Keeps a checkpoint with its cosignatures, besides those that are kept of it already.</summary>
    /// <remarks>
    /// Another checkpoint of the same size that the operator signed stays as it is: it is proof of a fork, and verifying names it. A file
    /// that is no checkpoint of the operator's is replaced. Where a folder or a file is in the way, it stays and nothing is put there:
    /// what somebody placed here must not stop the publication of entries. Verifying names that too.
    /// </remarks>
    internal static void Keep(IFileLayer files, DurableWrites writes, string folder, SignedNote note)
    {
        if (!Checkpoint.Parse(note.Text).Is(out var checkpoint, out _))
        {
            return;
        }

        var at = Path.Combine(folder, LogFolder.Cosigned);
        if (files.FileExists(at))
        {
            return;
        }

        writes.CreateFolder(at);
        var name = checkpoint.Size.ToString(CultureInfo.InvariantCulture);
        if (FindOwn(files, folder, name) is { } kept)
        {
            if (kept.Text != note.Text)
            {
                return;
            }

            note = WithSignaturesOf(kept, note);
        }

        Put(files, writes, Path.Combine(at, name), note);
        if ((FindOwn(files, folder, LogFolder.Checkpoint) is { } newest ? Checkpoint.Parse(newest.Text).Value.Size : 0) <= checkpoint.Size)
        {
            Put(files, writes, Path.Combine(at, LogFolder.Checkpoint), note);
        }
    }

    private static void Put(IFileLayer files, DurableWrites writes, string path, SignedNote note)
    {
        if (!files.FolderExists(path))
        {
            writes.Put(path, note.ToBytes());
        }
    }

    // Signatures that somebody added to the kept file must not make it too long to be read.
    private static SignedNote WithSignaturesOf(SignedNote kept, SignedNote note) =>
        note with { Signatures = FirstAndLast([.. kept.Signatures, .. note.Signatures]) } is var all && SignedNote.Parse(all.ToBytes()).Ok ? all : note;

    // A kept checkpoint that the operator signed; one whose signer cannot be told counts too, so that no proof is lost.
    private static SignedNote? FindOwn(IFileLayer files, string folder, string name) =>
        files.FileExists(Path.Combine(folder, LogFolder.Cosigned, name)) && Read(files, folder, name).Is(out var note, out _)
        && (!LogReader.Open(folder, files).Is(out var log, out _) || !log.OperatorKey().Is(out var key, out _) || Checkpoint.Open(note, key).Ok)
            ? note : null;

    private static ImmutableArray<NoteSignature> FirstAndLast(IEnumerable<NoteSignature> signatures) =>
        [.. signatures.GroupBy(s => (s.Name, s.KeyId)).SelectMany(g => new[] { g.First(), g.Last() }.Distinct())];

    private static Parsed<SignedNote> Read(IFileLayer files, string folder, string name)
    {
        var (path, shown) = (Path.Combine(folder, LogFolder.Cosigned, name), $"{LogFolder.Cosigned}/{name}");
        if (!files.FileExists(path) || (name != LogFolder.Checkpoint && CanonicalDecimal.Parse(name) is null))
        {
            return RecordError.Invalid(shown, $"files named after a number of entries, or '{LogFolder.Checkpoint}'", "this one");
        }

        if (files.LengthOf(path) is var length and > SignedNote.LongestNote)
        {
            return RecordError.Invalid(shown, $"at most {SignedNote.LongestNote} bytes", $"{length}");
        }

        return Parse(shown, name, files.Read(path));
    }

    private static Parsed<SignedNote> Parse(string shown, string name, ReadOnlyMemory<byte> bytes)
    {
        if (!SignedNote.Parse(bytes.Span).Is(out var note, out var error) || !Checkpoint.Parse(note.Text).Is(out var checkpoint, out error))
        {
            return error.Within(shown);
        }

        return name == LogFolder.Checkpoint || name == checkpoint.Size.ToString(CultureInfo.InvariantCulture)
            ? note
            : RecordError.Invalid(shown, "a checkpoint of this size", $"one of size {checkpoint.Size}");
    }
}
