using Holdfire.Model;
using Holdfire.Places;
using static Holdfire.Tests.Assessment.InventedTruce;

namespace Holdfire.Tests.Assessment;

/// <summary>A truce in the north and the middle of a country whose south it leaves free.</summary>
public sealed class PlacesShownTests
{
    private static readonly AreaCode North = new("X-N");
    private static readonly AreaCode Middle = new("X-M");
    private static readonly AreaCode South = new("X-S");

    [Fact]
    public void FreeArea_IsTheControl_AndChangesNothingElse()
    {
        var line = TheLine(CaseOf());
        var without = TheLine(CaseOf() with { Reports = [.. CaseOf().Reports.Where(r => r.Areas[0] != South)] });
        Assert.Equal((without.Verdict, without.Ratio), (line.Verdict, line.Ratio));
        Assert.Null(without.Control);
        Assert.Equal(16, line.Control!.Counted);
        Assert.InRange(line.Control.Size, 0.8, 1.25);
        Assert.Equal(line.ExpectedRatio!.Value / line.Control.Size, line.Control.Against!.Value, 9);
    }

    [Fact]
    public void Areas_AreShownAsTheyAreNamed_DrawnToTheMean()
    {
        var line = TheLine(CaseOf());
        var areas = line.Areas.ToDictionary(a => a.Area);
        Assert.Equal([North, Middle], line.Areas.Select(a => a.Area));
        Assert.Equal((0.0, 8.0), (areas[North].During, areas[Middle].During));
        Assert.Equal(line.Expected!.Value, areas.Values.Sum(a => a.Expected), 9);

        // Between what was counted over what was to be expected there, and the mean of both.
        var mean = 8 / line.Expected!.Value;
        Assert.InRange(areas[North].Size, 1e-9, mean);
        Assert.InRange(areas[Middle].Size, mean, 8 / areas[Middle].Expected);
    }

    private static Case CaseOf()
    {
        var first = Start.PlusDays(-60);
        IEnumerable<Report> In(AreaCode area, Func<int, long> count) =>
            Daily(first, 64, count).Select(r => r with { Id = new ReportId($"{r.Id}-{area}"), Areas = [area] });
        bool Held(int i) => first.PlusDays(i) >= Start;
        var @case = Case(
            [.. In(North, i => Held(i) ? 0 : 5 + (i % 3)), .. In(Middle, i => Held(i) ? 2 : 2), .. In(South, _ => 4)],
            Truce(bound: [A, B]) with { Prohibitions = [new Prohibition("P1", new("attack.air"), null, [North, Middle], [A, B], "No attacks by air")] });
        var center = new GeoPoint(47, 8);
        return @case with
        {
            Places = new Gazetteer(
            [
                new Area(new("X-ALL"), "Everywhere", "", [], center, 100, [North, Middle, South]), new Area(North, "North", "", [], center, 10, []),
                new Area(Middle, "Middle", "", [], center, 10, []), new Area(South, "South", "", [], center, 10, []),
            ]),
            Sources = [.. @case.Sources.Select(s => s with { Rows = SourceRows.DistinctEvents })],
        };
    }
}
