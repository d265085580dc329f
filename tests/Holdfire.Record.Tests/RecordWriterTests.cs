using Holdfire.Record.Crash.Faults;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests;

public sealed class RecordWriterTests
{
    [Fact]
    public async Task Append_RefusedEntryInAGroup_AddsNoneAndGoesOn()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var size = writer.Current.Size;
        var error = await Assert.ThrowsAsync<RecordException>(() => writer.AppendManyAsync(
            [EnteredRecord.Report(900), EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(3), "R3"), EnteredRecord.Report(900)]));
        Assert.StartsWith("entry 3 of 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(size, writer.Current.Size);
        var receipt = await writer.AppendManyAsync(
            [EnteredRecord.Report(900), EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(3), "R3")]);
        Assert.Equal(size, receipt.Index);
    }

    [Fact]
    public async Task Append_KeyRegisteredInTheSameGroup_MaySign()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var late = Made.Key("late", 9);
        await writer.AppendManyAsync(
            [Made.Registering(EnteredRecord.Registrar, late), Made.Entry(late, EntryKind.Report, """{"id":"R901","source":"aa-army"}""")]);
    }

    [Fact]
    public async Task Append_KeyRegisteredInTheSameGroup_MustSignItself()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var late = Made.Key("late", 9);
        var entry = Made.Entry(late, EntryKind.Report, """{"id":"R901","source":"aa-army"}""") with { Signature = new byte[64] };
        await Assert.ThrowsAsync<RecordException>(() => writer.AppendManyAsync([Made.Registering(EnteredRecord.Registrar, late), entry]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Append_ForgedSignature_IsRefused(int count)
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        Entry[] entries = [.. Enumerable.Range(900, count).Select(EnteredRecord.Report)];
        entries[^1] = entries[^1] with { Signature = new byte[64] };
        var error = await Assert.ThrowsAsync<RecordException>(() => writer.AppendManyAsync(entries));
        Assert.Contains($"entry {count} of {count}: expected a signature", error.Message, StringComparison.Ordinal);
        await writer.AppendAsync(EnteredRecord.Report(900));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-91)]
    public async Task Append_ClockFarOff_IsRefused(int days)
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var entry = EnteredRecord.Clerk.Sign(
            Made.Origin, EntryKind.Report, EnteredRecord.Report(900).Content!.Value, Made.At + Duration.FromDays(days));
        Assert.Contains(
            "is a clock wrong?", (await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(entry))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_ByManyAtATime_KeepsTheOrderOfLedgerAndLog()
    {
        using var sample = await EnteredRecord.Create();
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await Task.WhenAll(Enumerable.Range(1000, 200).Select(i => Task.Run(() => writer.AppendAsync(EnteredRecord.Report(i)))));
        }

        Assert.Empty(Holdfire.Record.Verification.RecordVerifier.Verify(sample.Folder, new()).Errors);
        Assert.Equal(EnteredRecord.Reports + 8 + 200, RecordReader.Open(sample.Folder).Value.Ledger.Count);
    }

    [Fact]
    public async Task Append_MoreThanTheLogTakesAtOnce_LeavesNoTrace()
    {
        using var sample = await EnteredRecord.Create();
        await using (var writer = await RecordWriter.OpenAsync(
            sample.Folder, EnteredRecord.Operator, EnteredRecord.Clock, new() { MostBytesAtOnce = 4096 }))
        {
            Entry[] entries = [.. Enumerable.Range(900, 20).Select(EnteredRecord.Report)];
            var refused = await Assert.ThrowsAsync<RecordException>(() => writer.AppendManyAsync(entries));
            Assert.Contains("expected at most 4096 bytes at once", refused.Message, StringComparison.Ordinal);

            // Had the writer kept one of them, it would refuse it as known, and take a withdrawal of what the log does not hold.
            var withdrawal = Made.Entry(
                EnteredRecord.Clerk, EntryKind.Withdrawal, $$"""{"of":"{{Made.LeafHex(entries[3])}}","reason":"entered twice"}""");
            refused = await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(withdrawal));
            Assert.Contains("expected the hash of an earlier entry", refused.Message, StringComparison.Ordinal);
            await writer.AppendAsync(entries[3]);
        }

        Assert.Empty(Holdfire.Record.Verification.RecordVerifier.Verify(sample.Folder, new()).Errors);
        await (await EnteredRecord.Open(sample.Folder)).DisposeAsync();
    }

    [Fact]
    public async Task Append_RefusedKeyChangeInAGroup_LeavesTheKeysAsTheyWere()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var late = Made.Key("late", 9);
        await Assert.ThrowsAsync<RecordException>(() => writer.AppendManyAsync(
            [Made.Registering(EnteredRecord.Registrar, late), EnteredRecord.Report(4)]));
        var refused = await Assert.ThrowsAsync<RecordException>(
            () => writer.AppendAsync(Made.Entry(late, EntryKind.Report, """{"id":"R901","source":"aa-army"}""")));
        Assert.Contains("expected a key that is registered before it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_AfterTheLogStopped_IsRefusedForGood()
    {
        using var key = EnteredRecord.Operator;
        var disk = new SimulatedDisk(0);
        var writer = await RecordWriter.CreateAsync("/record", key, EnteredRecord.Registrar, EnteredRecord.Clock, new() { Files = disk });
        await writer.AppendAsync(Made.Registering(EnteredRecord.Registrar, EnteredRecord.Clerk));
        await writer.PublishAsync();
        disk.FailFromNowOn();
        await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(EnteredRecord.Report(1)));

        // The first is in nobody's log. What builds on it must not be acknowledged, and neither must anything else.
        var next = await Assert.ThrowsAsync<RecordException>(
            () => writer.AppendAsync(EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(1), "R1")));
        Assert.Contains("the log has stopped", next.Message, StringComparison.Ordinal);
        next = await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(EnteredRecord.Report(2)));
        Assert.Contains("the log has stopped", next.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_TheSameBytesAgain_GivesTheReceiptAgain()
    {
        using var sample = await EnteredRecord.Create();
        LogReceipt first;
        Entry[] entries = [EnteredRecord.Report(900), EnteredRecord.Report(901)];
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            var both = await Task.WhenAll(writer.AppendManyAsync(entries), writer.AppendManyAsync(entries));
            first = both[0];
            Assert.Equal((first.Index, first.Count), (both[1].Index, both[1].Count));
            await writer.AppendAsync(EnteredRecord.Report(902));
        }

        await using var again = await EnteredRecord.Open(sample.Folder);
        var size = again.Current.Size;
        var receipt = await again.AppendManyAsync(entries);
        Assert.Equal((first.Index, 2), (receipt.Index, receipt.Count));
        Assert.Equal(size, receipt.TreeSize);
        Assert.Equal(first.Index + 1, (await again.AppendAsync(entries[1])).Index);
        Assert.Equal(first.Index, (await again.FindAsync(MerkleHash.OfLeaf(entries[0].Bytes.Span)))!.Index);
        Assert.Null(await again.FindAsync(MerkleHash.OfLeaf(EnteredRecord.Report(999).Bytes.Span)));
        Assert.Equal(size, again.Current.Size);

        // What is there in part only is no repetition.
        await Assert.ThrowsAsync<RecordException>(() => again.AppendManyAsync([entries[1], EnteredRecord.Report(903)]));
    }

    [Fact]
    public async Task Append_CancelledBeforeThereIsRoom_LeavesNoTrace()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.AppendAsync(EnteredRecord.Report(900), new CancellationToken(true)));
        Assert.Null(await writer.FindAsync(MerkleHash.OfLeaf(EnteredRecord.Report(900).Bytes.Span)));
        await writer.AppendAsync(EnteredRecord.Report(900));
    }

    [Fact]
    public async Task PublishedAsync_UpToAReceipt_LetsAReaderSeeTheEntry()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var receipt = await writer.AppendAsync(EnteredRecord.Report(900));
        await writer.PublishedAsync(receipt.TreeSize);
        Assert.Equal(receipt.TreeSize, RecordReader.Open(sample.Folder).Value.Ledger.Count);
    }

    [Fact]
    public async Task Reopened_Record_KnowsWhatStands()
    {
        using var sample = await EnteredRecord.Create();
        var ledger = RecordReader.Open(sample.Folder).Value.Ledger;
        Assert.Equal((Standing.Corrected, 305L), (ledger[3].Standing, ledger[3].ChangedBy));
        Assert.Equal(307, ledger.Keys.Find(EnteredRecord.Lost.Id)!.Revoked);
        await using var writer = await EnteredRecord.Open(sample.Folder);
        await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(EnteredRecord.OtherReport(4)));
    }
}
