using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class VerdictTableTests
{
    [Theory]
    [InlineData(28, 0, 0, 0.19, 0, 0, Verdict.Held)]
    [InlineData(28, 1, 0, 0.19, 0.1, 0.1, Verdict.LargelyHeld)]
    [InlineData(28, 0, 0, 0.3, 0, 0, Verdict.LargelyHeld)]
    [InlineData(28, 5, 0.2, 0.7, 0.4, 0.5, Verdict.Reduced)]
    [InlineData(28, 5, 0.01, 0.99, 0.15, 0.15, Verdict.LargelyHeld)]
    [InlineData(28, 5, 0.6, 0.95, 0.85, 0.85, Verdict.NoClearChange)]
    [InlineData(28, 5, 0.2, 0.9, 0.5, 0.9, Verdict.CannotSay)]
    [InlineData(28, 5, 0.55, 1.9, 1, 1, Verdict.NoClearChange)]
    [InlineData(28, 5, 0.45, 1.5, 0.9, 0.9, Verdict.CannotSay)]
    [InlineData(28, 5, 0.2, 1.0, 0.4, 0.4, Verdict.CannotSay)]
    [InlineData(28, 50, 1.1, 1.5, 1.3, 1.3, Verdict.Worse)]
    [InlineData(28, 50, 1.1, 2.5, 1.2, 1.2, Verdict.CannotSay)]
    [InlineData(13, 0, 0, 0.1, 0, 0, Verdict.CannotSay)]
    public void Decide_Interval_FollowsTheTable(
        double units, double most, double low, double high, double size, double plain, Verdict expected) =>
        Assert.Equal(expected, Decide(new VerdictTable(), units, most, new RatioInterval(low, high), size, plain));

    [Fact]
    public void Decide_NoClearChange_NeverOfAnIntervalBeyondHalfAndTwice()
    {
        for (var low = 0.0; low < 1; low += 0.05)
        {
            for (var high = 1.05; high < 4; high += 0.05)
            {
                var verdict = Decide(new VerdictTable(), 56, 9, new RatioInterval(low, high), 1, 1);
                Assert.Equal(low >= 0.5 && high <= 2, verdict == Verdict.NoClearChange);
            }
        }
    }

    [Fact]
    public void Decide_RatesAloneLeaveRoomForAChange_CannotSay() => Assert.Equal(
        Verdict.CannotSay, new VerdictTable().Decide(28, 9, new RatioInterval(0.6, 1.6), 1, 1, new RatioInterval(0.4, 1.2)));

    [Fact]
    public void Decide_OtherLimits_AreFollowed() =>
        Assert.Equal(Verdict.Reduced, Decide(new VerdictTable(LargelyHeldBelow: 0.05), 28, 3, new RatioInterval(0, 0.3), 0.1, 0.1));

    [Fact]
    public void Decide_UnboundedDuring_CannotSay() =>
        Assert.Equal(Verdict.CannotSay, Decide(new VerdictTable(), 28, null, new RatioInterval(0, null), 0.5, 0.5));

    private static Verdict Decide(VerdictTable table, double units, double? most, RatioInterval ratio, double size, double plain) =>
        table.Decide(units, most, ratio, size, plain, new RatioInterval(0.6, 1.4));
}
