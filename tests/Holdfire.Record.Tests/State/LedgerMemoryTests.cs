using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tests.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.State;

public sealed class LedgerMemoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LedgerMemory memory;

    public LedgerMemoryTests() => memory = new LedgerMemory(folder["cache"]);

    private string File => Directory.GetFiles(folder["cache"]).Single();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_Again_ReadsNoEntry()
    {
        using var sample = await EnteredRecord.Create();
        var first = RecordReader.Open(sample.Folder, memory).Value;
        var tiles = new CountedTiles(sample.Folder);
        var second = RecordReader.Open(tiles, memory).Value;
        Assert.Empty(tiles.Bundles);
        Assert.Equal(LedgerBytes.Of(first.Known), LedgerBytes.Of(second.Known));
        Assert.Equal(first.Log.Checkpoint.Root, second.Known.Frontier.Root);
    }

    [Fact]
    public async Task Open_GrownRecord_ReadsTheNewBundlesAlone()
    {
        using var sample = await EnteredRecord.Create();
        RecordReader.Open(sample.Folder, memory).OrThrow();
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendAsync(EnteredRecord.Report(900));
        }

        var tiles = new CountedTiles(sample.Folder);
        var grown = RecordReader.Open(tiles, memory).Value;
        Assert.Equal(1, Assert.Single(tiles.Bundles).Value);
        Assert.StartsWith("tile/entries/001", tiles.Bundles.Keys.Single(), StringComparison.Ordinal);
        Assert.Equal(LedgerBytes.Of(RecordReader.Open(sample.Folder, new LedgerMemory(null)).Value.Known), LedgerBytes.Of(grown.Known));
    }

    [Fact]
    public async Task Open_MemoryDamagedAtAnyPlace_IsPassedOverAndMadeAnew()
    {
        using var sample = await EnteredRecord.Create();
        RecordReader.Open(sample.Folder, memory).OrThrow();
        var good = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < good.Length; i += 211)
        {
            var bad = good.ToArray();
            bad[i] ^= 0x10;
            Check(bad);
        }

        Check([]);
        Check(good[..^1]);
        Check(good[..40]);
        Check([.. good, 0]);

        void Check(byte[] bytes)
        {
            System.IO.File.WriteAllBytes(File, bytes);
            var tiles = new CountedTiles(sample.Folder);
            RecordReader.Open(tiles, memory).OrThrow();
            Assert.Equal(2, tiles.Bundles.Count);
            Assert.Equal(good, System.IO.File.ReadAllBytes(File));
        }
    }

    [Fact]
    public async Task Open_MemoryThatOthersCanWrite_IsPassedOver()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such modes");
        using var sample = await EnteredRecord.Create();
        RecordReader.Open(sample.Folder, memory).OrThrow();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        }

        var tiles = new CountedTiles(sample.Folder);
        RecordReader.Open(tiles, memory).OrThrow();
        Assert.Equal(2, tiles.Bundles.Count);
    }

    // The operator's other history has the same origin and key, and what is remembered is of the other one.
    [Fact]
    public async Task Open_MemoryOfAFork_DoesNotCount()
    {
        using var sample = await EnteredRecord.Create();
        var fork = folder["fork"];
        Copy(sample.Folder, fork);
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendAsync(EnteredRecord.Report(900));
        }

        RecordReader.Open(sample.Folder, memory).OrThrow();
        using (var key = EnteredRecord.Operator)
        {
            await using var log = RecordLog.Open(fork, key);
            await log.AppendManyAsync([EnteredRecord.Report(901).Bytes, EnteredRecord.Report(902).Bytes]);
        }

        var scratch = LedgerBytes.Of(RecordReader.Open(fork, new LedgerMemory(null)).Value.Known);
        Assert.Equal(scratch, LedgerBytes.Of(RecordReader.Open(fork, memory).Value.Known));
    }

    [Fact]
    public async Task Open_MemoryAheadOfTheLog_DoesNotCount()
    {
        using var sample = await EnteredRecord.Create();
        var copy = folder["copy"];
        Copy(sample.Folder, copy);
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendManyAsync([EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(1), "R1"), EnteredRecord.Report(900)]);
        }

        RecordReader.Open(sample.Folder, memory).OrThrow();
        var old = RecordReader.Open(copy, memory).Value;
        Assert.Equal(LedgerBytes.Of(RecordReader.Open(copy, new LedgerMemory(null)).Value.Known), LedgerBytes.Of(old.Known));
    }

    // Opening does not read what is known, so that reading it later must not take what another put there meanwhile.
    [Fact]
    public async Task Entries_ChangedAfterTheyWereChecked_AreRefused()
    {
        using var sample = await EnteredRecord.Create();
        RecordReader.Open(sample.Folder, memory).OrThrow();
        var path = Path.Combine(sample.Folder, "tile/entries/000");
        var bytes = System.IO.File.ReadAllBytes(path);
        bytes[^9] ^= 1;
        System.IO.File.WriteAllBytes(path, bytes);
        var record = RecordReader.Open(sample.Folder, memory).Value;
        Assert.True(Assert.Throws<RecordException>(() => record.Entries().Count()).Error.IsTouched);
        Assert.True(Assert.Throws<RecordException>(() => record.Log.Entries().Count()).Error.IsTouched);
        Assert.True(Assert.Throws<RecordException>(() => record.Log.Entry(255)).Error.IsTouched);
        Assert.Equal(10, record.Entry(10).Index);
    }

    [Fact]
    public async Task Find_OtherOriginOrKey_KnowsNothing()
    {
        using var sample = await EnteredRecord.Create();
        RecordReader.Open(sample.Folder, memory).OrThrow();
        using var key = EnteredRecord.Operator;
        using var other = NoteSigner.FromSeed(Made.Origin, SignatureKind.Ed25519, new byte[32]);
        Assert.NotNull(memory.Find(Made.Origin, key.Verifier));
        Assert.Null(memory.Find("record.example/other", key.Verifier));
        Assert.Null(memory.Find(Made.Origin, other.Verifier));
        System.IO.File.Move(File, File[..^1] + (File[^1] == '0' ? '1' : '0'));
        Assert.Null(memory.Find(Made.Origin, key.Verifier));
    }

    private static void Copy(string from, string to)
    {
        foreach (var pair in new[] { (from, to), (from + ".private", to + ".private") }.Where(p => Directory.Exists(p.Item1)))
        {
            foreach (var path in Directory.EnumerateFiles(pair.Item1, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(pair.Item2, Path.GetRelativePath(pair.Item1, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                System.IO.File.Copy(path, target);
            }
        }
    }
}
