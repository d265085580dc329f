using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Log;

/// <summary>A copy that is brought back is not written to where its key has signed more since.</summary>
public sealed class OldCopyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Record => folder["record"];

    private string Hidden => LogFolder.PrivateOf(Record);

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task OldPublishedFolder_IsRefused()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["backup"]);
        await Append("newer");
        Restore(folder["backup"], Record);
        var refused = Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message;
        Assert.Contains("this is an old copy: it has 1 entries, and its key has signed 2", refused, StringComparison.Ordinal);

        // Not even by consent: others have seen the newer one.
        Assert.Equal(refused, Assert.Throws<RecordException>(() => RecordLog.Open(Record, key, new() { AcceptLoss = true })).Message);
    }

    [Fact]
    public async Task OldFolderWithItsOldJournal_IsRefused()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["backup"]);
        TemporaryFolder.Copy(LogFolder.JournalOf(Record), folder["backup-journal"]);
        await Append("newer");
        Restore(folder["backup"], Record);
        Restore(folder["backup-journal"], LogFolder.JournalOf(Record));
        Assert.Contains("old copy", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherHistoryOfTheSameSize_IsRefused()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["other"]);
        TemporaryFolder.Copy(Hidden, folder["other.private"]);
        await Append("one");
        await using (var other = RecordLog.Open(folder["other"], key))
        {
            await other.AppendAsync("two"u8.ToArray(), Stop);
        }

        Restore(folder["other"], Record);
        Restore(folder["other.private/journal"], LogFolder.JournalOf(Record));
        Assert.Contains("which its key has signed (", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverythingBroughtBack_IsRefusedWhereAWitnessRemembers()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["backup"]);
        TemporaryFolder.Copy(Hidden, folder["backup.private"]);
        await Append("newer");
        var seen = LogReader.Open(Record).Value.Note;
        Restore(folder["backup"], Record);
        Restore(folder["backup.private"], Hidden);
        var refused = Assert.Throws<RecordException>(() => RecordLog.Open(Record, key, new() { Witnesses = [new Remembered(seen)] }));
        Assert.Contains("has signed 2 (a witness)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotSignedByTheOperator_SaysNothing()
    {
        await Begin();
        using var stranger = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var text = new Checkpoint("example.org/record", 900, MerkleHash.OfLeaf("x"u8)).ToText();
        var forged = new Remembered(new SignedNote(text, [stranger.Sign(text)]));
        await using var log = RecordLog.Open(Record, key, new() { Witnesses = [forged, new Remembered(null)] });
        Assert.Equal(1, log.Current.Size);
    }

    [Fact]
    public async Task EverythingBroughtBack_IsRefusedWhereTheKeyElsewhereHasItsOwnFile()
    {
        await Begin();
        RecordLogOptions options = new() { SignedFile = folder["operator.key.signed"] };
        await RecordLog.Open(Record, key, options).DisposeAsync();
        TemporaryFolder.Copy(Record, folder["backup"]);
        TemporaryFolder.Copy(Hidden, folder["backup.private"]);
        await using (var log = RecordLog.Open(Record, key, options))
        {
            await log.AppendAsync("newer"u8.ToArray(), Stop);
        }

        Restore(folder["backup"], Record);
        Restore(folder["backup.private"], Hidden);
        Assert.Contains("operator.key.signed", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordThatIsGone_IsNotBegunASecondTime()
    {
        await Begin();
        Directory.Delete(Record, recursive: true);
        Assert.Contains("a second beginning would be a fork", Assert.Throws<RecordException>(() => RecordLog.Create(Record, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordOfAnEarlierVersion_IsTakenUp_WithItsJournalAndWhatWaitsThere()
    {
        await Begin();
        await using (var log = RecordLog.Open(Record, key, new() { PublishInterval = NodaTime.Duration.FromHours(1) }))
        {
            await log.AppendAsync("waits"u8.ToArray(), Stop);
            TemporaryFolder.Copy(Record, folder["old"]);
            TemporaryFolder.Copy(LogFolder.JournalOf(Record), folder["old/journal"]);
        }

        File.Delete(folder["old/journal/epoch"]);
        File.Delete(folder["old/journal/acknowledged"]);
        await using (var log = RecordLog.Open(folder["old"], key))
        {
            Assert.Equal(2, log.Current.Size);
            await log.AppendAsync("goes on"u8.ToArray(), Stop);
        }

        Assert.False(Directory.Exists(folder["old/journal"]));
        Assert.Equal(3, LogReader.Open(folder["old"]).Value.Size);
        Assert.Contains("closed", File.ReadAllText(folder["old.private/signed"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldFolderAfterAKilledWriter_IsRefused_AlsoByConsent()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["backup"]);
        await LeaveKilled(publish: true);
        Restore(folder["backup"], Record);
        Directory.Delete(LogFolder.JournalOf(Record), recursive: true);
        Assert.Contains("old copy", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key, new() { AcceptLoss = true })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckpointThatMayBePublished_AndThatNothingLeadsTo_IsRefused_AlsoByConsent()
    {
        await Begin();
        TemporaryFolder.Copy(Record, folder["backup"]);
        await LeaveKilled(publish: true);
        var newer = LogReader.Open(Record).Value.Checkpoint;
        Restore(folder["backup"], Record);
        StopBeforePublication(newer);
        foreach (var file in Directory.EnumerateFiles(LogFolder.JournalOf(Record), "0*"))
        {
            File.Delete(file);
        }

        foreach (var acceptLoss in new[] { false, true })
        {
            var refused = Assert.Throws<RecordException>(() => RecordLog.Open(Record, key, new() { AcceptLoss = acceptLoss })).Message;
            Assert.Contains("Others may hold that checkpoint", refused, StringComparison.Ordinal);
            Assert.Contains("Bring back the newer folder or its journal", refused, StringComparison.Ordinal);
        }

        Assert.Contains(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier), f => f.What.Contains("others may hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WriterKilledBeforePublication_WithItsJournal_IsTakenUp()
    {
        await Begin();
        await LeaveKilled(publish: false);
        TemporaryFolder.Copy(Record, folder["other"]);
        TemporaryFolder.Copy(Hidden, folder["other.private"]);
        await using (var log = RecordLog.Open(folder["other"], key))
        {
            Assert.Equal(2, log.Current.Size);
        }

        StopBeforePublication(LogReader.Open(folder["other"]).Value.Checkpoint);
        Assert.Empty(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier));
        await using var taken = RecordLog.Open(Record, key);
        Assert.Equal(2, taken.Current.Size);
        Assert.Empty(taken.Notices);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PrivateFolderOnAnotherFileSystem_IsRefusedBeforeAnythingIsAdded(bool isThere)
    {
        const string Other = "/dev/shm";
        Assert.SkipUnless(Directory.Exists(Other), "needs a second file system");
        var elsewhere = Directory.CreateDirectory(Path.Combine(Other, Path.GetRandomFileName())).FullName;
        try
        {
            if (isThere)
            {
                await Begin();
                TemporaryFolder.Copy(Hidden, elsewhere);
                Directory.Delete(Hidden, recursive: true);
            }

            Directory.CreateSymbolicLink(Hidden, elsewhere);
            var refused = Assert.Throws<RecordException>(() => isThere ? RecordLog.Open(Record, key) : RecordLog.Create(Record, key)).Message;
            Assert.Contains("on one file system", refused, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    // What a killed process leaves: the files as they are while the log is open.
    private async Task LeaveKilled(bool publish)
    {
        await using (var log = RecordLog.Open(Record, key, new() { PublishInterval = NodaTime.Duration.FromHours(1) }))
        {
            await log.AppendAsync("newer"u8.ToArray(), Stop);
            if (publish)
            {
                await log.PublishAsync();
            }

            TemporaryFolder.Copy(Record, folder["killed"]);
            TemporaryFolder.Copy(Hidden, folder["killed.private"]);
        }

        Restore(folder["killed"], Record);
        Restore(folder["killed.private"], Hidden);
    }

    // The key has signed a checkpoint; whether it was put in place the file does not say.
    private void StopBeforePublication(Checkpoint next) =>
        File.WriteAllBytes(Path.Combine(Hidden, LogFolder.Signed), new SignedState(LogReader.Open(Record).Value.Checkpoint, next, false).ToBytes());

    private async Task Begin()
    {
        await using var log = RecordLog.Create(Record, key);
        await log.AppendAsync("first"u8.ToArray(), Stop);
    }

    private async Task Append(string entry)
    {
        await using var log = RecordLog.Open(Record, key);
        await log.AppendAsync(System.Text.Encoding.UTF8.GetBytes(entry), Stop);
    }

    private static void Restore(string from, string to)
    {
        Directory.Delete(to, recursive: true);
        TemporaryFolder.Copy(from, to);
    }

    private sealed class Remembered(SignedNote? note) : IWitnessMemory
    {
        public SignedNote? Last(string origin) => note;
    }
}
