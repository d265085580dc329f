using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Model;

/// <summary>What is kept in less space than its type comes back as it was put in.</summary>
public sealed class PackedTests
{
    private static readonly Interval Day = new(Instant.FromUtc(2030, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 2, 0, 0));

    [Theory]
    [InlineData(0, null)]
    [InlineData(0, 0L)]
    [InlineData(3, long.MaxValue)]
    public void CountRange_KeepsItsEnds(long min, long? max) =>
        Assert.Equal((min, max), (new CountRange(min, max).Min, new CountRange(min, max).Max));

    [Fact]
    public void CountRange_OfNothing_HasNoLimit() => Assert.Null(default(CountRange).Max);

    [Fact]
    public void TimeWindow_KeepsItsCertainPart_AndIsEqualByWhatItHolds()
    {
        var part = new Interval(Day.Start, Day.Start + Duration.FromHours(6));
        foreach (var core in (Interval?[])[null, Day, part])
        {
            var window = new TimeWindow(Day, core, TimePrecision.Day, "UTC");
            Assert.Equal((Day, core), (window.Extent, window.Core));
            Assert.Equal(new TimeWindow(Day, core, TimePrecision.Day, "UTC"), window);
        }

        Assert.NotEqual(new TimeWindow(Day, part, TimePrecision.Day, "UTC"), new TimeWindow(Day, Day, TimePrecision.Day, "UTC"));
    }

    [Fact]
    public void Report_KeepsWhatMayBeMissing()
    {
        var bare = new Report
        {
            Id = new ReportId("r"), Source = new SourceId("s"), Act = new ActCode("attack"), Measure = Measure.Launched,
            Count = CountRange.Some, Window = TimeWindow.Exact(Day),
        };
        Assert.Equal((null, null, null, null), (bare.AllegedActor, bare.PartOf, bare.Statement, bare.Published));

        var full = bare with
        {
            AllegedActor = new PartyId("p"), PartOf = new ReportId("w"), Statement = new StatementId("t"), Published = default(Instant),
        };
        Assert.Equal(
            (new PartyId("p"), new ReportId("w"), new StatementId("t"), default(Instant)),
            (full.AllegedActor!.Value, full.PartOf!.Value, full.Statement!.Value, full.Published!.Value));
        Assert.Equal(bare, full with { AllegedActor = null, PartOf = null, Statement = null, Published = null });
    }
}
