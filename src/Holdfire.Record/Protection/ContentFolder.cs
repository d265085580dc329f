using System.Collections.Immutable;
using System.Security.Cryptography;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using Holdfire.Record.Log;

namespace Holdfire.Record.Protection;

/// <summary>What lies beside a log: protected contents and attachments, some for all to see, some not.</summary>
/// <remarks>
/// What all may see lies in the record's folder, by hash; the rest in <c>FOLDER.private</c>, which is never published and which
/// only its owner can read.
/// </remarks>
public sealed class ContentFolder
{
    private const string Protected = "protected";
    private const string Disclosed = "disclosed";
    private const string AttachmentFolder = "attachments";
    private const string Pending = "erasing";
    private const string Sealed = "sealed";
    private readonly string folder;

    /// <summary>Beside the log in this folder; where it is a symbolic link, beside the folder that it leads to.</summary>
    public ContentFolder(string folder)
    {
        this.folder = LogFolder.Target(folder);
        Private = LogFolder.PrivateOf(folder);
    }

    /// <summary>The folder that is never published.</summary>
    public string Private { get; }

    /// <summary>Where the operator's and the clerks' keys are kept unless other files are named.</summary>
    public string Keys => Path.Combine(Private, "keys");

    /// <summary>Whether the private folder is on this machine; a record that was only downloaded has none.</summary>
    public bool HasPrivate => Directory.Exists(Private);

    /// <summary>The paths of the disclosed contents.</summary>
    public IEnumerable<string> DisclosedFiles => Files(Path.Combine(folder, Disclosed));

    /// <summary>The paths of the attachments that all may see.</summary>
    public IEnumerable<string> AttachmentFiles => Files(Path.Combine(folder, AttachmentFolder));

    /// <summary>The paths of the protected contents.</summary>
    public IEnumerable<string> ProtectedFiles => Files(Path.Combine(Private, Protected));

    /// <summary>The paths of the entries that only some may see.</summary>
    public IEnumerable<string> SealedFiles => Files(Path.Combine(Private, Sealed));

    /// <summary>The paths of the attachments that are not for all.</summary>
    public IEnumerable<string> PrivateAttachmentFiles => Files(Path.Combine(Private, AttachmentFolder));

    /// <summary>The paths of the commitments that were disclosed from this machine, each an empty file.</summary>
    public IEnumerable<string> DisclosureMarks => Files(Path.Combine(Private, Disclosed));

    /// <summary>The paths of the erasures that were begun here and are not finished, each a signed entry.</summary>
    public IEnumerable<string> PendingErasures => Files(Path.Combine(Private, Pending)).Where(p => Path.GetExtension(p) == ".json");

    /// <summary>Makes a folder that its owner alone can read, and closes one that is there already to others.</summary>
    /// <exception cref="RecordException">It is open to others and belongs to another user.</exception>
    public static void CreatePrivate(string path) => PrivateFiles.CreateFolder(path);

    /// <summary>Keeps a protected content, durably, before the entry with its commitment is appended.</summary>
    public void Keep(ProtectedContent content) => PutPrivate(Protected, content.Commitment + ".json", content.ToFile());

    /// <summary>Keeps an entry that only some may see, durably, before the one with its commitment is appended.</summary>
    public void Keep(SealedEntry entry) => PutPrivate(Sealed, entry.Commitment + ".json", entry.Entry.Bytes.Span);

    /// <summary>The entry that only some may see behind a commitment; null where it is not here.</summary>
    /// <exception cref="RecordException">The file is not what was committed to.</exception>
    public SealedEntry? FindSealed(string commitment)
    {
        var path = Path.Combine(Private, Sealed, commitment + ".json");
        if (!File.Exists(path))
        {
            return null;
        }

        var entry = SealedEntry.Read(DiskFiles.Instance.Read(path), out var error)
            ?? throw new RecordException(error!.At(path) with { Code = RecordErrorCodes.Touched });
        return entry.Commitment == commitment
            ? entry
            : throw new RecordException(RecordError.Touched(path, $"the entry of the commitment {commitment}", $"that of {entry.Commitment}"));
    }

    /// <summary>Keeps a signed erasure, durably, until it is carried out and in the log.</summary>
    public void KeepErasure(string commitment, ReadOnlySpan<byte> entry) => PutPrivate(Pending, commitment + ".json", entry);

    /// <summary>Drops an erasure that is carried out and in the log.</summary>
    public void DropErasure(string commitment) => Delete(Path.Combine(Private, Pending, commitment + ".json"));

    /// <summary>Keeps an attachment and gives its SHA-256.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="forAll">Whether all may see it.</param>
    public string Attach(byte[] bytes, bool forAll)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (forAll)
        {
            Put(Path.Combine(folder, AttachmentFolder), hash, bytes);
        }
        else
        {
            PutPrivate(AttachmentFolder, hash, bytes);
        }

        return hash;
    }

    /// <summary>The protected content of an entry; null where it is not here, or is another's whose commitment the entry repeats.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="withPrivate">Whether what is not disclosed is looked for too.</param>
    /// <exception cref="RecordException">The file is not the content that was committed to.</exception>
    public ProtectedContent? Find(Entry entry, bool withPrivate) =>
        (FindDisclosed(entry.ContentHash) ?? (withPrivate ? FindPrivate(entry.ContentHash) : null)) is { } content && content.IsOf(entry) ? content : null;

    /// <summary>The disclosed content behind a commitment; null where there is none.</summary>
    /// <exception cref="RecordException">The file is not the content that was committed to.</exception>
    public ProtectedContent? FindDisclosed(string commitment) => Read(Path.Combine(folder, Disclosed, commitment + ".json"), commitment);

    /// <summary>The content behind a commitment in the private folder; null where there is none.</summary>
    /// <exception cref="RecordException">The file is not the content that was committed to.</exception>
    public ProtectedContent? FindPrivate(string commitment) => Read(Path.Combine(Private, Protected, commitment + ".json"), commitment);

    /// <summary>The path of an attachment, the one that all may see before the private one; null where it is not here.</summary>
    public string? FindAttachment(string hash) => AttachmentPaths(hash).FirstOrDefault();

    /// <summary>The paths of an attachment in both folders, as far as it is there.</summary>
    public IEnumerable<string> AttachmentPaths(string hash) =>
        new[] { Path.Combine(folder, AttachmentFolder, hash), Path.Combine(Private, AttachmentFolder, hash) }.Where(File.Exists);

    /// <summary>Discloses the protected content of an entry to all.</summary>
    /// <exception cref="RecordException">It is not here, or is not what was committed to.</exception>
    public void Disclose(Entry entry)
    {
        var commitment = entry.ContentHash;
        var content = Find(entry, true) ?? throw new RecordException(RecordError.Invalid(
            Path.Combine(Private, Protected, commitment + ".json"), "the protected content and its salt", "no such file"));
        Put(Path.Combine(folder, Disclosed), commitment + ".json", content.ToFile());
        PutPrivate(Disclosed, commitment, []);
    }

    /// <summary>
    /// Deletes a protected content and its salt, durably: the private copy, then the disclosed one. Copies elsewhere are others' to delete.
    /// </summary>
    /// <returns>The paths of what was there.</returns>
    /// <exception cref="RecordException">The record's folder holds a link.</exception>
    public ImmutableArray<string> DestroyContent(string commitment)
    {
        Log.RecordLinks.Refuse(folder);
        Delete(Path.Combine(Private, Disclosed, commitment));
        return
        [
            .. new[] { Path.Combine(Private, Protected, commitment + ".json"), Path.Combine(Private, Sealed, commitment + ".json"), Path.Combine(folder, Disclosed, commitment + ".json") }
                .Where(Delete),
        ];
    }

    /// <summary>Deletes an attachment, durably, in both folders.</summary>
    /// <returns>The paths of what was there.</returns>
    /// <exception cref="RecordException">The record's folder holds a link.</exception>
    public ImmutableArray<string> DestroyAttachment(string hash)
    {
        Log.RecordLinks.Refuse(folder);
        return [.. new[] { Path.Combine(Private, AttachmentFolder, hash), Path.Combine(folder, AttachmentFolder, hash) }.Where(Delete)];
    }

    private static bool Delete(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        DiskFiles.Instance.SyncFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [];

    private static ProtectedContent? Read(string path, string commitment)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var content = ProtectedContent.Read(DiskFiles.Instance.Read(path), out var error)
            ?? throw new RecordException(error!.At(path) with { Code = RecordErrorCodes.Touched });
        return content.Commitment == commitment
            ? content
            : throw new RecordException(RecordError.Touched(path, $"the content of the commitment {commitment}", $"that of {content.Commitment}"));
    }

    private void Put(string path, string name, byte[] bytes)
    {
        Log.RecordLinks.Refuse(folder);
        CreatePrivate(Private);
        var writes = new DurableWrites(DiskFiles.Instance, Path.GetDirectoryName(folder)!, Private);
        writes.CreateFolder(path);
        if (!File.Exists(Path.Combine(path, name)))
        {
            writes.Put(Path.Combine(path, name), bytes);
        }
    }

    private void PutPrivate(string kind, string name, ReadOnlySpan<byte> bytes)
    {
        CreatePrivate(Private);
        CreatePrivate(Path.Combine(Private, kind));
        PrivateFiles.Write(Path.Combine(Private, kind, name), bytes);
    }
}
