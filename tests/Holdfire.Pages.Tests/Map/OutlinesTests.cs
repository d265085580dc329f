using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Holdfire.Pages.Map;
using Holdfire.Places;

namespace Holdfire.Pages.Tests.Map;

/// <summary>The outlines as they were built in; skipped where the build left them out.</summary>
public sealed partial class OutlinesTests
{
    public OutlinesTests() => Assert.SkipWhen(Outlines.ByArea.Count == 0, "the build left the outlines out");

    [Fact]
    public void ByArea_HasTheRegionsOfUkraine_AllAndNoOthers()
    {
        var members = BuiltInGazetteer.Areas.Single(a => a.Code.Value == "UA").Members;
        Assert.Equal(27, members.Length);
        Assert.Equal(members.Order(), Outlines.ByArea.Keys.Where(c => c.Value.StartsWith("UA-", StringComparison.Ordinal)).Order());
        Assert.Equal(Outlines.ByArea.ToDictionary(o => o.Key, o => o.Value.Path), Outlines.Paths);
    }

    [Fact]
    public void LabelsAndPaths_LieInTheViewBox()
    {
        var (width, height) = Box();
        Assert.All(Outlines.ByArea.Values, o =>
        {
            Assert.InRange(o.LabelX, 0, width);
            Assert.InRange(o.LabelY, 0, height);
            Assert.All(PointsOf(o), p => Assert.True(p.X >= 0 && p.X <= width && p.Y >= 0 && p.Y <= height));
        });
    }

    // The gazetteer's centres were set by hand, so that a name mapped to a wrong code shows.
    [Fact]
    public void Outline_HoldsTheCentreOfItsRegion_AndItsLabel()
    {
        var regions = BuiltInGazetteer.Areas.Where(a => a.Centre is not null && Outlines.ByArea.ContainsKey(a.Code)).ToList();
        Assert.InRange(regions.Count, 27, Outlines.ByArea.Count);
        Assert.All(regions, area =>
        {
            var outline = Outlines.ByArea[area.Code];
            var points = PointsOf(outline);
            var (x, y) = Outlines.Project(area.Centre!.Value)!.Value;
            foreach (var (atX, atY) in new[] { (x, y), (outline.LabelX, outline.LabelY) })
            {
                Assert.InRange(atX, points.Min(p => p.X), points.Max(p => p.X));
                Assert.InRange(atY, points.Min(p => p.Y), points.Max(p => p.Y));
            }
        });
    }

    [Fact]
    public void ProjectToEdge_AnyPoint_StaysInTheViewBox_AndIsProjectWithinIt()
    {
        var (width, height) = Box();
        var anywhere = Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]);
        var around = Gen.Select(Gen.Double[41, 64], Gen.Double[20, 64]);
        Gen.OneOf(anywhere, around).Select((lat, lon) => new GeoPoint(lat, lon)).Sample(point =>
        {
            var (x, y) = Outlines.ProjectToEdge(point);
            Assert.InRange(x, 0, width);
            Assert.InRange(y, 0, height);
            if (Outlines.Project(point) is { } within)
            {
                Assert.Equal(within, (x, y));
            }
            else
            {
                Assert.True(x == 0 || y == 0 || x == width || y == height);
            }
        });
    }

    [Fact]
    public void Project_CornersOfTheMap_AreTheCornersOfTheViewBox()
    {
        var (width, height) = Box();
        Assert.Equal((0, 0), Outlines.Project(new GeoPoint(62, 22)));
        var (x, y) = Outlines.Project(new GeoPoint(43.0001, 61.9999))!.Value;
        Assert.InRange(x, width - 1, width);
        Assert.InRange(y, height - 1, height);
        Assert.Null(Outlines.Project(new GeoPoint(42.9, 30)));
        Assert.Null(Outlines.Project(new GeoPoint(50, 62.1)));
    }

    private static (double Width, double Height) Box()
    {
        var parts = Outlines.ViewBox.Split(' ').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal([0.0, 0.0], parts[..2]);
        Assert.True(parts[2] > 0 && parts[3] > 0);
        return (parts[2], parts[3]);
    }

    /// <summary>The corners of a path of straight lines in absolute units.</summary>
    private static List<(double X, double Y)> PointsOf(Outline outline)
    {
        Assert.Matches("^[MLZ0-9., -]+$", outline.Path);
        var numbers = Numbers().Matches(outline.Path).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(numbers.Count >= 6 && numbers.Count % 2 == 0);
        return [.. numbers.Chunk(2).Select(p => (p[0], p[1]))];
    }

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Numbers();
}
