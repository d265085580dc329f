using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Log;

public sealed class RecordLogTests
{
    private static readonly RecordLogOptions OnlyWhenAsked = new() { PublishInterval = Duration.FromHours(1) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(70_000)]
    public async Task Log_OfAnySize_ReadsBackWithEveryProof(int size)
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var entries = Enumerable.Range(0, size).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"entry {i}")).ToArray();
        await using (var log = RecordLog.Create(folder.Root, key, OnlyWhenAsked))
        {
            foreach (var part in entries.Chunk(20_000))
            {
                var receipt = await log.AppendManyAsync(part, Stop);
                Assert.Equal(receipt.Index + part.Length, receipt.TreeSize);
                Assert.Equal(receipt.Checkpoint, Checkpoint.Open(receipt.Note, key.Verifier).Value);
            }
        }

        var reader = LogReader.Open(folder.Root).Value;
        Assert.Equal(size, reader.Verify(reader.OperatorKey().Value).Value.Size);
        Assert.Equal(entries.Select(e => Convert.ToHexString(e.Span)), reader.Entries().Select(e => Convert.ToHexString(e.Bytes.Span)));
        Assert.Equal(reader.Checkpoint.Root, reader.Root(size));
        foreach (var index in Enumerable.Range(0, size).Where(i => i < 300 || i % 4999 == 0 || i == size - 1))
        {
            Assert.True(reader.Prove(index).Verify(MerkleHash.OfLeaf(entries[index].Span), key.Verifier).Ok);
            Assert.True(MerkleProof.VerifyConsistency(
                index, reader.Root(index), size, reader.Checkpoint.Root, reader.ProveConsistency(index)));
        }
    }

    [Fact]
    public async Task Log_Reopened_GoesOnWithConsistentCheckpoints()
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        await RecordLog.Create(folder.Root, key).DisposeAsync();
        var seen = new List<Checkpoint>();
        for (var round = 0; round < 40; round++)
        {
            await using var log = RecordLog.Open(folder.Root, key, OnlyWhenAsked);
            for (var i = 0; i < round; i++)
            {
                seen.Add((await log.AppendAsync(Encoding.UTF8.GetBytes($"{round} {i}"), Stop)).Checkpoint);
            }
        }

        var reader = LogReader.Open(folder.Root).Value;
        Assert.Equal(40 * 39 / 2, reader.Size);
        Assert.All(seen, c => Assert.Equal(c.Root, reader.Root(c.Size)));
    }

    [Fact]
    public async Task Callers_SideBySide_EachGetTheirOwnIndex()
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        await using var log = RecordLog.Create(folder.Root, key);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(
            async () => (Entry: i, Receipt: await log.AppendAsync(Encoding.UTF8.GetBytes($"entry {i}"), Stop)), Stop)));
        await log.PublishAsync();
        var reader = LogReader.Open(folder.Root).Value;
        Assert.Equal(500, reader.Size);
        Assert.All(receipts, r => Assert.Equal($"entry {r.Entry}", Encoding.UTF8.GetString(reader.Entry(r.Receipt.Index).Bytes.Span)));
    }

    [Fact]
    public async Task CancelledAppends_LeaveNothingBehind()
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        await using (var log = RecordLog.Create(folder.Root, key, OnlyWhenAsked))
        {
            for (var i = 0; i < 20; i++)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.AppendAsync(new byte[1], new CancellationToken(true)));
                Assert.Equal(i, (await log.AppendAsync(new byte[2], Stop)).Index);
            }

            File.Copy(Directory.EnumerateFiles(LogFolder.JournalOf(folder.Root), "0*").Single(), folder["journal-before-it-was-published"]);
        }

        var records = JournalReplay.ReadFile(File.ReadAllBytes(folder["journal-before-it-was-published"]), (1UL << 24) + 1, key.Verifier);
        Assert.Empty(records.Damage);
        Assert.Equal(20, records.Records.Sum(r => r.Entries.Length));
        await using var again = RecordLog.Open(folder.Root, key);
        Assert.Equal(20, again.Current.Size);
    }

    [Fact]
    public async Task SecondWriter_IsRefusedClearly()
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        await using var log = RecordLog.Create(folder.Root, key);
        Assert.Contains("one writer at a time", Assert.Throws<RecordException>(() => RecordLog.Open(folder.Root, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongUse_IsOneClearLineAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        using var other = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        using var witness = NoteSigner.Generate("example.org/record", SignatureKind.Cosignature);
        await using (var log = RecordLog.Create(folder.Root, key))
        {
            var tooLong = await Assert.ThrowsAsync<RecordException>(() => log.AppendManyAsync([new byte[10], new byte[65_536]], Stop));
            Assert.Equal("entry 2 of 2: expected at most 65535 bytes, found 65536", tooLong.Message);
            Assert.Equal(0, log.Current.Size);
        }

        Assert.Contains("fork", Assert.Throws<RecordException>(() => RecordLog.Create(folder.Root, key)).Message, StringComparison.Ordinal);
        Assert.Contains("found none", Assert.Throws<RecordException>(() => RecordLog.Open(folder.Root, other)).Message, StringComparison.Ordinal);
        Assert.Contains("kind Cosignature", Assert.Throws<RecordException>(() => RecordLog.Open(folder.Root, witness)).Message, StringComparison.Ordinal);
        Assert.Contains("found none", Assert.Throws<RecordException>(() => RecordLog.Open(folder["none"], key)).Message, StringComparison.Ordinal);
        Directory.Delete(LogFolder.JournalOf(folder.Root), recursive: true);
        Assert.Contains("copy for readers", Assert.Throws<RecordException>(() => RecordLog.Open(folder.Root, key)).Message, StringComparison.Ordinal);
    }
}
