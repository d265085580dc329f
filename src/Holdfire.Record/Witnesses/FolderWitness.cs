using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>A witness at work on a record's folder: makes the proof itself and puts the cosignature under the checkpoint.</summary>
public static class FolderWitness
{
    /// <summary>Checks the folder's checkpoint against the last one that the witness saw, and cosigns it there.</summary>
    /// <param name="witness">The witness, which knows the log.</param>
    /// <param name="folder">The record.</param>
    /// <exception cref="RecordException">A file of the record is missing or malformed, or cannot be written.</exception>
    public static FolderAnswer Cosign(Witness witness, string folder) => Cosign(witness, folder, DiskFiles.Instance);

    /// <summary>Puts cosignatures under the folder's checkpoint, if it is still theirs. Older ones of the same keys go.</summary>
    /// <exception cref="RecordException">The folder cannot be read or written.</exception>
    public static bool Add(string folder, string checkpointText, ImmutableArray<NoteSignature> cosignatures) =>
        Guarded(folder, () =>
        {
            using var held = CheckpointFile.Hold(DiskFiles.Instance, folder);
            return CheckpointFile.Read(DiskFiles.Instance, folder).OrThrow() is var note && note.Text == checkpointText
                && Replace(DiskFiles.Instance, folder, note, cosignatures);
        });

    internal static FolderAnswer Cosign(Witness witness, string folder, IFileLayer files) => Guarded(folder, () =>
    {
        // Held over it all: the log's writer cannot replace the checkpoint between the reading and the writing of it.
        using var held = CheckpointFile.Hold(files, folder);
        var reader = LogReader.Open(folder, files).OrThrow();
        var last = witness.Last(reader.Checkpoint.Origin) is { } note ? Checkpoint.Parse(note.Text).OrThrow().Size : 0;

        // From a log that shrank no proof can be made. The request says so by an old size that no checkpoint as small can go on from.
        var proof = last <= reader.Size ? reader.ProveConsistency(last) : [];
        var request = new AddCheckpointRequest(last, proof, reader.Note);
        var answer = witness.Cosign(request);
        if (answer.Cosignature is { } cosignature)
        {
            Replace(files, folder, reader.Note, [cosignature]);
        }

        return new FolderAnswer(request, last > reader.Size ? answer with { Last = witness.Last(reader.Checkpoint.Origin) } : answer);
    });

    private static bool Replace(IFileLayer files, string folder, SignedNote note, ImmutableArray<NoteSignature> cosignatures)
    {
        var others = note.Signatures.Where(s => !cosignatures.Any(c => c.Name == s.Name && c.KeyId == s.KeyId));
        var writes = new DurableWrites(files, folder, Path.Combine(folder, LogFolder.Journal), "cosigned-");
        writes.Put(Path.Combine(folder, LogFolder.Checkpoint), (note with { Signatures = [.. others, .. cosignatures] }).ToBytes());
        return true;
    }

    private static T Guarded<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(new Fault(folder, e.Message), e);
        }
    }
}
