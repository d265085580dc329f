using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class CountriesTests
{
    private const string Zone = "zone: Europe/Zurich\n";

    [Fact]
    public void Load_CountryNamed_KnowsItsNamesAndNoOthers()
    {
        using var made = SmallCase.With("case.yaml", Zone, Zone + "countries: [LB, yemen, ye]\n");
        var error = Assert.Single(CaseFolder.Load(made.Folder).Errors);
        Assert.Equal((4, "yemen"), (error.Line, error.Found));

        using var good = SmallCase.With("case.yaml", Zone, Zone + "countries: [LB, ye]\n");
        var places = Read(good).Places;
        Assert.Equal("LB-NA", places.FindByName("El Nabatieh")?.Code.Value);
        Assert.Equal("YE-TA", places.FindByName("Ta'iz")?.Code.Value);
        Assert.Null(places.FindByName("Kharkiv oblast"));
        Assert.DoesNotContain(places.Nearest("Kharkiv oblas"), n => n.Contains("Kharkiv", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_CodeOfAnotherCountryUsed_BringsTheCountryIn()
    {
        using var made = SmallCase.With("reports/2030-01.csv", "X-N;South", "SD-DN");
        var places = Read(made).Places;
        Assert.Equal("SD-KH", places.FindByName("Khartoum")?.Code.Value);
        Assert.True(places.Contains(new AreaCode("SD"), new AreaCode("SD-DN")));
        Assert.Equal("UA-63", places.FindByName("Kharkiv oblast")?.Code.Value);
    }

    [Fact]
    public void Load_MemberOfAnotherCountry_BringsItsNamesInAndKeepsTheOwn()
    {
        // The case's own "South" keeps its name; Lebanon's South is called by its code too.
        using var made = SmallCase.With("case.yaml", "members: [X-N, X-S]", "members: [X-N, LB-JA]");
        var places = Read(made).Places;
        Assert.Equal("X-S", places.FindByName("South")?.Code.Value);
        Assert.Equal("LB-JA", places.FindByName("South Lebanon")?.Code.Value);
        Assert.True(places.Contains(new AreaCode("X-ALL"), new AreaCode("LB-JA")));
    }

    [Fact]
    public void Load_NameOfACountryNotNamed_IsAErrorThatSaysWhichCountry()
    {
        using var made = SmallCase.With("reports/2030-01.csv", "X-N;South", "El Nabatieh");
        var error = Assert.Single(CaseFolder.Load(made.Folder).Errors);
        Assert.Contains("countries: [LB]", error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kiev Special Republican city", "UA-30")]
    [InlineData("Donetska oblast", "UA-14")]
    public void Load_NoCountryNamed_KnowsTheBuiltInAreasAsDataSetsWriteThem(string name, string code)
    {
        using var made = SmallCase.With("reports/2030-01.csv", "X-N;South", name);
        Assert.Equal(code, Assert.Single(Read(made).Reports[0].Areas).Value);
    }

    [Fact]
    public void Load_OwnPlaceCalledAsADataSetCallsABuiltInArea_KeepsTheName()
    {
        using var made = SmallCase.With("case.yaml", "aliases: [the north]", "aliases: [the north, Donetska oblast]");
        Assert.Equal("X-N", Read(made).Places.FindByName("Donetska oblast")?.Code.Value);
    }

    private static Case Read(SmallCase made)
    {
        var load = CaseFolder.Load(made.Folder);
        Assert.Empty(load.Errors);
        return load.Case!;
    }
}
