using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Tests.Protection;

public sealed class ErasureTests
{
    [Fact]
    public async Task Erase_OfARecordThatNeverDisclosed_DestroysContentAndPhoto()
    {
        using var sample = await PrivatePhoto.Create();
        Assert.False(Directory.Exists(Path.Combine(sample.Folder, "disclosed")));
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.EraseAsync(sample.Erasure());
        }

        Assert.Empty(sample.PrivateFiles());
        Assert.Empty(sample.Verify());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Erase_CutOffAfterAnyStep_IsFinishedByTheNextWriter(int steps)
    {
        using var sample = await PrivatePhoto.Create();
        var erasure = sample.Erasure();
        var content = sample.Content;
        sample.Contents.KeepErasure(sample.Commitment, erasure.Bytes.Span);
        if (steps > 0)
        {
            sample.Contents.DestroyAttachment(sample.Photo);
        }

        if (steps > 1)
        {
            sample.Contents.DestroyContent(sample.Commitment);
        }

        if (steps > 2)
        {
            sample.Contents.DropErasure(sample.Commitment);
            await using var first = await EnteredRecord.Open(sample.Folder);
            await first.EraseAsync(erasure);
            sample.Contents.KeepErasure(sample.Commitment, erasure.Bytes.Span);
        }

        Assert.NotEmpty(sample.Verify());
        await using (await EnteredRecord.Open(sample.Folder))
        {
        }

        Assert.Empty(sample.PrivateFiles());
        Assert.Empty(sample.Verify());
        Assert.Equal(RecordReader.Open(sample.Folder).Value.Ledger.Count - 1, sample.State.ErasedBy);
        Assert.NotNull(content);
    }

    // The log would say that it is erased, and the content would still be there.
    [Fact]
    public async Task Append_OfAnErasure_IsRefused()
    {
        using var sample = await PrivatePhoto.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        foreach (var append in new Func<Task>[] { () => writer.AppendAsync(sample.Erasure()), () => writer.AppendPartAsync([sample.Erasure()]) })
        {
            Assert.Contains("expected an entry that destroys nothing", (await Assert.ThrowsAsync<RecordException>(append)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, sample.PrivateFiles().Length);
    }

    [Fact]
    public async Task Erase_ByOneWhoMayNot_DestroysNothing()
    {
        using var sample = await PrivatePhoto.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        await writer.AppendAsync(Made.Registering(EnteredRecord.Registrar, Made.Key("other", 8)));
        var error = await Assert.ThrowsAsync<RecordException>(() => writer.EraseAsync(sample.Erasure(by: Made.Key("other", 8))));
        Assert.Contains("expected its submitter, clerk", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, sample.PrivateFiles().Length);
        Assert.Empty(sample.Contents.PendingErasures);
    }

    [Fact]
    public async Task Erase_PhotoThatAnotherEntryNames_StaysForThatEntry()
    {
        using var sample = await PrivatePhoto.Create();
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            var again = ProtectedContent.Of(sample.Content, Made.Origin, EnteredRecord.Clerk.Id);
            sample.Contents.Keep(again);
            await writer.AppendAsync(EnteredRecord.Clerk.SignProtected(Made.Origin, EntryKind.Attachment, again.Commitment, Made.At));
            await writer.EraseAsync(sample.Erasure());
        }

        Assert.NotNull(sample.Contents.FindAttachment(sample.Photo));
        Assert.Empty(sample.Verify());
    }

    [Fact]
    public async Task Destroy_Again_DeletesWhatIsLeft()
    {
        using var sample = await PrivatePhoto.Create();
        var file = sample.Contents.FindPrivate(sample.Commitment)!;
        await using var writer = await EnteredRecord.Open(sample.Folder);
        await writer.EraseAsync(sample.Erasure());
        await writer.PublishAsync();
        sample.Contents.Keep(file);
        sample.Contents.Attach("a face"u8.ToArray(), forAll: false);
        var record = RecordReader.Open(sample.Folder).Value;
        Assert.Equal(2, ErasedContent.Destroy(record, sample.Contents, sample.Index).Length);
        Assert.Empty(ErasedContent.Destroy(record, sample.Contents, sample.Index));
        Assert.Empty(sample.Verify());
    }

    [Fact]
    public async Task Verify_WithThePrivateFolder_NamesWhatIsDamagedGoneOrTooMuch()
    {
        using var sample = await PrivatePhoto.Create();
        sample.Contents.Disclose(RecordReader.Open(sample.Folder).Value.Entry(sample.Index).Entry);
        Assert.Empty(sample.Verify());
        foreach (var file in sample.PrivateFiles().Concat(sample.Contents.DisclosedFiles).Where(f => new FileInfo(f).Length > 0).ToArray())
        {
            var before = File.ReadAllBytes(file);
            File.WriteAllBytes(file, [.. before.Select(b => (byte)(b ^ 1))]);
            Assert.Contains(sample.Verify(), f => f.Contains(Path.GetFileName(file), StringComparison.Ordinal));
            File.WriteAllBytes(file, before);
        }

        foreach (var gone in new[] { sample.Contents.DisclosedFiles.Single(), sample.Contents.PrivateAttachmentFiles.Single() })
        {
            var before = File.ReadAllBytes(gone);
            File.Delete(gone);
            Assert.Contains(sample.Verify(), f => f.Contains(Path.GetFileName(gone), StringComparison.Ordinal));
            File.WriteAllBytes(gone, before);
        }

        var kept = sample.Contents.FindPrivate(sample.Commitment)!;
        sample.Contents.DestroyContent(sample.Commitment);
        Assert.Contains(sample.Verify(), f => f.Contains(sample.Commitment, StringComparison.Ordinal));
        sample.Contents.Keep(kept);
        Assert.Empty(sample.Verify());
        var stray = sample.Contents.Attach("another face"u8.ToArray(), forAll: false);
        Assert.Contains(sample.Verify(), f => f.Contains(stray, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_OfADownloadedRecord_TakesWhatIsNotHereAsElsewhere()
    {
        using var sample = await PrivatePhoto.Create();
        Directory.Delete(sample.Contents.Private, true);
        Assert.Empty(sample.Verify());
    }

    [Fact]
    public async Task PrivateFiles_AreTheOwnersAlone_AlsoWhereTheFolderWasOpen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are those of Unix");
        using var sample = await PrivatePhoto.Create();
        SetMode(sample.Contents.Private, (UnixFileMode)0b111_111_111);
        sample.Contents.Keep(ProtectedContentTests.Secret);
        Assert.Equal((UnixFileMode)0b111_000_000, Mode(sample.Contents.Private));
        Assert.All(
            sample.PrivateFiles().Append(sample.Contents.ProtectedFiles.First()), f => Assert.Equal((UnixFileMode)0b110_000_000, Mode(f)));
    }

    [Fact]
    public async Task Folder_ThroughALink_HasThePrivateFolderOfWhereItLeads()
    {
        using var sample = await PrivatePhoto.Create();
        var link = sample.Folder + "-link";
        Directory.CreateSymbolicLink(link, sample.Folder);
        Assert.Equal(sample.Contents.Private, new ContentFolder(link).Private);
        Assert.NotNull(new ContentFolder(link).FindPrivate(sample.Commitment));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Interoperability", "CA1416", Justification = "skipped on Windows")]
    private static UnixFileMode Mode(string path) => File.GetUnixFileMode(path);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Interoperability", "CA1416", Justification = "skipped on Windows")]
    private static void SetMode(string path, UnixFileMode mode) => File.SetUnixFileMode(path, mode);

    /// <summary>A record with one protected attachment, and nothing disclosed.</summary>
    private sealed class PrivatePhoto : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public string Folder => folder["record"];

        public ContentFolder Contents => new(Folder);

        public string Photo { get; private set; } = "";

        public string Commitment { get; private set; } = "";

        public long Index => 2;

        public byte[] Content => Encoding.UTF8.GetBytes($$"""{"bytes":"6","media_type":"image/jpeg","name":"face.jpg","sha256":"{{Photo}}"}""");

        public EntryState State => RecordReader.Open(Folder).Value.Ledger[Index];

        public static async Task<PrivatePhoto> Create()
        {
            var sample = new PrivatePhoto();
            sample.Photo = sample.Contents.Attach("a face"u8.ToArray(), forAll: false);
            var content = ProtectedContent.Of(sample.Content, Made.Origin, EnteredRecord.Clerk.Id);
            sample.Commitment = content.Commitment;
            sample.Contents.Keep(content);
            await using var writer = await RecordWriter.CreateAsync(sample.Folder, EnteredRecord.Operator, EnteredRecord.Registrar, EnteredRecord.Clock);
            await writer.AppendManyAsync([
                Made.Registering(EnteredRecord.Registrar, EnteredRecord.Clerk),
                EnteredRecord.Clerk.SignProtected(Made.Origin, EntryKind.Attachment, sample.Commitment, Made.At),
            ]);
            return sample;
        }

        public Entry Erasure(Holdfire.Record.Keys.SubmitterKey? by = null) => (by ?? EnteredRecord.Clerk).Sign(
            Made.Origin, EntryKind.Erasure, ItemContents.Change(RecordReader.Open(Folder).Value.Entry(Index).Leaf, "court order"), Made.At);

        /// <summary>The files of contents, erasures and attachments; not those of the log's writer.</summary>
        public string[] PrivateFiles() =>
        [
            .. Directory.EnumerateFiles(Contents.Private, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != LogFolder.Signed && Path.GetFileName(Path.GetDirectoryName(f)) != LogFolder.Journal),
        ];

        public string[] Verify() => [.. RecordVerifier.Verify(Folder, new VerifyOptions()).Errors.Select(f => f.ToString())];

        public void Dispose() => folder.Dispose();
    }
}
