using System.Security.Cryptography;
using Holdfire.Record.Files;

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
    private readonly string folder;

    /// <summary>Beside the log in this folder.</summary>
    public ContentFolder(string folder)
    {
        this.folder = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        Private = this.folder + ".private";
    }

    /// <summary>The folder that is never published.</summary>
    public string Private { get; }

    /// <summary>Where the operator's and the clerks' keys are kept unless other files are named.</summary>
    public string Keys => Path.Combine(Private, "keys");

    /// <summary>The names of the disclosed contents, for a check of what lies there.</summary>
    public IEnumerable<string> DisclosedFiles => Files(Path.Combine(folder, Disclosed));

    /// <summary>The names of the attachments that all may see.</summary>
    public IEnumerable<string> AttachmentFiles => Files(Path.Combine(folder, AttachmentFolder));

    /// <summary>The names of the protected contents.</summary>
    public IEnumerable<string> ProtectedFiles => Files(Path.Combine(Private, Protected));

    /// <summary>Makes a folder that its owner alone can read.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Keeps a protected content, durably, before the entry with its commitment is appended.</summary>
    public void Keep(ProtectedContent content) => PutPrivate(Protected, content.Commitment + ".json", content.ToFile());

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

    /// <summary>The content behind a commitment; null where it does not lie here.</summary>
    /// <param name="commitment">The commitment.</param>
    /// <param name="withPrivate">Whether what is not disclosed is looked for too.</param>
    /// <exception cref="RecordException">The file is not the content that was committed to.</exception>
    public ProtectedContent? Find(string commitment, bool withPrivate) =>
        Read(Path.Combine(folder, Disclosed, commitment + ".json"), commitment) ??
        (withPrivate ? Read(Path.Combine(Private, Protected, commitment + ".json"), commitment) : null);

    /// <summary>Where an attachment lies, or null.</summary>
    public string? FindAttachment(string hash) =>
        new[] { Path.Combine(folder, AttachmentFolder, hash), Path.Combine(Private, AttachmentFolder, hash) }.FirstOrDefault(File.Exists);

    /// <summary>Discloses a protected content to all.</summary>
    /// <exception cref="RecordException">It does not lie here.</exception>
    public void Disclose(string commitment)
    {
        var content = Find(commitment, true) ?? throw new RecordException(new Fault(
            Path.Combine(Private, Protected, commitment + ".json"), "expected the protected content and its salt, found no such file"));
        Put(Path.Combine(folder, Disclosed), commitment + ".json", content.ToFile());
    }

    /// <summary>Destroys a protected content and its salt, wherever they lie here. Copies elsewhere are others' to destroy.</summary>
    /// <exception cref="RecordException">The record's folder holds a link.</exception>
    public void Erase(string commitment)
    {
        Log.RecordLinks.Refuse(folder);
        File.Delete(Path.Combine(folder, Disclosed, commitment + ".json"));
        File.Delete(Path.Combine(Private, Protected, commitment + ".json"));
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [];

    private static ProtectedContent? Read(string path, string commitment)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var content = ProtectedContent.Read(File.ReadAllBytes(path), out var fault)
            ?? throw new RecordException(new Fault(path, fault));
        return content.Commitment == commitment
            ? content
            : throw new RecordException(new Fault(path, $"expected the content of the commitment {commitment}, found that of {content.Commitment}"));
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

    private void PutPrivate(string kind, string name, byte[] bytes)
    {
        CreatePrivate(Path.Combine(Private, kind));
        Put(Path.Combine(Private, kind), name, bytes);
    }
}
