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
    /// <summary>The files of a record's folder, by size in entries; a file that is no cosigned checkpoint is a fault under its path.</summary>
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
            : [(Newest, file.Is(out var bytes, out var fault) ? Parse(Newest, LogFolder.Checkpoint, bytes) : fault)];
    }

    internal static ImmutableArray<(string Path, Parsed<SignedNote> Note)> Read(IFileLayer files, string folder)
    {
        try
        {
            return [.. files.List(Path.Combine(folder, LogFolder.Cosigned))
                .OrderBy(n => CanonicalDecimal.Parse(n) ?? long.MaxValue)
                .Select(n => ($"{LogFolder.Cosigned}/{n}", Read(files, folder, n)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(new Fault(folder, e.Message), e);
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
    /// <remarks>A file that holds another checkpoint of the same size stays as it is: it is proof of a fork, and verifying names it.</remarks>
    internal static void Keep(IFileLayer files, DurableWrites writes, string folder, SignedNote note)
    {
        if (!Checkpoint.Parse(note.Text).Is(out var checkpoint, out _))
        {
            return;
        }

        var at = Path.Combine(folder, LogFolder.Cosigned);
        writes.CreateFolder(at);
        var name = checkpoint.Size.ToString(CultureInfo.InvariantCulture);
        if (files.FileExists(Path.Combine(at, name)))
        {
            if (!Read(files, folder, name).Is(out var kept, out _) || kept.Text != note.Text)
            {
                return;
            }

            note = note with { Signatures = FirstAndLast([.. kept.Signatures, .. note.Signatures]) };
        }

        writes.Put(Path.Combine(at, name), note.ToBytes());
        if (SizeOf(files, folder) <= checkpoint.Size)
        {
            writes.Put(Path.Combine(at, LogFolder.Checkpoint), note.ToBytes());
        }
    }

    private static ImmutableArray<NoteSignature> FirstAndLast(IEnumerable<NoteSignature> signatures) =>
        [.. signatures.GroupBy(s => (s.Name, s.KeyId)).SelectMany(g => new[] { g.First(), g.Last() }.Distinct())];

    private static long SizeOf(IFileLayer files, string folder) =>
        files.FileExists(Path.Combine(folder, LogFolder.Cosigned, LogFolder.Checkpoint))
        && Read(files, folder, LogFolder.Checkpoint).Is(out var note, out _) ? Checkpoint.Parse(note.Text).Value.Size : 0;

    private static Parsed<SignedNote> Read(IFileLayer files, string folder, string name)
    {
        var (path, shown) = (Path.Combine(folder, LogFolder.Cosigned, name), $"{LogFolder.Cosigned}/{name}");
        if (!files.FileExists(path) || (name != LogFolder.Checkpoint && CanonicalDecimal.Parse(name) is null))
        {
            return new Fault(shown, $"expected files named after a number of entries, or '{LogFolder.Checkpoint}', found this one");
        }

        if (files.LengthOf(path) is var length and > SignedNote.LongestNote)
        {
            return new Fault(shown, $"expected at most {SignedNote.LongestNote} bytes, found {length}");
        }

        return Parse(shown, name, files.Read(path));
    }

    private static Parsed<SignedNote> Parse(string shown, string name, ReadOnlyMemory<byte> bytes)
    {
        if (!SignedNote.Parse(bytes.Span).Is(out var note, out var fault) || !Checkpoint.Parse(note.Text).Is(out var checkpoint, out fault))
        {
            return fault.Within(shown);
        }

        return name == LogFolder.Checkpoint || name == checkpoint.Size.ToString(CultureInfo.InvariantCulture)
            ? note
            : new Fault(shown, $"expected a checkpoint of this size, found one of size {checkpoint.Size}");
    }
}
