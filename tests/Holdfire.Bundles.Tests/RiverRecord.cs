using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;
using Holdfire.CaseFormat.Entries;
using NodaTime;

namespace Holdfire.Bundles.Tests;

/// <summary>
/// The record of the river case: a correction, a withdrawal, protected contents disclosed and not, an attachment, keys rotated
/// and revoked, a cosignature. What stands in it is the case folder.
/// </summary>
public sealed class RiverRecord : IAsyncLifetime
{
    public static readonly Instant At = Instant.FromUtc(2031, 3, 13, 8, 0, 0);

    private static readonly byte[] Photo = Encoding.UTF8.GetBytes("not really a photo");
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-bundles-").FullName;
    private readonly List<Entry> entries = [];
    private int files;

    /// <summary>The folder of the record.</summary>
    public string Folder => Path.Combine(root, "record");

    /// <summary>The folder of the case that stands in it.</summary>
    public string CaseFolder => Path.Combine(root, "case");

    public LogReader Log => LogReader.Open(Folder).OrThrow();

    public async ValueTask InitializeAsync()
    {
        RiverCase.Write(CaseFolder);
        var disclosed = Fill();
        using (var key = SampleKeys.Operator)
        {
            await using var log = RecordLog.Create(Folder, key);
            await log.AppendManyAsync([.. entries.Select(e => e.Bytes)]);
        }

        Directory.CreateDirectory(Path.Combine(Folder, "disclosed"));
        Directory.CreateDirectory(Path.Combine(Folder, "attachments"));
        await File.WriteAllBytesAsync(Path.Combine(Folder, BundleFiles.Disclosed(disclosed.Commitment)), disclosed.ToFile());
        await File.WriteAllBytesAsync(Path.Combine(Folder, BundleFiles.Attachment(Hex(Photo))), Photo);
        using var witness = SampleKeys.Witness;
        var note = Log.Note;
        await File.WriteAllTextAsync(Path.Combine(Folder, "checkpoint"), note.With(witness.Cosign(note.Text, At)).ToString());
        await File.WriteAllTextAsync(Path.Combine(Folder, "witnesses"), witness.Verifier.ToVkey() + "\n");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>All entries at their places.</summary>
    public ImmutableArray<StoredEntry> Stored() =>
        [.. Log.Entries().Select(e => new StoredEntry(e.Index, e.Leaf, EntryBytes.TryParse(e.Bytes, out var entry, out var error) ? entry! : throw new MalformedException(error!)))];

    /// <summary>A bundle by <c>holdfire bundle create</c>.</summary>
    /// <param name="query">Its words after the record and the file; <c>--part -- counts …</c> for one with the entries of the side alone.</param>
    public byte[] Bundle(string query)
    {
        if (query.StartsWith("--part -- counts ", StringComparison.Ordinal))
        {
            return Part(query["--part -- counts ".Length..].Split(' '));
        }

        var (code, _, error, path) = TryBundle(query);
        Assert.True(code == 0, error);
        return File.ReadAllBytes(path);
    }

    // As bundle create makes it of a record that is too large to go into it whole.
    private byte[] Part(string[] query)
    {
        var (code, figure, error) = Programs.Holdfire(["counts", "--record", Folder, .. query, "--format", "json"]);
        Assert.True(code == 0, error);
        var contents = new ContentFolder(Folder);
        var chosen = new BundleSelection(Stored(), e => e.Entry.Content ?? contents.Find(e.Entry, withPrivate: false)?.Content).OfSide(query[1]);
        Assert.True(chosen.Length < Log.Size);
        return BundleWriter.Make(Log, BundlePurpose.OfQuery("counts", [.. query]), chosen, Utf8(figure), ImmutableHashSet<long>.Empty);
    }

    /// <summary>Tries to make a bundle in a new file.</summary>
    public (int ExitCode, string Output, string Error, string Path) TryBundle(string query)
    {
        var path = NewPath(".zip");
        var (code, output, error) = Programs.Holdfire(
            ["bundle", "create", "--record", Folder, "--out", path, .. query.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return (code, output, error, path);
    }

    /// <summary>What <c>holdfire bundle verify</c> says of a bundle.</summary>
    public (int ExitCode, string Output, string Error) Verify(byte[] bundle, params string[] options)
    {
        var path = NewPath(".zip");
        File.WriteAllBytes(path, bundle);
        return Programs.Holdfire(["bundle", "verify", path, "--format", "json", .. options]);
    }

    /// <summary>The file of a checkpoint at a smaller size, of this log or of one that forked before it.</summary>
    public string WriteEarlierCheckpoint(int size, bool honest)
    {
        using var key = SampleKeys.Operator;
        var text = new Checkpoint(SampleKeys.Origin, size, Log.Root(honest ? size : size - 1)).ToText();
        var path = NewPath(".checkpoint");
        File.WriteAllText(path, new SignedNote(text, [key.Sign(text)]).ToString());
        return path;
    }

    private string NewPath(string extension) => Path.Combine(root, $"{Interlocked.Increment(ref files)}{extension}");

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private ProtectedContent Fill()
    {
        var registrar = SampleKeys.Submitter("mission", 11);
        var clerk = SampleKeys.Submitter("clerk", 12);
        var army = SampleKeys.Submitter("north", 13);
        var later = SampleKeys.Submitter("clerk", 14);
        Add(registrar, new KeyChange.Open(SampleKeys.Origin, registrar.PublicKey));
        Add(registrar, new KeyChange.Register("clerk", clerk.PublicKey, []));
        Add(registrar, new KeyChange.Register("north", army.PublicKey, ["nn-army"]));
        var items = FolderItems.Read(CaseFolder).ToArray();
        var reports = items.Where(i => i.Kind == EntryKind.Report).ToArray();
        foreach (var item in items.Except(reports))
        {
            Add(clerk, item.Kind, item.Content);
        }

        // R1 comes in with another count and is corrected by its source; R2 is protected and disclosed.
        var first = Add(clerk, EntryKind.Report, Utf8(RiverCase.WithCount(reports[0].Content, "180")));
        var disclosed = ProtectedContent.Read(ProtectedFile(reports[1].Content, 5), out _)!;
        Add(clerk.SignProtected(SampleKeys.Origin, EntryKind.Report, disclosed.Commitment, At));
        foreach (var report in reports[2..^2])
        {
            Add(army, EntryKind.Report, report.Content);
        }

        Add(army, EntryKind.Correction, Correction(first, reports[0].Content));
        var error = Add(clerk, EntryKind.Report, Utf8(Encoding.UTF8.GetString(reports[0].Content.Span).Replace("\"R1\"", "\"RX\"", StringComparison.Ordinal)));
        Add(clerk, EntryKind.Withdrawal, Utf8($"{{\"of\":\"{LeafOf(error)}\",\"reason\":\"entered twice\"}}"));
        Add(clerk.SignProtected(SampleKeys.Origin, EntryKind.Statement, ProtectedContent.Read(ProtectedFile(Utf8("{\"id\":\"H2\"}"), 6), out _)!.Commitment, At));
        Add(clerk, EntryKind.Attachment, Utf8(
            $"{{\"bytes\":\"{Photo.Length}\",\"media_type\":\"text/plain\",\"name\":\"photo\",\"report\":\"R3\",\"sha256\":\"{Hex(Photo)}\"}}"));
        Add(clerk, new KeyChange.Rotate(clerk.Id, later.PublicKey));
        Add(registrar, new KeyChange.Revoke(army.Id, "lost"));
        foreach (var report in reports[^2..])
        {
            Add(later, EntryKind.Report, report.Content);
        }

        return disclosed;
    }

    private static byte[] ProtectedFile(ReadOnlyMemory<byte> content, byte salt) =>
        Utf8($"{{\"content\":{Encoding.UTF8.GetString(content.Span)},\"key\":\"{SampleKeys.Submitter("clerk", 12).Id}\",\"record\":\"{SampleKeys.Origin}\",\"salt\":\"{Convert.ToBase64String([.. Enumerable.Repeat(salt, 32)])}\"}}");

    private static byte[] Correction(Entry of, ReadOnlyMemory<byte> item) =>
        Utf8($"{{\"item\":{Encoding.UTF8.GetString(item.Span)},\"kind\":\"report\",\"of\":\"{LeafOf(of)}\",\"reason\":\"misread\"}}");

    private static string LeafOf(Entry entry) => Convert.ToHexStringLower(MerkleHash.OfLeaf(entry.Bytes.Span).ToArray());

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private void Add(SubmitterKey key, KeyChange change) => Add(key.Sign(SampleKeys.Origin, change.Kind, change.ToContent(), At));

    private Entry Add(SubmitterKey key, EntryKind kind, ReadOnlyMemory<byte> content) => Add(key.Sign(SampleKeys.Origin, kind, content, At));

    private Entry Add(Entry entry)
    {
        entries.Add(entry);
        return entry;
    }
}
