using Holdfire.Places;

namespace Holdfire.Tests.Places;

public sealed class BuiltInGazetteerTests
{
    private static readonly Gazetteer Places = new(BuiltInGazetteer.Areas);

    [Theory]
    [InlineData("Belgorod oblast", "RU-BEL")]
    [InlineData("Белгородской области", "RU-BEL")]
    [InlineData("Харківській області", "UA-63")]
    [InlineData("Харьковской области", "UA-63")]
    [InlineData("Crimea (occupied)", "UA-43")]
    [InlineData("Moscow", "RU-MOW")]
    [InlineData("Moscow oblast", "RU-MOS")]
    [InlineData("Moscow region (city and oblast)", "X-MOSCOW-REGION")]
    [InlineData("акваторія", null)]
    [InlineData(" black SEA ", "X-BLACK-SEA")]
    [InlineData("Чёрным морем", "X-BLACK-SEA")]
    public void FindByName_AsStatementsWriteIt_IsThatArea(string name, string? code) =>
        Assert.Equal(code, Places.FindByName(name)?.Code.Value);

    [Fact]
    public void Areas_OfUkraine_AreItsTwentySevenRegions()
    {
        var regions = BuiltInGazetteer.Areas.Where(a => a.Code.Value.StartsWith("UA-", StringComparison.Ordinal)).ToList();
        Assert.Equal(27, regions.Count);
        Assert.All(regions, r => Assert.True(Places.Contains(new AreaCode("UA"), r.Code)));
    }

    [Fact]
    public void Areas_Regions_HaveACentreOnLandOrSeaNearEuropeAndARadius() =>
        Assert.All(
            BuiltInGazetteer.Areas.Where(a => a.Members.IsEmpty),
            a =>
            {
                Assert.InRange(a.Centre!.Value.Latitude, 40, 70);
                Assert.InRange(a.Centre!.Value.Longitude, 22, 60);
                Assert.InRange(a.RadiusKm, 10, 700);
            });

    [Fact]
    public void AreDisjoint_StatesOfTheBuiltInList_ShareNoRegion() =>
        Assert.True(Places.AreDisjoint(new AreaCode("UA"), new AreaCode("RU")));

    [Fact]
    public void Contains_MoscowRegion_HoldsCityAndOblast()
    {
        var region = new AreaCode("X-MOSCOW-REGION");
        Assert.True(Places.Contains(region, new AreaCode("RU-MOW")));
        Assert.True(Places.Contains(region, new AreaCode("RU-MOS")));
        Assert.False(Places.Contains(new AreaCode("RU-MOS"), region));
        Assert.True(Places.Contains(new AreaCode("RU"), region));
    }
}
