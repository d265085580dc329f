using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.State;

public sealed class CheckedSignaturesTests
{
    [Fact]
    public async Task Open_WholeRecord_IsRememberedUpToItsRoot()
    {
        using var sample = await EnteredRecord.Create();
        using var folder = new TemporaryFolder();
        var memory = new CheckedSignatures(folder["cache"]);
        using var key = EnteredRecord.Operator;
        Assert.Equal(0, memory.Find(Made.Origin, key.Verifier).Size);
        var record = RecordReader.Open(sample.Folder, memory: memory).Value;
        Assert.Equal((record.Log.Size, record.Log.Checkpoint.Root), memory.Find(Made.Origin, key.Verifier));
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendAsync(EnteredRecord.Report(900));
        }

        record = RecordReader.Open(sample.Folder, memory: memory).Value;
        Assert.Equal((record.Log.Size, record.Log.Checkpoint.Root), memory.Find(Made.Origin, key.Verifier));
    }

    [Theory]
    [InlineData("")]
    [InlineData("holdfire/signatures-checked/1\n5\nnot a root\n")]
    [InlineData("holdfire/signatures-checked/1\n99999999999999999999\n00\n")]
    public async Task Find_DamagedMemory_KnowsNothing(string text)
    {
        using var sample = await EnteredRecord.Create();
        using var folder = new TemporaryFolder();
        var memory = new CheckedSignatures(folder.Root);
        using var key = EnteredRecord.Operator;
        RecordReader.Open(sample.Folder, memory: memory).OrThrow();
        File.WriteAllText(Directory.GetFiles(folder.Root).Single(), text);
        Assert.Equal(default, memory.Find(Made.Origin, key.Verifier));
        RecordReader.Open(sample.Folder, memory: memory).OrThrow();
    }

    [Fact]
    public async Task Open_MemoryOfAFork_DoesNotCount()
    {
        using var sample = await EnteredRecord.Create();
        using var folder = new TemporaryFolder();
        var memory = new CheckedSignatures(folder.Root);
        using var key = EnteredRecord.Operator;
        memory.Keep(Made.Origin, key.Verifier, 10, MerkleHash.OfEmptyTree);
        var record = RecordReader.Open(sample.Folder, memory: memory).Value;
        Assert.Equal(record.Log.Size, memory.Find(Made.Origin, key.Verifier).Size);
    }
}
