using CsCheck;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Log;

public sealed class LogFsckTests
{
    [Fact]
    public async Task UntouchedRecord_HasNoFinding_AndGivesEveryEntryInOrder()
    {
        foreach (var parts in new int[][] { [], [1], [256], [100, 200, 300], [65_536, 600] })
        {
            using var record = await SampleLog.Of(parts);
            long next = 0;
            Assert.Empty(LogFsck.Check(record.Read(), record.Key.Verifier, each: e =>
            {
                Assert.Equal(next++, e.Index);
                Assert.Equal(SampleLog.Entry(e.Index), e.Bytes.Span);
            }));
            Assert.Equal(parts.Sum(), next);
        }
    }

    [Theory]
    [InlineData(300, 100, 200, 300)]
    [InlineData(8, 65_800)]
    public async Task AnyChangeOfAnyFile_IsFoundByItsName(int times, params int[] parts)
    {
        using var record = await SampleLog.Of(parts);
        var files = record.Files().Where(f => f != LogFolder.Witnesses).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Int[1, 255]).Sample(
            (file, change, at, bits) => IsNamed(record, files, file, change, at, (byte)bits), iter: times, threads: 1);
    }

    [Fact]
    public async Task EveryCutOfTheCheckpointOrTheKey_IsFound()
    {
        using var record = await SampleLog.Of(3);
        foreach (var file in new[] { LogFolder.Checkpoint, LogFolder.OperatorKey })
        {
            var path = Path.Combine(record.Folder, file);
            var before = File.ReadAllBytes(path);
            for (var length = 0; length < before.Length; length++)
            {
                File.WriteAllBytes(path, before[..length]);
                Assert.Equal([file], record.Named());
            }

            File.WriteAllBytes(path, before);
        }
    }

    [Fact]
    public async Task SignatureLineThatStandsTwice_IsFound()
    {
        using var record = await SampleLog.Of(3);
        var note = record.Read().Note;
        File.WriteAllBytes(Path.Combine(record.Folder, LogFolder.Checkpoint), note.With(note.Signatures[0]).ToBytes());
        Assert.Equal([LogFolder.Checkpoint], record.Named());
    }

    [Fact]
    public async Task RewrittenEntry_WithItsTilesRewrittenToo_CondemnsTheCheckpoint()
    {
        using var record = await SampleLog.Of(3);
        var entries = Enumerable.Range(0, 3).Select(i => (ReadOnlyMemory<byte>)SampleLog.Entry(i == 1 ? 7 : i)).ToArray();
        File.WriteAllBytes(Path.Combine(record.Folder, "tile/entries/000.p/3"), EntryBundle.Write(entries));
        File.WriteAllBytes(Path.Combine(record.Folder, "tile/0/000.p/3"), [.. entries.SelectMany(e => MerkleHash.OfLeaf(e.Span).ToArray())]);
        Assert.Equal(["checkpoint"], record.Named());
    }

    [Fact]
    public async Task DamagedTileAboveADamagedBundle_AreBothNamed_AndTheOtherEntriesAreGiven()
    {
        using var record = await SampleLog.Of(600);
        Flip(Path.Combine(record.Folder, "tile/1/000.p/2"), 40, 1);
        Flip(Path.Combine(record.Folder, "tile/entries/000"), 40, 1);
        var given = 0;
        var findings = LogFsck.Check(record.Read(), record.Key.Verifier, each: _ => given++);
        Assert.Equal(["tile/1/000.p/2", "tile/entries/000"], findings.Select(f => f.File));
        Assert.Equal(599, given);
    }

    [Fact]
    public async Task LastTileAndLastBundleExchanged_AreBothNamed()
    {
        using var record = await SampleLog.Of(600);
        var (tile, bundle) = (Path.Combine(record.Folder, "tile/0/002.p/88"), Path.Combine(record.Folder, "tile/entries/002.p/88"));
        File.Move(tile, tile + "x");
        File.Move(bundle, tile);
        File.Move(tile + "x", bundle);
        Assert.Equal(["tile/0/002.p/88", "tile/entries/002.p/88"], record.Named());
    }

    [Fact]
    public async Task ForgedSizeWithoutEnd_IsRefusedInAMoment()
    {
        using var record = await SampleLog.Of(3);
        var path = Path.Combine(record.Folder, LogFolder.Checkpoint);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n3\n", "\n4611686018427387904\n", StringComparison.Ordinal));
        Assert.Contains("checkpoint", record.Named());
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n4611686018427387904\n", "\n9223372036854775807\n", StringComparison.Ordinal));
        Assert.Contains("checkpoint", record.Named());
    }

    [Fact]
    public async Task KeyOfAnother_IsSaidOfTheCheckpoint()
    {
        using var record = await SampleLog.Of(3);
        using var other = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        Assert.Equal("checkpoint", Assert.Single(LogFsck.Check(record.Read(), other.Verifier)).File);
    }

    private static bool IsNamed(SampleLog record, string[] files, int which, int change, int at, byte bits)
    {
        var path = Path.Combine(record.Folder, files[which]);
        var other = files[(which + 1 + (at % (files.Length - 1))) % files.Length];
        var before = File.ReadAllBytes(path);
        var otherBefore = File.ReadAllBytes(Path.Combine(record.Folder, other));
        var stray = files[which] + "0";
        try
        {
            string[] touched = [files[which]];
            switch (change)
            {
                case 0:
                    Flip(path, at % before.Length, bits);
                    break;
                case 1:
                    File.WriteAllBytes(path, before[..(at % before.Length)]);
                    break;
                case 2:
                    File.WriteAllBytes(path, [.. before, bits]);
                    break;
                case 3:
                    File.Delete(path);
                    break;
                case 4:
                    File.WriteAllBytes(path, otherBefore);
                    File.WriteAllBytes(Path.Combine(record.Folder, other), before);
                    touched = [files[which], other];
                    break;
                default:
                    File.Copy(path, Path.Combine(record.Folder, stray));
                    touched = files[which].StartsWith("tile", StringComparison.Ordinal) ? [stray] : [];
                    break;
            }

            // Of files that are no longer read because the checkpoint or the key is unreadable, that one is named.
            var named = record.Named();
            return IsOptional(record, files[which], change) || touched.All(t => named.Contains(t))
                || (touched.Length == 2 && named is [LogFolder.Checkpoint] or [LogFolder.OperatorKey])
                || (files[which] == LogFolder.OperatorKey && named is [LogFolder.Checkpoint]);
        }
        finally
        {
            File.WriteAllBytes(path, before);
            File.WriteAllBytes(Path.Combine(record.Folder, other), otherBefore);
            File.Delete(Path.Combine(record.Folder, stray));
        }
    }

    // A partial tile of an earlier checkpoint may be gone.
    private static bool IsOptional(SampleLog record, string file, int change) =>
        change == 3 && TileCoordinate.Parse(file) is { Ok: true, Value: var tile } && !tile.IsFull
        && tile != TileCoordinate.At(tile.Level, tile.Index, record.Read().Size);

    private static void Flip(string path, int at, byte bits)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= bits;
        File.WriteAllBytes(path, bytes);
    }
}
