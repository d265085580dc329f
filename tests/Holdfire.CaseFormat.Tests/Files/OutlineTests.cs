using CsCheck;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>Borders of areas, and what sources took back.</summary>
public sealed class OutlineTests
{
    private const string Plain = "{code: X-S, name: South}";

    [Theory]
    [InlineData("POLYGON ((8 47, 9 47, 9 48, 8 48, 8 47))", 1)]
    [InlineData("POLYGON ((8 47, 9 47, 9 48, 8 48, 8 47), (8.4 47.4, 8.6 47.4, 8.6 47.6, 8.4 47.4))", 0.98)]
    [InlineData("MULTIPOLYGON (((8 47, 9 47, 9 48, 8 48, 8 47)), ((3 3, 4 3, 4 4, 3 4, 3 3)))", 2)]
    [InlineData("{\\\"type\\\": \\\"Polygon\\\", \\\"coordinates\\\": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}", 1)]
    public void Load_Outline_IsReadFromWktAndGeoJson(string text, double area)
    {
        using var small = SmallCase.With("case.yaml", Plain, $"{{code: X-S, name: South, outline: \"{text}\"}}");
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        Assert.Equal(area, load.Case!.Places.OutlineOf(new("X-S"))!.Area, 9);
        Assert.Null(load.Case.Places.OutlineOf(new("X-ALL")));
    }

    [Theory]
    [InlineData("POLYGON ((8 47, 9 48, 9 47, 8 48, 8 47))", "a valid polygon", "Self-intersection at 8.5 47.5")]
    [InlineData("POLYGON ((8 47, 9 47, 9 48, 8 48))", "rings that end at the point where they begin", "POLYGON")]
    [InlineData("{\\\"type\\\": \\\"Polygon\\\", \\\"coordinates\\\": [[[8, 47], [9, 47], [9, 48], [8, 48]]]}", "rings that end at the point where they begin", "Polygon")]
    [InlineData("POINT (8 47)", "a polygon as WKT or GeoJSON", "a Point")]
    [InlineData("POLYGON EMPTY", "a polygon as WKT or GeoJSON", "an empty Polygon")]
    [InlineData("POLYGON ((8 47, 9 47, 9 148, 8 48, 8 47))", "latitudes from -90 to 90", "9 148")]
    [InlineData("the south", "a polygon as WKT or GeoJSON", "the south")]
    [InlineData("{\\\"type\\\": \\\"Polygon\\\"}", "a polygon as WKT or GeoJSON", "an empty Polygon")]
    public void Load_OutlineThatIsNone_IsNamedWithItsPlace(string text, string expected, string found)
    {
        using var small = SmallCase.With("case.yaml", Plain, $"{{code: X-S, name: South, outline: \"{text}\"}}");
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(("case.yaml", 9, 39), (error.Where, error.Line, error.Column));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MembersBesideAnOutline_AreRefused()
    {
        using var small = SmallCase.With("case.yaml", "members: [X-N, X-S]}", "members: [X-N, X-S], outline: \"POLYGON ((8 47, 9 47, 9 48, 8 47))\"}");
        Assert.Contains("not both", Assert.Single(CaseFolder.Load(small.Folder).Errors).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyText_GivesAnOutlineOrAErrorAndNeverThrows() =>
        Gen.String[Gen.Char["POLYGNMUTI (),.-0123456789eE{}[]\"typecoordinates:\n"], 0, 60].Sample(text =>
        {
            var outline = OutlineText.Read(text, out var error);
            Assert.Equal(outline is null, error.Expected is { Length: > 0 });
        });

    [Theory]
    [InlineData("{report: R1, kind: corrected, by: R3, published: \"2030-01-03T08:00Z\"}", CorrectionKind.Corrected, "R3")]
    [InlineData("{report: R2, kind: withdrawn}", CorrectionKind.Withdrawn, null)]
    public void Load_Correction_IsReadAsWritten(string entry, CorrectionKind kind, string? by)
    {
        using var small = SmallCase.With("case.yaml", "gaps:", $"corrections:\n  - {entry}\ngaps:");
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        var correction = Assert.Single(load.Case!.Corrections);
        Assert.Equal((kind, by), (correction.Kind, correction.By?.Value));
        Assert.Equal(kind == CorrectionKind.Corrected ? 0 : 1, load.Case.AsOf(NodaTime.Instant.FromUtc(2030, 1, 3, 7, 0)).Corrections.Length);
    }

    [Theory]
    [InlineData("{report: R9, kind: withdrawn}", "the id of a known report", "R9")]
    [InlineData("{report: R1, kind: erased}", "corrected withdrawn", "erased")]
    [InlineData("{report: R1, kind: withdrawn, by: R2}", "has none in its place", "R2")]
    [InlineData("{report: R1, kind: corrected, by: R1}", "not, through others, replaced by this one", "R1")]
    [InlineData("{report: R1, kind: withdrawn}\n  - {report: R1, kind: withdrawn}", "each report once", "R1")]
    public void Load_CorrectionThatCannotBe_IsNamed(string entry, string expected, string found)
    {
        using var small = SmallCase.With("case.yaml", "gaps:", $"corrections:\n  - {entry}\ngaps:");
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Equal(found, error.Found);
    }
}
