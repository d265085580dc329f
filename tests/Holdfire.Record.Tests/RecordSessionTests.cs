using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tests.State;
using Holdfire.Record.Tests.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests;

public sealed class RecordSessionTests
{
    private static readonly LedgerMemory None = new(null);

    [Fact]
    public async Task Refresh_NewEntries_GivesWhatOpeningAnewGivesAndReadsOnlyThem()
    {
        using var sample = await EnteredRecord.Create();
        var tiles = new CountedTiles(sample.Folder);
        var session = RecordSession.Open(tiles, None).Value;
        await using var writer = await EnteredRecord.Open(sample.Folder);
        for (var i = 0; i < 5; i++)
        {
            await writer.AppendManyAsync([
                EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(10 + i), $"R{10 + i}"),
                .. Enumerable.Range(1000 + (100 * i), 90).Select(EnteredRecord.Report)]);
            await writer.PublishAsync();
            tiles.Reads.Clear();
            var before = session.Current.Size;
            var now = session.Refresh().Value;
            Assert.Equal(before + 91, now.Size);
            Assert.All(tiles.Bundles, b => Assert.True(TileCoordinate.Parse(b.Key).Value.Index >= before >> 8));
            Assert.Same(now, session.Current);
            Assert.Equal(LedgerBytes.Of(RecordReader.Open(sample.Folder, None).Value.Known), LedgerBytes.Of(now.Known));
        }
    }

    [Fact]
    public async Task Refresh_NothingNew_KeepsTheView()
    {
        using var sample = await EnteredRecord.Create();
        var session = RecordSession.Open(sample.Folder, None).Value;
        Assert.Same(session.Current, session.Refresh().Value);
    }

    [Fact]
    public async Task Current_AfterARefresh_TheEarlierOneAnswersNoMore()
    {
        using var sample = await EnteredRecord.Create();
        var session = RecordSession.Open(sample.Folder, None).Value;
        var before = session.Current;
        await Append(sample.Folder);
        session.Refresh().OrThrow();
        Assert.Throws<InvalidOperationException>(() => before.Ledger);
    }

    [Fact]
    public async Task Entries_GoneThroughAgain_AreReadOnce()
    {
        using var sample = await EnteredRecord.Create();
        var tiles = new CountedTiles(sample.Folder);
        var session = RecordSession.Open(tiles, None).Value;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(session.Current.Size, session.Current.Entries().Count());
            Assert.Equal(100, session.Current.At(100).Entries().Count());
        }

        Assert.Equal([1, 1], tiles.Bundles.Values);
    }

    [Fact]
    public async Task At_EarlierSize_IsTheRecordAsItWas()
    {
        using var sample = await EnteredRecord.Create();
        var then = RecordReader.Open(sample.Folder, None).Value;
        await Append(sample.Folder);
        var now = RecordSession.Open(sample.Folder, None).Value.Current.At(then.Size);
        Assert.Equal(then.Known.Frontier.Root, now.Known.Frontier.Root);
        Assert.Equal(then.Entries().Select(e => e.Leaf), now.Entries().Select(e => e.Leaf));
        Assert.Equal(Enumerable.Range(0, (int)then.Size).Select(i => then.Ledger[i]), Enumerable.Range(0, (int)then.Size).Select(i => now.Ledger[i]));
    }

    [Fact]
    public async Task Refresh_RolledBackRecord_IsRefusedFromThenOn()
    {
        using var sample = await EnteredRecord.Create();
        var session = RecordSession.Open(sample.Folder, None).Value;
        Publish(sample.Folder, 100, LogReader.Open(sample.Folder).Value.Root(100));
        var error = session.Refresh().Error!;
        Assert.Contains("rolled back", error.What, StringComparison.Ordinal);
        Assert.True(error.IsTouched);
        Assert.Equal(error, Assert.Throws<RecordException>(() => session.Current).Error);
    }

    [Fact]
    public async Task Refresh_ForkedRecord_IsRefused()
    {
        using var sample = await EnteredRecord.Create();
        var session = RecordSession.Open(sample.Folder, None).Value;
        Publish(sample.Folder, session.Current.Size, MerkleHash.OfEmptyTree);
        Assert.True(session.Refresh().Error!.IsTouched);
    }

    [Fact]
    public async Task Refresh_SourceThatFails_StaysAsItIs()
    {
        using var sample = await EnteredRecord.Create();
        var session = RecordSession.Open(sample.Folder, None).Value;
        var path = Path.Combine(sample.Folder, LogFolder.Checkpoint);
        File.Move(path, path + ".away");
        Assert.False(session.Refresh().Ok);
        File.Move(path + ".away", path);
        Assert.Same(session.Current, session.Refresh().Value);
    }

    private static void Publish(string folder, long size, MerkleHash root)
    {
        using var key = EnteredRecord.Operator;
        var text = new Checkpoint(Made.Origin, size, root).ToText();
        File.WriteAllText(Path.Combine(folder, LogFolder.Checkpoint), $"{text}\n{key.Sign(text)}\n");
    }

    private static async Task Append(string folder)
    {
        await using var writer = await EnteredRecord.Open(folder);
        await writer.AppendManyAsync([
            EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(7), "R7"),
            Made.Entry(EnteredRecord.Clerk, EntryKind.Withdrawal, $$"""{"of":"{{Made.LeafHex(EnteredRecord.Report(8))}}","reason":"not ours"}"""),
            EnteredRecord.Report(900)]);
    }
}
