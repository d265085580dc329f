using Holdfire.Places;
using NetTopologySuite.IO;

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

    [Fact]
    public void AreDisjoint_AreasWithOutlines_IsAsTheirGroundLies()
    {
        var places = new Gazetteer([
            Drawn("X-WEST", 8, 9), Drawn("X-EAST", 9, 10), Drawn("X-ZONE", 8.8, 9.2), Drawn("X-INNER", 8.9, 9.1), Made("X-BOTH", "X-WEST", "X-EAST"),
            Made("X-NEAR") with { Centre = new GeoPoint(47.5, 8.9), RadiusKm = 5 }, Made("X-FAR") with { Centre = new GeoPoint(47.5, 20), RadiusKm = 5 },
            Made("XA-1") with { Centre = new GeoPoint(47.5, 8.5), RadiusKm = 90 }, Drawn("XA-2", 8, 8.1), Made("X-UNDRAWN"),
        ]);

        // A border alone is no ground; a drawn zone is, across regions and in what they make up.
        Assert.True(Disjoint("X-WEST", "X-EAST"));
        Assert.False(Disjoint("X-ZONE", "X-EAST"));
        Assert.False(Disjoint("X-BOTH", "X-ZONE"));
        Assert.True(places.Contains(new("X-ZONE"), new("X-INNER")));
        Assert.True(places.Contains(new("X-BOTH"), new("X-ZONE")));
        Assert.False(places.Contains(new("X-WEST"), new("X-ZONE")));

        // Without an outline the circle tells; regions of a standard are apart whatever their circles.
        Assert.False(Disjoint("X-ZONE", "X-NEAR"));
        Assert.True(Disjoint("X-ZONE", "X-FAR"));
        Assert.False(Disjoint("X-ZONE", "XA-1"));
        Assert.True(Disjoint("XA-2", "XA-1"));
        Assert.True(Disjoint("X-ZONE", "X-UNDRAWN"));

        bool Disjoint(string a, string b)
        {
            var (one, two) = (places.AreDisjoint(new(a), new(b)), places.AreDisjoint(new(b), new(a)));
            Assert.Equal(one, two);
            return one;
        }
    }

    [Fact]
    public void MayHold_OfAnOutline_IsByAreasAndByThePoint()
    {
        var places = new Gazetteer([Drawn("X-WEST", 8, 9), Drawn("X-EAST", 9, 10), Drawn("X-ZONE", 8.8, 9.2), Made("X-CIRCLE") with { Centre = new GeoPoint(47.5, 8.5), RadiusKm = 10 }]);
        var zone = new AreaFilter(places, new("X-ZONE"));
        Assert.True(zone.MayHold([new("X-WEST")], null, []));
        Assert.True(zone.MayHold([], At(9), []));
        Assert.True(zone.MayHold([], At(9.25, 10), []));
        Assert.False(zone.MayHold([new("X-WEST")], At(8.5), []));
        Assert.False(zone.MayHold([], At(9.5), []));
        Assert.True(zone.MayHold([], null, [new("X-WEST")]));
        Assert.True(zone.MayHold([], null, []));
        var circle = new AreaFilter(places, new("X-CIRCLE"));
        Assert.True(circle.MayHold([], At(8.55), []));
        Assert.False(circle.MayHold([], At(9.5), []));
        Assert.False(circle.MayHold([new("X-EAST")], At(8.5), []));

        static GeoCircle At(double longitude, double km = 1) => new(new GeoPoint(47.5, longitude), km);
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

    // From 47 to 48 degrees north between two meridians.
    private static Area Drawn(string code, double west, double east) => Made(code) with
    {
        Outline = new WKTReader().Read(FormattableString.Invariant($"POLYGON (({west} 47, {east} 47, {east} 48, {west} 48, {west} 47))")),
    };

    private static Area Made(string code, params string[] members) =>
        new(new AreaCode(code), code, "", [], null, 0, [.. members.Select(m => new AreaCode(m))]);
}
