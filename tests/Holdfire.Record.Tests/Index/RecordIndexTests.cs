using Holdfire.Record.Index;

namespace Holdfire.Record.Tests.Index;

public sealed class RecordIndexTests
{
    [Fact]
    public async Task Open_AfterAppends_IsEqualToAFreshOne()
    {
        using var sample = await EnteredRecord.Create();
        RecordIndex.Open(sample.Folder).Dispose();
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendManyAsync([EnteredRecord.Report(900), EnteredRecord.Correction(EnteredRecord.Clerk, EnteredRecord.Report(9), "R9")]);
        }

        using var index = RecordIndex.Open(sample.Folder);
        string[] lines = [.. index.Dump()];
        File.Delete(RecordIndex.PathOf(sample.Folder)!);
        using var fresh = RecordIndex.Open(sample.Folder);
        Assert.Equal(fresh.Dump(), lines);
        Assert.Equal(310, lines.Length);
    }

    [Fact]
    public async Task Find_Item_GivesTheEntryThatStands()
    {
        using var sample = await EnteredRecord.Create();
        using var index = RecordIndex.Open(sample.Folder);
        Assert.Equal([305], index.Find("R0"));
        Assert.Equal([4], index.Find("report:R1"));
        Assert.Empty(index.Find("R0000"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, and longer than the header of one would be, so that it is read as a page and refused")]
    public async Task Open_BrokenFile_IsBuiltAnew(string content)
    {
        using var sample = await EnteredRecord.Create();
        File.WriteAllText(RecordIndex.PathOf(sample.Folder)!, content);
        using var index = RecordIndex.Open(sample.Folder);
        Assert.Equal([4], index.Find("R1"));
    }
}
