using System.Text;
using CsCheck;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>Input that is nested, chained or long beyond all use: an error that says so, and never the end of the process.</summary>
public sealed class DeepInputTests
{
    private const string Plain = "{code: X-S, name: South}";

    public static TheoryData<string, string> Outlines { get; } = new()
    {
        { string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION(", 30_000)), "brackets in brackets" },
        { new string('(', 200_000), "brackets in brackets" },
        { string.Concat(Enumerable.Repeat("{\\\"type\\\":\\\"GeometryCollection\\\",\\\"geometries\\\":[", 3_000)), "GeometryCollection" },
        { "POLYGON ((8 47, 9 47, 9 48, 8 47)) and more", "and more" },
        { "POLYGON ((8 47, 9 47, 9 48, 8 47)), ((8 47, 9 47, 9 48, 8 47))", ", ((8" },
        { "SRID=3857;POLYGON ((8 47, 9 47, 9 48, 8 47))", "SRID=3857" },
        { "{\\\"type\\\":\\\"Polygon\\\",\\\"crs\\\":{\\\"type\\\":\\\"name\\\",\\\"properties\\\":{\\\"name\\\":\\\"EPSG:3857\\\"}},\\\"coordinates\\\":[[[8,47],[9,47],[9,48],[8,47]]]}", "EPSG:3857" },
        { "POLYGON ((170 -20, -170 -20, -170 -10, 170 -10, 170 -20))", "170 -20 to -170 -20" },
        { "{\\\"type\\\":\\\"Polygon\\\",\\\"coordinates\\\":[[[170,-20],[-170,-20],[-170,-10],[170,-10],[170,-20]]]}", "170 -20 to -170 -20" },
    };

    [Theory]
    [MemberData(nameof(Outlines))]
    public void Load_AnOutlineThatCannotBeMeant_IsOneError(string outline, string found)
    {
        using var small = SmallCase.With("case.yaml", Plain, $"{{code: X-S, name: South, outline: \"{outline}\"}}");
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal("case.yaml", error.Where);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SRID=4326;POLYGON ((8 47, 9 47, 9 48, 8 47))")]
    [InlineData("{\\\"type\\\":\\\"Polygon\\\",\\\"crs\\\":{\\\"type\\\":\\\"name\\\",\\\"properties\\\":{\\\"name\\\":\\\"urn:ogc:def:crs:OGC:1.3:CRS84\\\"}},\\\"coordinates\\\":[[[8,47],[9,47],[9,48],[8,47]]]}")]
    [InlineData("MULTIPOLYGON (((170 -20, 180 -20, 180 -10, 170 -10, 170 -20)), ((-180 -20, -170 -20, -170 -10, -180 -10, -180 -20)))")]
    [InlineData("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")]
    public void Load_AnOutlineOfWgs84_CutAtTheMeridian_IsRead(string outline)
    {
        using var small = SmallCase.With("case.yaml", Plain, $"{{code: X-S, name: South, outline: \"{outline}\"}}");
        Assert.Empty(CaseFolder.Load(small.Folder).Errors);
    }

    [Fact]
    public void Read_PiecesOfOutlines_GivesAPolygonOrAnErrorAndNeverThrows()
    {
        string[] pieces = ["POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "EMPTY", "(", "((", ")", "))", ",", " ", "8 47", "9 47", "9 48", "8 47", "180 1", "-180 1", "NaN", "1e999", "SRID=1;", "Z", "{", "}", "[", "]", "\"type\":\"Polygon\"", "\"coordinates\":", "\"crs\":", "null"];
        Gen.Int[0, pieces.Length - 1].Array[0, 30].Sample(
            at => OutlineText.Read(string.Concat(at.Select(i => pieces[i])), out var error) is not null == (error == default), iter: 2_000);
    }

    [Fact]
    public void Load_AreasWithinAreasWithoutEnd_AreAnError()
    {
        const int Areas = 30_000;
        var places = new StringBuilder();
        for (var i = 0; i < Areas; i++)
        {
            places.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{code: Y{i}, name: N{i}, members: [{(i + 1 < Areas ? $"Y{i + 1}" : "X-N")}]}}\n");
        }

        using var small = SmallCase.With("case.yaml", "gaps:", places + "gaps:");
        var load = CaseFolder.Load(small.Folder);
        Assert.NotEmpty(load.Errors);
        Assert.DoesNotContain(load.Errors, f => f.Expected != "areas within areas, at most 50 deep");
    }

    [Theory]
    [InlineData("go", " & go", 200_000, "at most 10000 characters")]
    [InlineData("go", " & go", 1_900, null)]
    [InlineData("go", " | go", 1_900, null)]
    [InlineData("go", " -> go", 1_000, "at most 64 levels")]
    [InlineData("", "!", 5_000, "at most 64 levels")]
    [InlineData("", "(", 5_000, "at most 64 levels")]
    public void Load_AChainOfOptions_IsReadOrRefused(string first, string next, int times, string? expected)
    {
        using var small = SmallCase.With("talks.yaml", "\"!go -> stop\"", $"\"{first}{string.Concat(Enumerable.Repeat(next, times))}\"");
        var load = CaseFolder.Load(small.Folder);
        Assert.Equal(expected is null, load.Errors.IsEmpty);
        Assert.Contains(expected ?? "", load.Errors.FirstOrDefault()?.Expected ?? "", StringComparison.Ordinal);
        Assert.True(load.Case is null || load.Case.Talks.Models[0].Preferences[1].Statements[0].Formula.IsTrue(uint.MaxValue));
    }
}
