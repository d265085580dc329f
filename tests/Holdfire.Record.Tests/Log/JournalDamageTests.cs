using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Log;

/// <summary>Journals that rotted, were cut, or are gone: what is published is never in danger, and what is lost is named.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private const int Published = 3;
    private const int Waiting = 5;
    private static readonly RecordLogOptions OnlyWhenAsked = new() { PublishInterval = Duration.FromHours(1) };
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Record => folder["record"];

    private string Journal => LogFolder.JournalOf(Record);

    private string JournalFile => Directory.EnumerateFiles(Journal, "0*").Single(f => Path.GetFileName(f).Length == 20);

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task RotOfAClosedJournal_LocksNothing(int page)
    {
        // Within the record; the rest of its page is slack.
        for (var at = 0; at < 200; at += 9)
        {
            await Begin();
            Flip(JournalFile, (page * 4096) + at);
            Assert.NotEmpty(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier));
            await using (var log = RecordLog.Open(Record, key))
            {
                Assert.Equal(Published, log.Current.Size);
                await log.AppendAsync(SampleLog.Entry(Published), Stop);
            }

            AssertSound(Published + 1);
            Remove();
        }
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("half")]
    [InlineData("zeroes")]
    [InlineData("deleted")]
    public async Task ClosedJournalThatIsGone_LocksNothing(string what)
    {
        await Begin();
        Ruin(what);
        Assert.NotEmpty(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier));
        await using (var log = RecordLog.Open(Record, key))
        {
            await log.AppendAsync(SampleLog.Entry(Published), Stop);
        }

        AssertSound(Published + 1);
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("zeroes")]
    [InlineData("half")]
    [InlineData("deleted")]
    public async Task AcknowledgedEntriesThatAreLost_AreNamed_AndGivenUpOnlyByConsent(string what)
    {
        await Begin();
        await LeaveUnpublished();
        if (what == "flip")
        {
            // The last of the five, each of which is one record and one page.
            Flip(JournalFile, (Waiting * 4096) + 100);
        }
        else
        {
            Ruin(what);
        }

        Assert.NotEmpty(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier));
        var kept = what is "flip" ? Published + Waiting - 1 : Published;
        var refused = Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message;
        Assert.Contains($"{kept}", refused, StringComparison.Ordinal);
        Assert.Contains("record recover", refused, StringComparison.Ordinal);
        Assert.Contains(what == "flip" ? "entry 7 was acknowledged" : "entries 3 to 7 were acknowledged", refused, StringComparison.Ordinal);

        // To be refused changes nothing: it is refused again, until the loss is accepted.
        Assert.Equal(refused, Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message);
        await using (var log = RecordLog.Open(Record, key, new() { AcceptLoss = true }))
        {
            Assert.Contains("given up", Assert.Single(log.Notices), StringComparison.Ordinal);
            Assert.Equal(kept, log.Current.Size);
            await log.AppendAsync(SampleLog.Entry(kept), Stop);
        }

        AssertSound(kept + 1);
        await using var again = RecordLog.Open(Record, key);
        Assert.Empty(again.Notices);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(639)]
    public async Task MarkThatIsTorn_IsRead_AndOneThatIsDamagedSaysThatSomeoneMayHaveBeenTold(int torn)
    {
        await Begin();
        await LeaveUnpublished();
        var (mark, told) = (Path.Combine(Journal, LogFolder.Acknowledged), Published + Waiting);
        Assert.Equal(told, JournalMark.Read(DiskFiles.Instance, Journal).Size);

        // Of a write that was cut short the beginning is on the disk.
        var whole = File.ReadAllBytes(mark);
        File.WriteAllBytes(mark, [.. JournalMark.Write(told + 1)[..torn], .. whole[torn..]]);
        Assert.Equal((torn < 40 ? told : told + 1, false), JournalMark.Read(DiskFiles.Instance, Journal) is { } read ? (read.Size, read.IsDamaged) : default);

        // The last record is cut short: with a good mark it is known that it was acknowledged, with a damaged one that it may have been.
        File.WriteAllBytes(mark, whole);
        Flip(JournalFile, (Waiting * 4096) + 100);
        Assert.Contains("entry 7 was acknowledged", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
        foreach (var damaged in new[] { new byte[whole.Length], [], [.. whole.Select(b => (byte)(b ^ 0xff))] })
        {
            File.WriteAllBytes(mark, damaged);
            Assert.Contains("may have been acknowledged", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
            Assert.Contains(JournalFsck.Check(LogReader.Open(Record).Value, key.Verifier), f => f.File.EndsWith("acknowledged", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task DamageInTheMiddleOfWhatWaits_IsNamedUpToTheLastOfIt()
    {
        await Begin();
        await LeaveUnpublished();
        Flip(JournalFile, (2 * 4096) + 100);
        var refused = Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message;
        Assert.Contains("entries 4 to 7 were acknowledged", refused, StringComparison.Ordinal);
        Assert.Contains("byte 8192", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("18446744073709551615")]
    [InlineData("00000000000000000000")]
    [InlineData("00000000000099999999")]
    public async Task StrayFileWithAJournalsName_LocksNothing(string name)
    {
        await Begin();
        File.WriteAllText(Path.Combine(Journal, name), "stray");
        await using (var log = RecordLog.Open(Record, key))
        {
            await log.AppendAsync(SampleLog.Entry(Published), Stop);
        }

        AssertSound(Published + 1);
        await using var again = RecordLog.Open(Record, key);
    }

    [Fact]
    public async Task StrayFileBesideWhatWaits_IsNamed()
    {
        await Begin();
        await LeaveUnpublished();
        File.WriteAllText(Path.Combine(Journal, "18446744073709551615"), "stray");
        Assert.Contains("18446744073709551615", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledWriter_LosesNothing_AndSaysNothing()
    {
        await Begin();
        await LeaveUnpublished();
        await using (var log = RecordLog.Open(Record, key))
        {
            Assert.Empty(log.Notices);
            Assert.Equal(Published + Waiting, log.Current.Size);
        }

        AssertSound(Published + Waiting);
    }

    [Fact]
    public async Task PublishedFolderAlone_IsACopyForReaders_AndIsTakenUpByConsentAlone()
    {
        await Begin();
        Directory.Delete(LogFolder.PrivateOf(Record), recursive: true);
        Assert.Contains("copy for readers", Assert.Throws<RecordException>(() => RecordLog.Open(Record, key)).Message, StringComparison.Ordinal);
        await using (var log = RecordLog.Open(Record, key, new() { AcceptLoss = true }))
        {
            await log.AppendAsync(SampleLog.Entry(Published), Stop);
        }

        AssertSound(Published + 1);
    }

    [Fact]
    public async Task JournalInAReadersCopy_IsNotRead()
    {
        await Begin();
        await LeaveUnpublished();
        TemporaryFolder.Copy(Record, folder["copy-for-readers"]);
        TemporaryFolder.Copy(Journal, folder["copy-for-readers/journal"]);
        Flip(Path.Combine(folder["copy-for-readers/journal"], Path.GetFileName(JournalFile)), 4096 + 100);
        Assert.Empty(JournalFsck.Check(LogReader.Open(folder["copy-for-readers"]).Value, key.Verifier));

        // With the private folder it is the journal of a record of an earlier version.
        Directory.CreateDirectory(folder["copy-for-readers.private"]);
        Assert.NotEmpty(JournalFsck.Check(LogReader.Open(folder["copy-for-readers"]).Value, key.Verifier));
    }

    [Fact]
    public async Task PagesThatAllLookLikeLongRecords_AreGivenUpOn_AndAreDamage()
    {
        await Begin();
        const int Pages = 40;
        var bytes = new byte[Pages * 4096];
        var note = LogReader.Open(Record).Value.Note;
        var record = JournalRecord.Write(7, note, [], new()).ToArray();
        for (var page = 0; page < Pages; page++)
        {
            record.CopyTo(bytes, page * 4096);
            if (page > 0)
            {
                // To the end of the file, and no checksum holds.
                System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan((page * 4096) + 16), bytes.Length - (page * 4096) - 56);
            }
        }

        var replay = JournalReplay.ReadFile(bytes, 7, key.Verifier);
        Assert.Single(replay.Records);
        Assert.Contains("was not searched", Assert.Single(replay.Damage).What, StringComparison.Ordinal);
    }

    private async Task Begin()
    {
        await using var log = RecordLog.Create(Record, key, OnlyWhenAsked);
        for (var i = 0; i < Published; i++)
        {
            await log.AppendAsync(SampleLog.Entry(i), Stop);
        }
    }

    // What a killed process leaves: the files as they are while the log is open, with entries that wait for their publication.
    private async Task LeaveUnpublished()
    {
        var (copy, hidden) = (folder["copy"], folder["copy.private"]);
        await using (var log = RecordLog.Open(Record, key, OnlyWhenAsked))
        {
            for (var i = 0; i < Waiting; i++)
            {
                await log.AppendAsync(SampleLog.Entry(Published + i), Stop);
            }

            TemporaryFolder.Copy(Record, copy);
            TemporaryFolder.Copy(LogFolder.PrivateOf(Record), hidden);
        }

        Remove();
        Directory.Move(copy, Record);
        Directory.Move(hidden, LogFolder.PrivateOf(Record));
    }

    private void Remove()
    {
        Directory.Delete(Record, recursive: true);
        Directory.Delete(LogFolder.PrivateOf(Record), recursive: true);
    }

    private void Ruin(string what)
    {
        var (file, bytes) = (JournalFile, File.ReadAllBytes(JournalFile));
        switch (what)
        {
            case "empty":
                File.WriteAllBytes(file, []);
                break;
            case "half":
                File.WriteAllBytes(file, bytes[..4096]);
                break;
            case "zeroes":
                File.WriteAllBytes(file, [.. bytes[..4096], .. new byte[bytes.Length - 4096]]);
                break;
            default:
                File.Delete(file);
                break;
        }
    }

    private void AssertSound(long size)
    {
        var reader = LogReader.Open(Record).Value;
        Assert.Equal(size, reader.Size);
        Assert.Empty(LogFsck.Check(reader, key.Verifier));
        Assert.Empty(JournalFsck.Check(reader, key.Verifier));
        Assert.All(reader.Entries(), e => Assert.Equal(SampleLog.Entry(e.Index), e.Bytes.ToArray()));
    }

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
