using Holdfire.Places;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>Villages in districts, points that are probably wrong, and sums that cannot be.</summary>
public sealed class VillageTests
{
    private static readonly AreaCode Village = new("X-V"), Hamlet = new("X-H"), North = new("X-N"), South = new("X-S"), All = new("X-ALL");

    [Fact]
    public void Load_AVillageWithinADistrict_BelongsToItUpwards()
    {
        using var small = new SmallCase(Files());
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        var places = load.Case!.Places;
        Assert.All([North, All], outer => Assert.True(places.Contains(outer, Village)));
        Assert.True(places.Contains(North, Hamlet)); // within the village, which is within the North
        Assert.True(places.Contains(Village, Hamlet));
        Assert.False(places.Contains(South, Village));
        Assert.False(places.Contains(Village, North));
        Assert.False(places.AreDisjoint(North, Village));
        Assert.False(places.AreDisjoint(Village, North));
        Assert.True(places.AreDisjoint(Village, South));
        Assert.True(places.AreDisjoint(South, Village));
    }

    // A report at the centre of the village that names the district alone is found; one 20 km off in the same district is not.
    [Theory]
    [InlineData(47.2, 8.3, "X-N", true)]
    [InlineData(47.38, 8.3, "X-N", false)]
    [InlineData(47.2, 8.3, "", true)]
    public void AreaFilter_OfADeclaredPlaceWithARadius_GoesByItsCircle(double lat, double lon, string area, bool found)
    {
        using var small = new SmallCase(Files());
        var filter = new AreaFilter(CaseFolder.Load(small.Folder).Case!.Places, Village);
        Assert.Equal(found, filter.MayHold(area.Length == 0 ? [] : [new AreaCode(area)], new GeoCircle(new GeoPoint(lat, lon), 1), []));
        Assert.True(filter.MayHold([North], null, []));
        Assert.False(filter.MayHold([South], null, []));
    }

    [Theory]
    [InlineData("within: X-N}", "within: X-Q}", "the code of a known area", "X-Q")]
    [InlineData("within: X-N}", "within: X-H}", "does not lie in this one", "X-V")]
    public void Load_AVillageWithinWhatCannotHoldIt_IsAError(string old, string changed, string expected, string found)
    {
        var files = Files();
        files["case.yaml"] = files["case.yaml"].Replace(old, changed, StringComparison.Ordinal);
        using var small = new SmallCase(files);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f =>
            f.Expected.Contains(expected, StringComparison.Ordinal) && f.Found == found);
    }

    [Fact]
    public void Warnings_OfPoints_SayHowFarAndWhetherTheyAreChangedRound()
    {
        var files = Files();
        files["reports/points.csv"] = """
            id,source,precision,zone,act,measure,count,areas,lat,lon,radius_km
            W1,aa-army,unknown,UTC,attack,occurred,1,X-N,47.1,8.2,1
            W2,aa-army,unknown,UTC,attack,occurred,1,X-N,8.2,47.1,1
            W3,aa-army,unknown,UTC,attack,occurred,1,X-N,0,0,1
            W4,aa-army,unknown,UTC,attack,occurred,1,X-N,48.1,8.2,1
            W5,aa-army,unknown,UTC,attack,occurred,1,,48.1,8.2,1
            W6,aa-army,unknown,UTC,attack,occurred,1,X-S,48.1,8.2,1
            """;
        using var small = new SmallCase(files);
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        var warnings = CaseWarnings.Of(load.Case!).ToDictionary(w => w.Report, w => w.Text);
        Assert.Equal(["W2", "W3", "W4"], warnings.Keys.Order(StringComparer.Ordinal)); // the South has no circle to be outside of
        Assert.Contains("changed round it is inside", warnings["W2"], StringComparison.Ordinal);
        Assert.Contains("0, 0", warnings["W3"], StringComparison.Ordinal);
        Assert.Contains("is 80 km outside X-N", warnings["W4"], StringComparison.Ordinal); // 111.2 km less 30 and 1
    }

    [Fact]
    public void Warnings_OfClockTimesThatComeTwice_NameThem()
    {
        var files = Files();
        files["reports/clocks.csv"] = """
            id,source,from,to,precision,zone,act,measure,count,areas
            C1,aa-army,2030-10-27T03:30,2030-10-27T03:30,minute,Europe/Kyiv,attack,occurred,1,X-N
            C2,aa-army,2030-10-27T03:30,2030-10-27T03:30,minute,UTC+03:00,attack,occurred,1,X-N
            C3,aa-army,2030-10-27T02:30,2030-10-27T04:30,minute,Europe/Kyiv,attack,occurred,1,X-N
            C4,aa-army,2030-10-27T03:30,,open_end,Europe/Kyiv,attack,occurred,1,X-N
            C5,aa-army,2030-10-27T03:30,,about,Europe/Kyiv,attack,occurred,1,X-N
            C6,aa-army,2030-10-26,2030-10-27T03:30,within,Europe/Kyiv,attack,occurred,1,X-N
            C7,aa-army,2030-10-27,2030-10-27,day,Europe/Kyiv,attack,occurred,1,X-N
            """;
        using var small = new SmallCase(files);
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        var warnings = CaseWarnings.Of(load.Case!);
        Assert.Equal(["C1", "C4", "C5", "C6"], warnings.Select(w => w.Report).Order(StringComparer.Ordinal));
        Assert.All(warnings, w => Assert.Contains("comes twice in Europe/Kyiv", w.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P1,aa-army,unknown,UTC,attack.air.uav,destroyed,25,X-N,L1,", "at most 20, as many as L1 says were launched", "25 destroyed")]
    [InlineData("P1,aa-army,unknown,UTC,attack.air.uav,launched,5,X-N,L1,\nP2,aa-army,unknown,UTC,attack.air.uav,launched,6,X-N,L1,", "said to be disjoint", "X-N")]
    [InlineData("P1,aa-army,unknown,UTC,attack.air.uav,launched,5,X-N;North,,", "each area once", "X-N;North")]
    [InlineData("P1,aa-army,unknown,UTC,attack.air.uav,destroyed,20,X-N,L1,", "", "")]
    public void Load_SumsThatCannotBe_AreErrors(string rows, string expected, string found)
    {
        var files = Files();
        files["reports/sums.csv"] = $"id,source,precision,zone,act,measure,count,areas,part_of,parts\nL1,aa-army,unknown,UTC,attack.air.uav,launched,20,,,disjoint\n{rows}\n";
        using var small = new SmallCase(files);
        var errors = CaseFolder.Load(small.Folder).Errors;
        Assert.Equal(expected.Length == 0 ? 0 : 1, errors.Length);
        Assert.All(errors, f => Assert.True(f.Expected.Contains(expected, StringComparison.Ordinal) && f.Found == found && f.Line > 1, f.ToString()));
    }

    private static Dictionary<string, string> Files() => new(SmallCase.Good, StringComparer.Ordinal)
    {
        ["case.yaml"] = SmallCase.Good["case.yaml"].Replace(
            "gaps:", "  - {code: X-V, name: Village, lat: 47.2, lon: 8.3, radius_km: 3, within: X-N}\n  - {code: X-H, name: Hamlet, within: X-V}\ngaps:", StringComparison.Ordinal),
    };
}
