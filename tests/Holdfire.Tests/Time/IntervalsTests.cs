using CsCheck;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Time;

/// <summary>Set operations against sets of whole hours, from which they cannot differ.</summary>
public sealed class IntervalsTests
{
    private const int Hours = 24;

    // Bounds at -1 and past the last hour stand for infinite ends, so that those are covered too.
    private static readonly Gen<Interval> AnInterval = Gen.Select(Gen.Int[-1, Hours], Gen.Int[1, 8], (from, length) =>
        new Interval(from < 0 ? null : At(from), from + length > Hours ? null : At(from + length)));

    private static readonly Gen<Interval[]> Several = AnInterval.Array[0, 6];

    [Fact]
    public void Union_OfAny_HoldsTheSameHoursInDisjointOrder() => Several.Sample(intervals =>
    {
        var union = Intervals.Union(intervals);
        Assert.Equal(intervals.SelectMany(HoursOf).ToHashSet().Order(), union.SelectMany(HoursOf));
        Assert.All(union.Zip(union.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    });

    [Fact]
    public void Subtract_AnyFromAny_LeavesTheOtherHours() => Gen.Select(AnInterval, Several).Sample((whole, without) =>
        Assert.Equal(
            HoursOf(whole).Except(without.SelectMany(HoursOf)), Intervals.Subtract(whole, without).SelectMany(HoursOf)));

    [Fact]
    public void Intersect_AnyTwo_HoldsTheSharedHours() => Gen.Select(AnInterval, AnInterval).Sample((a, b) =>
    {
        var shared = Intervals.Intersect(a, b);
        Assert.Equal(HoursOf(a).Intersect(HoursOf(b)), shared is { } s ? HoursOf(s) : []);
        Assert.Equal(shared is not null, Intervals.Overlap(a, b));
    });

    [Fact]
    public void HoursWithin_AnyWindow_IsTheNumberOfHoursOfTheUnion() => Several.Sample(intervals =>
        Assert.Equal(
            intervals.SelectMany(HoursOf).Where(h => h is >= 0 and < Hours).Distinct().Count(),
            Intervals.HoursWithin(new Interval(At(0), At(Hours)), intervals)));

    [Fact]
    public void Subtract_EverythingFromEverything_LeavesNothing() =>
        Assert.Empty(Intervals.Subtract(new Interval(null, null), [new Interval(null, null)]));

    [Fact]
    public void Subtract_AGapFromAllTime_LeavesTwoInfiniteParts() =>
        Assert.Equal(
            [new Interval(null, At(3)), new Interval(At(5), null)],
            Intervals.Subtract(new Interval(null, null), [new Interval(At(3), At(5))]));

    [Fact]
    public void Overlap_IntervalsThatMeet_ShareNothing() =>
        Assert.False(Intervals.Overlap(new Interval(At(1), At(2)), new Interval(At(2), At(3))));

    private static Instant At(int hour) => Instant.FromUnixTimeTicks(0) + Duration.FromHours(hour);

    private static IEnumerable<int> HoursOf(Interval interval) =>
        Enumerable.Range(-5, Hours + 20).Where(h =>
            (!interval.HasStart || At(h) >= interval.Start) && (!interval.HasEnd || At(h) < interval.End));
}
