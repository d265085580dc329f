using Holdfire.Places;

namespace Holdfire.Tests.Places;

public sealed class WorldTests
{
    [Fact]
    public void Countries_AllOfTheStandardAndKosovo_AreThere()
    {
        Assert.Equal(250, World.Countries.Count());
        Assert.Equal(250, World.Countries.Select(c => c.Alpha3).Distinct().Count());
    }

    [Fact]
    public void Outlines_OfEveryCountry_CanBeReadAndHaveGround() =>
        Assert.All(World.Countries, country => Assert.All(RegionOutlines.Of(country.Code), o => Assert.False(o.Outline.IsEmpty)));

    [Fact]
    public void AreasOf_EveryCountry_ResolvesItsOwnCodeAndNameAndBuildsAGazetteer() =>
        Assert.All(World.Countries, country =>
        {
            var areas = World.AreasOf(country.Code);
            var places = new Gazetteer(areas);
            Assert.Equal(country.Code, areas[0].Code.Value);
            Assert.Equal(country.Code, places.FindByName(country.Code)!.Code.Value);
            Assert.Equal(country.Code, places.FindByName(country.Name)!.Code.Value);
            Assert.Equal(country.Code, places.FindByName(country.Alpha3)!.Code.Value);
            Assert.All(areas.Where(a => a.Code.Value.StartsWith(country.Code + "-", StringComparison.Ordinal)), a => Assert.True(places.Contains(areas[0].Code, a.Code)));
        });

    // The numbers of first-level areas are those of ISO 3166-2; Sudan has 18 states, the Philippines 17 regions.
    [Theory]
    [InlineData("LB", 8)]
    [InlineData("YE", 22)]
    [InlineData("CO", 33)]
    [InlineData("SD", 18)]
    [InlineData("MM", 15)]
    [InlineData("PH", 17)]
    [InlineData("SY", 14)]
    [InlineData("UA", 27)]
    public void AreasOf_ACountry_HoldsItsFirstLevelAreas(string country, int areas) =>
        Assert.Equal(areas, World.AreasOf(country)[0].Members.Length);

    // As ACLED's admin1, UCDP's adm_1 and OCHA's boundaries write them.
    [Theory]
    [InlineData("LB", "El Nabatieh", "LB-NA")]
    [InlineData("LB", "Nabatiye governorate", "LB-NA")]
    [InlineData("LB", "Baalbek-El Hermel", "LB-BH")]
    [InlineData("LB", "South", "LB-JA")]
    [InlineData("LB", "Bekaa", "LB-BI")]
    [InlineData("YE", "Ta'iz", "YE-TA")]
    [InlineData("YE", "Taizz", "YE-TA")]
    [InlineData("YE", "Al Hodeidah", "YE-HU")]
    [InlineData("YE", "Amanat al Asimah", "YE-SA")]
    [InlineData("YE", "Sanaa governorate", "YE-SN")]
    [InlineData("YE", "Al Dhale'e", "YE-DA")]
    [InlineData("CO", "Bogota, D.C.", "CO-DC")]
    [InlineData("CO", "Norte de Santander", "CO-NSA")]
    [InlineData("CO", "Narino", "CO-NAR")]
    [InlineData("CO", "Cauca department", "CO-CAU")]
    [InlineData("SD", "Al Jazirah", "SD-GZ")]
    [InlineData("SD", "Southern Kordofan state", "SD-KS")]
    [InlineData("SD", "North Darfur", "SD-DN")]
    [InlineData("SD", "West Kordofan", "SD-GK")]
    [InlineData("MM", "Shan-North", "X-MM-SHAN-NORTH")]
    [InlineData("MM", "Rakhine state", "MM-16")]
    [InlineData("MM", "Bago-East", "X-MM-BAGO-EAST")]
    [InlineData("PH", "Bangsamoro Autonomous Region in Muslim Mindanao", "PH-14")]
    [InlineData("PH", "National Capital Region", "PH-00")]
    [InlineData("PH", "Lanao del Sur", "PH-LAS")]
    [InlineData("UA", "Kiev Special Republican city", "UA-30")]
    [InlineData("UA", "Kyiv City", "UA-30")]
    [InlineData("UA", "Donetsk oblast", "UA-14")]
    [InlineData("UA", "Donetska oblast", "UA-14")]
    [InlineData("UA", "Odessa oblast", "UA-51")]
    [InlineData("UA", "Kyiv", "UA-30")]
    [InlineData("UA", "Kyivska oblast", "UA-32")]
    [InlineData("SY", "Deir-ez-Zor", "SY-DY")]
    [InlineData("ET", "Tigray", "ET-TI")]
    [InlineData("CD", "Nord-Kivu", "CD-NK")]
    public void FindByName_AsTheDataOfTheFieldWriteIt_IsThatArea(string country, string name, string code) =>
        Assert.Equal(code, new Gazetteer(World.AreasOf(country)).FindByName(name)?.Code.Value);

    [Theory]
    [InlineData("PH-14", "PH-BAS")]
    [InlineData("PH-14", "PH-LAS")]
    [InlineData("PH-12", "PH-SCO")]
    [InlineData("MM-17", "X-MM-SHAN-EAST")]
    public void Contains_ARegionOfRegions_HoldsThem(string outer, string inner)
    {
        var places = new Gazetteer(World.AreasOf(outer[..2]));
        Assert.True(places.Contains(new AreaCode(outer), new AreaCode(inner)));
        Assert.False(places.Contains(new AreaCode(inner), new AreaCode(outer)));
    }

    [Fact]
    public void AreasOf_TwoCountriesWithANameInCommon_CallsEachByItsCodeToo()
    {
        // Lebanon and Sudan share no name; Sudan and Uganda both have an area called Northern.
        var places = new Gazetteer(World.AreasOf(["SD", "UG"]));
        Assert.Null(places.FindByName("Northern"));
        Assert.Equal("SD-NO", places.FindByName("Northern (SD-NO)")!.Code.Value);
        Assert.Equal("SD-NO", places.FindByName("SD-NO")!.Code.Value);
    }

    [Fact]
    public void AreasOf_UkraineByName_IsTheBuiltInUkraine()
    {
        var world = World.AreasOf("UA").ToDictionary(a => a.Code);
        Assert.All(BuiltInGazetteer.Areas.Where(a => a.Code.Value.StartsWith("UA", StringComparison.Ordinal)), a =>
        {
            Assert.Equal((a.Name, a.LocalName, a.Centre, a.RadiusKm), (world[a.Code].Name, world[a.Code].LocalName, world[a.Code].Centre, world[a.Code].RadiusKm));
            Assert.Equal(a.Members, world[a.Code].Members);
            Assert.Empty(a.Aliases.Except(world[a.Code].Aliases));
        });
    }

    // Where the capitals lie, from an atlas: to a tenth of a degree.
    [Theory]
    [InlineData("LB", "Beirut", 33.9, 35.5, "LB-BA")]
    [InlineData("YE", "Sana'a", 15.4, 44.2, "YE-SA")]
    [InlineData("CO", "Bogotá", 4.6, -74.1, "CO-DC")]
    [InlineData("SD", "Khartoum", 15.6, 32.5, "SD-KH")]
    [InlineData("MM", "Nay Pyi Taw", 19.7, 96.1, "MM-18")]
    [InlineData("PH", "Manila", 14.6, 121.0, "PH-00")]
    public void TownsCalled_ACapital_LiesWhereTheAtlasHasIt(string country, string name, double lat, double lon, string area)
    {
        var (_, town) = PlaceFinder.TownsCalled(name, country)[0];
        Assert.Equal("PPLC", town.Kind);
        Assert.InRange(town.At.Latitude, lat - 0.15, lat + 0.15);
        Assert.InRange(town.At.Longitude, lon - 0.15, lon + 0.15);
        Assert.Equal(area, town.Area?.Value);
    }

    [Theory]
    [InlineData(33.27, 35.20, "LB-JA")]
    [InlineData(13.58, 44.02, "YE-TA")]
    [InlineData(6.25, -75.57, "CO-ANT")]
    [InlineData(13.63, 25.35, "SD-DN")]
    [InlineData(16.85, 96.17, "MM-06")]
    [InlineData(49.99, 36.23, "UA-63")]
    [InlineData(0, -30, null)]
    public void RegionAt_APointWellInside_IsThatRegion(double lat, double lon, string? region) =>
        Assert.Equal(region, PlaceFinder.RegionAt(new GeoPoint(lat, lon), null)?.Value);

    [Fact]
    public void TownsNear_APointByTyre_IsTyre()
    {
        var (country, town, km) = PlaceFinder.TownsNear(new GeoPoint(33.27, 35.20), null)[0];
        Assert.Equal(("LB", "Tyre"), (country, town.Name));
        Assert.InRange(km, 0, 1);
    }

    [Fact]
    public void RegionsOfEveryCountry_WithACentre_HaveItInTheCountrysCircle() =>
        Assert.All(World.Countries.Where(c => c.Circle is not null), country => Assert.All(
            World.AreasOf(country.Code).Where(a => a.Centre is not null && a.Code.Value.StartsWith(country.Code, StringComparison.Ordinal)),
            a => Assert.True(new Gazetteer([a]).MayTouch(country.Circle!.Value, a.Code))));
}
