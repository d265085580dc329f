using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Model;

/// <summary>Where a truce stands at an instant: hours of 1 January 2030, worked out by hand.</summary>
public sealed class TruceStatesTests
{
    private static readonly PartyId North = new("NN"), South = new("SS");

    [Theory]
    [InlineData(0, TruceState.NotBegun)]
    [InlineData(2, TruceState.InForce)]
    [InlineData(9, TruceState.InForce)]
    [InlineData(10, TruceState.Ended)]
    public void TruceOfOneTime_HoldsFromItsStartToBeforeItsEnd(int hour, TruceState expected) => Assert.Equal(expected, Truce(Time(North, 2, 10)).At(At(hour)));

    [Theory]
    [InlineData(1, TruceState.NotBegun)]
    [InlineData(4, TruceState.Unknown)]
    [InlineData(6, TruceState.InForce)]
    [InlineData(11, TruceState.InForce)]
    [InlineData(13, TruceState.Unknown)]
    [InlineData(15, TruceState.Ended)]
    public void EndsKnownToADayAlone_AreUnknownBetweenTheFirstAndTheLastPossible(int hour, TruceState expected) => Assert.Equal(
        expected, Truce(Time(North, 2, 15) with { LatestStart = At(6), EarliestEnd = At(12), Precision = TimePrecision.Within }).At(At(hour)));

    [Fact]
    public void TruceWithoutAnEnd_GoesOn_AndOneThatEndedAtATimeNobodyGivesIsNotKnown()
    {
        Assert.Equal(TruceState.InForce, Truce(Time(North, 2, null)).At(At(900)));
        Assert.Equal(TruceState.Unknown, Truce(Time(North, 2, null) with { EndUnknown = true }).At(At(900)));
        Assert.Equal(TruceState.NotBegun, Truce(Time(North, 2, null) with { EndUnknown = true }).At(At(1)));
    }

    [Fact]
    public void TwoTimes_OneExtension_AndTwoParties()
    {
        var apart = Truce(Time(North, 2, 4), Time(North, 8, 10), Time(South, 2, 10));
        Assert.Equal(TruceState.Between, apart.At(North, At(6)));
        Assert.Equal(TruceState.InForce, apart.At(At(6)));
        Assert.Equal(TruceState.InForce, Truce(Time(North, 2, 4), Time(North, 4, 8)).At(At(4)));
        Assert.Equal(TruceState.NeverInForce, Truce().At(At(6)));
        Assert.Equal(TruceState.NeverInForce, Truce(Time(South, 2, 4)).At(North, At(3)));
    }

    private static Instant At(int hour) => Instant.FromUtc(2030, 1, 1, 0, 0) + Duration.FromHours(hour);

    private static InForce Time(PartyId party, int from, int? to) =>
        new(party, new Interval(At(from), to is { } end ? At(end) : null), TimePrecision.Minute, "UTC", "the text", false);

    private static Truce Truce(params InForce[] times) => new()
    {
        Id = new("T1"), Name = "A truce", Announced = TimeWindow.Exact(new Interval(At(0), At(1))), Intended = new Interval(At(2), At(10)), Zone = "UTC",
        Declarations = [], InForce = [.. times], Prohibitions = [], Exceptions = [], Obligations = [],
    };
}
