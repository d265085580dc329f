using Holdfire.Places;

namespace Holdfire.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer BuiltIn = new(BuiltInGazetteer.Areas);

    [Theory]
    [InlineData("Belgorad oblast", "Belgorod oblast")]
    [InlineData("Харкивська область", "Харківська область")]
    [InlineData("UA-6З", "UA-63")]
    [InlineData("Khrkiv", "Kharkiv oblast")]
    public void Nearest_MisspeltName_HoldsTheRightOne(string name, string expected)
    {
        Assert.Null(BuiltIn.FindByName(name));
        Assert.Contains(expected, BuiltIn.Nearest(name));
        Assert.Equal(3, BuiltIn.Nearest(name).Count);
    }

    [Fact]
    public void New_AreasThatHoldEachOther_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new Gazetteer([Made("X-A", "X-B"), Made("X-B", "X-C"), Made("X-C", "X-A")]));

    [Fact]
    public void New_AreaThatHoldsItself_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Gazetteer([Made("X-A", "X-A")]));

    [Fact]
    public void New_UnknownMember_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Gazetteer([Made("X-A", "X-B")]));

    [Fact]
    public void New_TwoAreasOfOneName_AreRefusedWhateverTheCase() =>
        Assert.Throws<ArgumentException>(() => new Gazetteer(
            [Made("X-A") with { Name = "North" }, Made("X-B") with { Aliases = ["the coast", "NORTH"] }]));

    [Fact]
    public void New_SameCodeTwice_TakesTheLater()
    {
        var places = new Gazetteer([Made("X-A") with { Name = "Old" }, Made("X-A") with { Name = "New" }]);
        Assert.Equal("New", places.Find(new AreaCode("X-A"))!.Name);
        Assert.Null(places.FindByName("Old"));
    }

    [Fact]
    public void Contains_AreasMadeOfAreas_LooksThroughThem()
    {
        var places = new Gazetteer(
            [Made("X-TOP", "X-MID", "X-C"), Made("X-MID", "X-A", "X-B"), Made("X-A"), Made("X-B"), Made("X-C"), Made("X-D", "X-B", "X-C")]);
        Assert.True(places.Contains(new AreaCode("X-TOP"), new AreaCode("X-A")));
        Assert.True(places.Contains(new AreaCode("X-TOP"), new AreaCode("X-D")));
        Assert.False(places.Contains(new AreaCode("X-MID"), new AreaCode("X-D")));
        Assert.False(places.AreDisjoint(new AreaCode("X-MID"), new AreaCode("X-D")));
        Assert.True(places.AreDisjoint(new AreaCode("X-MID"), new AreaCode("X-C")));
        Assert.False(places.AreDisjoint(new AreaCode("X-A"), new AreaCode("X-A")));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("Орёл", "Орел", 1)]
    public void EditDistance_Between_CountsEdits(string a, string b, int edits)
    {
        Assert.Equal(edits, EditDistance.Between(a, b));
        Assert.Equal(edits, EditDistance.Between(b, a));
    }

    private static Area Made(string code, params string[] members) =>
        new(new AreaCode(code), code, "", [], null, 0, [.. members.Select(m => new AreaCode(m))]);
}
