using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class VerdictTableTests
{
    [Theory]
    [InlineData(28, 0, 0, 0.19, 0.7, Verdict.Held)]
    [InlineData(28, 1, 0, 0.19, 0.7, Verdict.LargelyHeld)]
    [InlineData(28, 0, 0, 0.3, 0.7, Verdict.LargelyHeld)]
    [InlineData(28, 5, 0.2, 0.5, 0.7, Verdict.Reduced)]
    [InlineData(28, 5, 0.2, 1.0, 0.7, Verdict.NoClearChange)]
    [InlineData(28, 5, 0.2, 1.5, 0.4, Verdict.CannotSay)]
    [InlineData(28, 50, 1.1, 1.5, 0.4, Verdict.Worse)]
    [InlineData(13.9, 0, 0, 0.1, 0.7, Verdict.CannotSay)]
    public void Decide_Interval_FollowsTheTable(
        double days, double most, double low, double high, double detectable, Verdict expected) =>
        Assert.Equal(expected, new VerdictTable().Decide(days, most, new RatioInterval(low, high), detectable));

    [Fact]
    public void Decide_OtherLimits_AreFollowed() =>
        Assert.Equal(
            Verdict.Reduced, new VerdictTable(LargelyHeldBelow: 0.1).Decide(28, 3, new RatioInterval(0, 0.3), 0.7));

    [Fact]
    public void Decide_UnboundedDuring_CannotSay() =>
        Assert.Equal(Verdict.CannotSay, new VerdictTable().Decide(28, null, new RatioInterval(0, null), null));
}
