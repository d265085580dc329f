using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>A witness at work on a record's folder: makes the proof itself and puts the cosignature under the checkpoint.</summary>
/// <remarks>
/// The folder may come from the other party. So a folder that holds a link is refused, the new checkpoint is first written in the
/// witness's own folder, and it is put in place by a rename, which replaces a name and never follows it.
/// </remarks>
public static class FolderWitness
{
    private const string Prefix = "cosigned-";

    /// <summary>Checks the folder's checkpoint against the last one that the witness saw, and cosigns it there.</summary>
    /// <param name="witness">The witness, which knows the log.</param>
    /// <param name="folder">The record.</param>
    /// <exception cref="RecordException">A file of the record is missing or malformed, or cannot be written.</exception>
    public static FolderAnswer Cosign(Witness witness, string folder) => Cosign(witness, folder, DiskFiles.Instance);

    /// <summary>
    /// Keeps cosignatures of a checkpoint of the folder's record, and puts them under the published one where it still is that. There,
    /// older ones of the same keys go.
    /// </summary>
    /// <returns>Whether it still is the published one.</returns>
    /// <exception cref="RecordException">The folder holds a link, or cannot be read or written.</exception>
    public static bool Add(string folder, SignedNote checkpoint, ImmutableArray<NoteSignature> cosignatures) =>
        Guarded(Path.GetFullPath(folder), folder =>
        {
            RecordLinks.Refuse(folder);
            using var held = CheckpointFile.Hold(DiskFiles.Instance, folder);
            var published = CheckpointFile.Read(DiskFiles.Instance, folder).OrThrow();
            var isPublished = published.Text == checkpoint.Text;
            Put(DiskFiles.Instance, folder, CheckpointFile.TemporaryFolder(DiskFiles.Instance, folder), isPublished ? published : checkpoint, cosignatures, isPublished);
            return isPublished;
        });

    internal static FolderAnswer Cosign(Witness witness, string folder, IFileLayer files) => Guarded(Path.GetFullPath(folder), folder =>
    {
        RecordLinks.Refuse(files, folder);

        // Held over it all: the log's writer cannot replace the checkpoint between the reading and the writing of it.
        using var held = CheckpointFile.Hold(files, folder);
        var reader = LogReader.Open(folder, files).OrThrow();
        if (reader.Checkpoint.Extensions is [var extension, ..])
        {
            throw new RecordException(RecordError.Invalid(
                Path.Combine(folder, LogFolder.Checkpoint),
                "origin, size and root only", $"the extension line '{ShownText.Of(extension)}': a cosignature would be put under words that the witness knows nothing of"));
        }

        var last = witness.Last(reader.Checkpoint.Origin) is { } note ? Checkpoint.Parse(note.Text).OrThrow().Size : 0;

        // From a log that shrank no proof can be made. The request says so by an old size that no checkpoint as small can go on from.
        var proof = last <= reader.Size ? reader.ProveConsistency(last) : [];
        var request = new AddCheckpointRequest(last, proof, reader.Note);
        var answer = witness.Cosign(request);
        if (answer.Cosignature is { } cosignature)
        {
            Put(files, folder, witness.FolderOf(reader.Checkpoint.Origin), reader.Note, [cosignature], isPublished: true);
        }

        return new FolderAnswer(request, last > reader.Size ? answer with { Last = witness.Last(reader.Checkpoint.Origin) } : answer);
    });

    private static void Put(
        IFileLayer files, string folder, string temporary, SignedNote note, ImmutableArray<NoteSignature> cosignatures, bool isPublished)
    {
        var others = note.Signatures.Where(s => !cosignatures.Any(c => c.Name == s.Name && c.KeyId == s.KeyId));
        var cosigned = note with { Signatures = [.. others, .. cosignatures] };
        try
        {
            Put(files, folder, new DurableWrites(files, folder, temporary, Prefix), cosigned, isPublished);
        }
        catch (IOException e) when (DiskFiles.IsOnOtherDevice(e))
        {
            // No rename leads from one file system to another; the folder itself is on that of the checkpoint.
            Put(files, folder, new DurableWrites(files, folder, folder, Prefix), cosigned, isPublished);
        }
    }

    private static void Put(IFileLayer files, string folder, DurableWrites writes, SignedNote cosigned, bool isPublished)
    {
        CosignedCheckpoints.Keep(files, writes, folder, cosigned);
        if (isPublished)
        {
            writes.Put(Path.Combine(folder, LogFolder.Checkpoint), cosigned.ToBytes());
        }
    }

    private static T Guarded<T>(string folder, Func<string, T> work)
    {
        try
        {
            return work(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(folder, e), e);
        }
    }
}
