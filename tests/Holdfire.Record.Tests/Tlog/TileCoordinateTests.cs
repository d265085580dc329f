using CsCheck;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Tlog;

public sealed class TileCoordinateTests
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 273, 112, "tile/0/273.p/112")]
    [InlineData(1, 1_234_067, 256, "tile/1/x001/x234/067")]
    [InlineData(15, 1_000, 8, "tile/15/x001/000.p/8")]
    [InlineData(TileCoordinate.Entries, 999_999, 1, "tile/entries/x999/999.p/1")]
    public void Path_IsThatOfTheSpecification(int level, long index, int width, string path)
    {
        Assert.Equal(path, new TileCoordinate(level, index, width).Path);
        Assert.Equal(new TileCoordinate(level, index, width), TileCoordinate.Parse(path).Value);
    }

    [Theory]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/002")]
    [InlineData("tile/0/x001/x002")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/data/000")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    public void Path_InAnyOtherForm_IsRefused(string path) => Assert.False(TileCoordinate.Parse(path).Ok);

    // C2SP tlog-tiles, "Merkle Tree": the tree of 70,000 entries, and that of 256.
    [Fact]
    public void TilesOfATree_AreThoseOfTheSpecification()
    {
        Assert.Equal(274, TileCoordinate.OfLevel(0, 70_000).Count());
        Assert.Equal(new TileCoordinate(0, 273, 112), TileCoordinate.OfLevel(0, 70_000).Last());
        Assert.Equal([new(1, 0, 256), new TileCoordinate(1, 1, 17)], TileCoordinate.OfLevel(1, 70_000));
        Assert.Equal([new TileCoordinate(2, 0, 1)], TileCoordinate.OfLevel(2, 70_000));
        Assert.Equal(2, TileCoordinate.HighestOf(70_000));
        Assert.Equal([new TileCoordinate(1, 0, 1)], TileCoordinate.OfLevel(1, 256));
        Assert.Equal(-1, TileCoordinate.HighestOf(0));
    }

    [Fact]
    public void Path_OfAnyTile_RoundTrips() =>
        Gen.Select(Gen.Int[-1, 63], Gen.Long[0, long.MaxValue >> 8], Gen.Int[1, 256]).Sample((level, index, width) =>
            TileCoordinate.Parse(new TileCoordinate(level, index, width).Path).Value == new TileCoordinate(level, index, width));
}
