using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Holdfire.Record.Files;
using Holdfire.Record.Index;
using Holdfire.Record.Log;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;
using Holdfire.Record.Witnesses;

namespace Holdfire.Record.Tests.Log;

/// <summary>Whoever delivers a record's folder cannot choose which file is written: no link in it is followed, whatever it is named.</summary>
public sealed class RecordLinksTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner key = NoteSigner.FromSeed("witness.example", SignatureKind.Cosignature, new byte[32]);
    private EnteredRecord sample = null!;

    public static TheoryData<string> Planted =>
    [
        "checkpoint", "log.vkey", "witnesses", "policy", "cosigned", "cosigned/checkpoint", "cosigned/3", "tile", "tile/0", "tile/0/001",
        "tile/entries", "tile/entries/000", "tile/x", "journal", "journal/lock", "journal/checkpoint.lock", "journal/cosigned-0",
        "journal/new-0", "journal/new-7", "journal/spare", "journal/00000000000000000001", "attachments", "attachments/new-0", "disclosed",
        "disclosed/0.json", "index.sqlite", "index.sqlite.new", "index.sqlite-journal", ".hidden",
    ];

    private string Record => sample.Folder;

    private Witness Witness
    {
        get
        {
            var witness = new Witness(folder["state"], key, EnteredRecord.Clock);
            using var log = EnteredRecord.Operator;
            witness.Trust(log.Verifier);
            return witness;
        }
    }

    public async ValueTask InitializeAsync() => sample = await EnteredRecord.Create();

    public ValueTask DisposeAsync()
    {
        sample.Dispose();
        key.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task LinkInTheRecord_IsFollowedByNoCommandThatWrites(string path)
    {
        var writes = Writes();
        Plant(path);
        var before = Snapshot(folder.Root);
        foreach (var write in writes)
        {
            var refused = await Assert.ThrowsAsync<RecordException>(write);
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
            Assert.Contains("found a link", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Snapshot(folder.Root));
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void LinkInTheRecord_IsNamedByVerify(string path)
    {
        Plant(path);
        Assert.Contains(RecordVerifier.Verify(Record, new VerifyOptions()).Errors, f => f.Where == path && f.What.Contains("link", StringComparison.Ordinal));
        if (LogReader.Open(Record).Is(out var log, out _))
        {
            using var key = EnteredRecord.Operator;
            Assert.Contains(LogFsck.Check(log, key.Verifier), f => f.File == path);
        }
    }

    // A pipe in the place of a file would keep whoever opens it waiting for ever.
    [Theory]
    [InlineData("checkpoint")]
    [InlineData("log.vkey")]
    [InlineData("policy")]
    [InlineData("checkpoint.lock")]
    [InlineData("cosigned/3")]
    [InlineData("tile/entries/000")]
    [InlineData("attachments/x")]
    public async Task PipeInTheRecord_IsOpenedByNoCommand_AndNamedByVerify(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "tells pipes from files on Linux only");
        var writes = Writes();
        var at = Path.Combine(Record, path);
        Directory.CreateDirectory(Path.GetDirectoryName(at)!);
        File.Delete(at);
        using (var made = Process.Start("mkfifo", [at]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made.ExitCode);
        }

        Assert.Equal([RecordError.Invalid(path, "a plain file or folder", "a pipe")], RecordVerifier.Verify(Record, new VerifyOptions()).Errors);
        Assert.Contains("found a pipe", Refused(RecordReader.Open(Record)), StringComparison.Ordinal);
        Assert.Contains("found a pipe", Refused(RecordSession.Open(Record)), StringComparison.Ordinal);
        foreach (var write in writes)
        {
            Assert.Contains("found a pipe", (await Assert.ThrowsAsync<RecordException>(write)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RecordThroughALinkOfItsUser_IsAsGoodAsAnyOther()
    {
        var link = folder["link"];
        Directory.CreateSymbolicLink(link, Record);
        Assert.Empty(RecordVerifier.Verify(link, new VerifyOptions()).Errors);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(Witness, link).Answer.Status);
        await using var writer = await EnteredRecord.Open(link);
        await writer.AppendAsync(EnteredRecord.Report(900));
    }

    [Fact]
    public void LinkThatAppearsAfterTheCheck_IsReplacedAndNotFollowed()
    {
        var victim = Victim();
        File.CreateSymbolicLink(folder["new-0"], victim);
        File.CreateSymbolicLink(folder["checkpoint"], victim);
        new DurableWrites(DiskFiles.Instance, folder.Root, folder.Root).Put(folder["checkpoint"], "new"u8);
        Assert.Equal("new", File.ReadAllText(folder["checkpoint"]));
        Assert.Equal("precious", File.ReadAllText(victim));
        File.CreateSymbolicLink(folder["lock"], victim);
        Assert.Throws<IOException>(() => DiskFiles.Instance.TryLock(folder["lock"]));
    }

    [Fact]
    public void StateOnAnotherFileSystem_CosignsAsWell()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs a second file system at /dev/shm");
        var state = Directory.CreateTempSubdirectory("holdfire-").FullName;
        var other = Path.Combine("/dev/shm", Path.GetFileName(state));
        try
        {
            var witness = new Witness(other, key, EnteredRecord.Clock);
            using var log = EnteredRecord.Operator;
            witness.Trust(log.Verifier);
            Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, Record).Answer.Status);
            Assert.True(LogReader.Open(Record).Value.Note.VerifiedBy(key.Verifier).Ok);
        }
        finally
        {
            Directory.Delete(state);
            Directory.Delete(other, recursive: true);
        }
    }

    [Fact]
    public void ExtensionLines_AreNamedByVerify_AndNotCosignedInAFolder()
    {
        using var log = EnteredRecord.Operator;
        var checkpoint = LogReader.Open(Record).Value.Checkpoint with { Extensions = ["ssh-ed25519 AAAA mallory@example"] };
        var text = checkpoint.ToText();
        File.WriteAllText(Path.Combine(Record, LogFolder.Checkpoint), $"{text}\n{log.Sign(text)}\n");

        // The operator signed it with another program, whose journal would hold it.
        Directory.Delete(LogFolder.JournalOf(Record), recursive: true);
        var verified = RecordVerifier.Verify(Record, new VerifyOptions());
        Assert.Empty(verified.Errors);
        Assert.Equal(checkpoint.Extensions, verified.Extensions);
        Assert.Contains("extension line", Assert.Throws<RecordException>(() => FolderWitness.Cosign(Witness, Record)).Message, StringComparison.Ordinal);
    }

    // What commands do with a record's folder, each made ready before the link is there.
    private ImmutableArray<Func<Task>> Writes()
    {
        var witness = Witness;
        var note = LogReader.Open(Record).Value.Note;
        var cosignature = key.Cosign(note.Text, Made.At);
        var contents = sample.Contents;
        var commitment = Path.GetFileNameWithoutExtension(contents.ProtectedFiles.First());
        var entry = RecordReader.Open(Record).Value.Entries().First(e => e.Entry.ContentHash == commitment).Entry;
        return
        [
            async () => await (await EnteredRecord.Open(Record)).DisposeAsync(),
            async () => await (await RecordWriter.CreateAsync(Record, EnteredRecord.Operator, EnteredRecord.Registrar, EnteredRecord.Clock)).DisposeAsync(),
            Act(() => FolderWitness.Cosign(witness, Record)),
            Act(() => FolderWitness.Add(Record, note, [cosignature])),
            Act(() => contents.Attach("another photo"u8.ToArray(), forAll: true)),
            Act(() => contents.Disclose(entry)),
            Act(() => contents.DestroyContent(commitment)),
            Act(() => RecordIndex.Open(Record).Dispose()),
            Act(() => RecordIndex.Rebuild(Record).Dispose()),
        ];
    }

    private static string Refused<T>(Parsed<T> parsed)
        where T : notnull => parsed.Is(out _, out var error) ? "" : error.What;

    private static Func<Task> Act(Action work) => () =>
    {
        work();
        return Task.CompletedTask;
    };

    // What was there is moved away and linked to, so that the record reads as before.
    private void Plant(string path)
    {
        var at = Path.Combine(Record, path);
        var target = folder["target"];
        Directory.CreateDirectory(Path.GetDirectoryName(at)!);
        if (Directory.Exists(at))
        {
            Directory.Move(at, target);
            Directory.CreateSymbolicLink(at, target);
            return;
        }

        if (File.Exists(at))
        {
            File.Move(at, target);
        }
        else
        {
            target = Victim();
        }

        File.CreateSymbolicLink(at, target);
    }

    private string Victim()
    {
        File.WriteAllText(folder["victim"], "precious");
        return folder["victim"];
    }

    private static string Snapshot(string root) => string.Join('\n', Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"));
}
