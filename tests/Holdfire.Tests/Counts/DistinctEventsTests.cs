using CsCheck;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Views;

namespace Holdfire.Tests.Counts;

/// <summary>Rows that are distinct events by their source's own coding.</summary>
public sealed class DistinctEventsTests
{
    [Fact]
    public void Count_EightRowsOfOneDayAndPlace_AreEight()
    {
        Report[] rows = [.. Enumerable.Range(0, 8).Select(i => Day($"r{i}"))];
        Assert.Equal((8, 8L), Bounds(Distinct(rows)));
        Assert.Equal((1, 8L), Bounds(CaseBuilder.Of(rows)));
        Assert.Empty(Row(Distinct(rows), 0, 24).Overlap);
        Assert.Equal(8, Row(CaseBuilder.Of(rows), 0, 24).Overlap.Length);
    }

    [Fact]
    public void Count_RowRecordedInAnother_IsCountedOnce()
    {
        // Two rows of the day, one of which also stands in the sum of the week: 2 + 5, not 2 + 5 + 1.
        Report[] rows = [Day("a"), Day("b"), Day("c", includedIn: "sum"), CaseBuilder.Claim("sum", 0, 24, CountRange.Exactly(5), CaseBuilder.North)];
        Assert.Equal((7, 7L), Bounds(Distinct(rows)));
    }

    [Fact]
    public void Count_TwoSourcesOfASide_AreNotAdded()
    {
        Report[] rows = [Day("a"), Day("b"), Day("n", CaseBuilder.Navy)];
        var row = Row(Distinct(rows), 0, 24);
        Assert.Equal((2, 3L), (row.Min, row.Max));
        Assert.Equal(3, row.Overlap.Length);
    }

    [Fact]
    public void Count_ManyRowsOfOneDay_AreAllAdded() =>
        Assert.Equal((5_000, 5_000L), Bounds(Distinct([.. Enumerable.Range(0, 5_000).Select(i => Day($"r{i:0000}"))])));

    [Fact]
    public void Count_OfDistinctRows_IsTheSumOfThoseInside() => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 20], Gen.Long[0, 9]).Array[0, 30].Sample(drawn =>
    {
        Report[] rows = [.. drawn.Select((d, i) => CaseBuilder.Claim($"r{i:00}", d.Item1, d.Item1 + d.Item2, CountRange.Exactly(d.Item3), CaseBuilder.North))];
        var row = Row(Distinct(rows), 10, 30);
        Assert.Equal(drawn.Where(d => d.Item1 >= 10 && d.Item1 + d.Item2 <= 30).Sum(d => d.Item3), row.Min);
        Assert.Equal(drawn.Where(d => d.Item1 < 30 && d.Item1 + d.Item2 > 10).Sum(d => d.Item3), row.Max);
    });

    private static Report Day(string id, SourceId? source = null, params string[] includedIn) =>
        CaseBuilder.Claim(id, 0, 24, CountRange.Exactly(1), CaseBuilder.North, source: source, includedIn: includedIn);

    private static Case Distinct(IEnumerable<Report> reports)
    {
        var @case = CaseBuilder.Of(reports);
        return @case with { Sources = [.. @case.Sources.Select(s => s with { Rows = SourceRows.DistinctEvents })] };
    }

    private static (long Min, long? Max) Bounds(Case @case) => (Row(@case, 0, 24).Min, Row(@case, 0, 24).Max);

    private static CountRow Row(Case @case, double from, double to) => Counter.Count(
        CaseView.Of(@case, null), new CountQuery(CaseBuilder.Side, null, null, new("attack"), Measure.Launched, [CaseBuilder.Hours(from, to)])).Single();
}
