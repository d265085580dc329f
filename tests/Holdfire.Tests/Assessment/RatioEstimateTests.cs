using CsCheck;
using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class RatioEstimateTests
{
    [Fact]
    public void Over_NothingDuring_HasLowZeroAndTheClosedFormHigh()
    {
        var ratio = RatioEstimate.Over(new RateEvidence(260, 260, 26, 0, 0, 4), 1);

        Assert.Equal(0, ratio?.Low);
        Assert.Equal((Math.Pow(0.025, -1.0 / 260) - 1) * 26 / 4, ratio?.High ?? double.NaN, 8);
    }

    [Fact]
    public void Over_NothingBefore_HasNoHighEnd() =>
        Assert.Null(RatioEstimate.Over(new RateEvidence(0, 0, 26, 3, 3, 4), 1)?.High);

    [Fact]
    public void Over_NoDayWatched_IsNull() => Assert.Null(RatioEstimate.Over(new RateEvidence(5, 5, 0, 1, 1, 4), 1));

    [Fact]
    public void Over_UnboundedBefore_HasLowZero() =>
        Assert.Equal(0, RatioEstimate.Over(new RateEvidence(5, null, 20, 9, 9, 4), 1)?.Low);

    [Fact]
    public void Over_Bounds_HoldTheIntervalsOfBothExtremes()
    {
        var wide = RatioEstimate.Over(new RateEvidence(90, 110, 28, 8, 12, 4), 2);
        var least = RatioEstimate.Over(new RateEvidence(110, 110, 28, 8, 8, 4), 2);
        var most = RatioEstimate.Over(new RateEvidence(90, 90, 28, 12, 12, 4), 2);

        Assert.Equal(least?.Low, wide?.Low);
        Assert.Equal(most?.High, wide?.High);
    }

    [Fact]
    public void LowAndHigh_WholeCounts_AgreeWithBisectionOfTheBinomialTail() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 120]).Sample(
            (during, before) =>
            {
                var low = during == 0 ? 0 : Bisect(p => UpperTail(during, during + before, p) - 0.025);
                var high = Bisect(p => 0.025 - (1 - UpperTail(during + 1, during + before, p)));
                Assert.Equal(low / (1 - low), RatioEstimate.Low(during, before), 6);
                Assert.Equal(1, (RatioEstimate.High(during, before) ?? double.NaN) / (high / (1 - high)), 6);
            },
            iter: 300);

    private static double Bisect(Func<double, double> rising)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // P(X >= k) for n trials, term by term in logarithms.
    private static double UpperTail(int k, int n, double p)
    {
        var (sum, logChoose) = (0.0, 0.0);
        for (var i = 0; i <= n; i++)
        {
            if (i > 0)
            {
                logChoose += Math.Log(n - i + 1) - Math.Log(i);
            }

            if (i >= k)
            {
                sum += Math.Exp(logChoose + (i == 0 ? 0 : i * Math.Log(p)) + (i == n ? 0 : (n - i) * Math.Log(1 - p)));
            }
        }

        return sum;
    }
}
