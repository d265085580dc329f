using Holdfire.Record.Crash.Faults;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Log;

/// <summary>A log has one writer, also where its lock is taken away; and a writer that cannot go on says so and lives.</summary>
public sealed class OneWriterTests : IDisposable
{
    private static readonly RecordLogOptions OnlyWhenAsked = new() { PublishInterval = Duration.FromHours(1) };
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Record => folder["record"];

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WriterWhoseLockWasDeleted_AcknowledgesNothingMore(bool another)
    {
        var first = RecordLog.Create(Record, key, OnlyWhenAsked);
        await first.AppendAsync("one"u8.ToArray(), Stop);
        File.Delete(Path.Combine(LogFolder.JournalOf(Record), "lock"));
        var second = another ? RecordLog.Open(Record, key, OnlyWhenAsked) : null;
        if (second is not null)
        {
            Assert.Equal(1, (await second.AppendAsync("two"u8.ToArray(), Stop)).Index);
        }

        var refused = await Assert.ThrowsAsync<RecordException>(() => first.AppendAsync("other"u8.ToArray(), Stop));
        Assert.Contains("another process has begun to write this log, or its lock was deleted", refused.Message, StringComparison.Ordinal);
        Assert.False(first.IsHealthy);
        await Assert.ThrowsAsync<RecordException>(async () => await first.DisposeAsync());
        await (second ?? RecordLog.Open(Record, key)).DisposeAsync();
        Assert.Equal(another ? 2 : 1, LogReader.Open(Record).Value.Size);
        Assert.Empty(LogFsck.Check(LogReader.Open(Record).Value, key.Verifier));
    }

    [Fact]
    public async Task WriterWhoseLockWasDeleted_PublishesNothingMore()
    {
        var first = RecordLog.Create(Record, key, OnlyWhenAsked);
        await first.AppendAsync("one"u8.ToArray(), Stop);
        File.Delete(Path.Combine(LogFolder.JournalOf(Record), "lock"));
        await Assert.ThrowsAsync<RecordException>(() => first.PublishAsync());
        Assert.Equal(0, LogReader.Open(Record).Value.Size);
        await Assert.ThrowsAsync<RecordException>(async () => await first.DisposeAsync());
        await using var second = RecordLog.Open(Record, key);
        Assert.Equal(1, second.Current.Size);
    }

    [Fact]
    public void LocksThatKeepNobodyOut_AreRefused()
    {
        var disk = new SimulatedDisk(0) { LocksHold = false };
        Assert.Contains("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", Assert.Throws<RecordException>(
            () => RecordLog.Create("/record", key, new() { Files = disk })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposedKey_DoesNotConcernTheLog()
    {
        var own = key.Copy();
        var log = RecordLog.Create(Record, own);
        own.Dispose();
        await log.AppendAsync("one"u8.ToArray(), Stop);
        await log.DisposeAsync();
        Assert.Equal(1, LogReader.Open(Record).Value.Size);
    }

    [Fact]
    public async Task AnyExceptionAtWork_StopsTheLogAndNotTheProcess()
    {
        var disk = new SimulatedDisk(0);
        var log = RecordLog.Create("/record", key, OnlyWhenAsked with { Files = disk });
        await log.AppendAsync("one"u8.ToArray(), Stop);
        disk.FailFromNowOn(new NotSupportedException("of a kind that nobody expects"));
        var waits = log.PublishedAsync(2, Stop);
        var refused = await Assert.ThrowsAsync<RecordException>(() => log.AppendAsync("two"u8.ToArray(), Stop));
        Assert.Contains("the log has stopped (of a kind that nobody expects)", refused.Message, StringComparison.Ordinal);
        Assert.False(log.IsHealthy);
        Assert.Same(refused, await Assert.ThrowsAsync<RecordException>(() => waits));
        Assert.Same(refused, await Assert.ThrowsAsync<RecordException>(() => log.AppendAsync("three"u8.ToArray(), Stop)));
        Assert.Same(refused, await Assert.ThrowsAsync<RecordException>(() => log.PublishAsync()));
        Assert.Same(refused, await Assert.ThrowsAsync<RecordException>(async () => await log.DisposeAsync()));
    }

    [Theory]
    [InlineData("/record/cosigned")]
    [InlineData("/record/cosigned/")]
    public async Task FolderOfCosigned_ThatCannotBeWritten_StopsNoPublication(string closed)
    {
        var disk = new SimulatedDisk(0);
        await using var log = RecordLog.Create("/record", key, OnlyWhenAsked with { Files = disk });
        await log.AppendAsync("one"u8.ToArray(), Stop);
        await log.PublishAsync();
        Cosign(disk, log, 1);
        await Publish("two");
        Assert.Equal(["1", "checkpoint"], disk.List("/record/cosigned"));

        if (closed == "/record/cosigned")
        {
            disk.DeleteFolder(closed);
        }

        disk.MayNotMake = name => name == closed || name.StartsWith("/record/cosigned/", StringComparison.Ordinal);
        Cosign(disk, log, 2);
        await Publish("three");
        Assert.True(log.IsHealthy);
        Assert.Contains("/record/cosigned", Assert.Single(log.Notices), StringComparison.Ordinal);
        Assert.Equal(3, LogReader.Open("/record", disk).Value.Size);
        Assert.DoesNotContain(disk.List("/record/journal"), n => n.StartsWith("new-", StringComparison.Ordinal));

        disk.MayNotMake = null;
        Cosign(disk, log, 3);
        await Publish("four");
        Assert.Contains("3", disk.List("/record/cosigned"));
        Assert.Empty(log.Notices);

        async Task Publish(string entry)
        {
            await log.AppendAsync(System.Text.Encoding.UTF8.GetBytes(entry), Stop);
            await log.PublishAsync();
        }
    }

    private static void Cosign(SimulatedDisk disk, RecordLog log, long size)
    {
        using var witness = NoteSigner.FromSeed("witness.example", SignatureKind.Cosignature, new byte[32]);
        var note = CheckpointFile.Read(disk, "/record").Value;
        Assert.Equal(size, log.Current.Size);
        using var file = disk.Create("/record/checkpoint");
        file.Write(0, note.With(witness.Cosign(note.Text, NodaTime.Instant.FromUtc(2030, 1, 1, 0, 0))).ToBytes());
        file.Sync();
        disk.SyncFolder("/record");
    }

    [Fact]
    public async Task FullQueue_MakesCallersWait_AndTheyMayGiveUp()
    {
        var backlog = new Backlog(100);
        await backlog.EnterAsync(60, Stop);
        using var impatient = new CancellationTokenSource();
        var second = backlog.EnterAsync(60, impatient.Token);
        var third = backlog.EnterAsync(10, Stop);
        Assert.False(second.IsCompleted || third.IsCompleted);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        backlog.Leave(60);
        await third;

        // What is larger than all of the room gets it alone.
        var large = backlog.EnterAsync(1000, Stop);
        Assert.False(large.IsCompleted);
        backlog.Leave(10);
        await large;
        var last = backlog.EnterAsync(1, Stop);
        backlog.Fail(new InvalidOperationException("stopped"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => last);
        await Assert.ThrowsAsync<InvalidOperationException>(() => backlog.EnterAsync(1, Stop));
    }

    [Fact]
    public async Task ManyCallersAndLittleRoom_AllGetTheirPlace()
    {
        await using var log = RecordLog.Create(Record, key, OnlyWhenAsked with { QueuedBytes = 1024 });
        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => log.AppendAsync(SampleLog.Entry(i), Stop), Stop)));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), receipts.Select(r => r.Index).Order());
    }

    [Fact]
    public async Task PublishedAsync_EndsOnceAReaderSeesIt()
    {
        await using var log = RecordLog.Create(Record, key, new() { PublishInterval = Duration.FromMilliseconds(1) });
        var receipt = await log.AppendAsync("one"u8.ToArray(), Stop);
        await log.PublishedAsync(receipt.TreeSize, Stop);
        Assert.Equal(1, LogReader.Open(Record).Value.Size);
        using var impatient = new CancellationTokenSource();
        var never = log.PublishedAsync(100, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
    }
}
