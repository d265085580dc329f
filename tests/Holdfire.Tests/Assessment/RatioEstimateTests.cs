using CsCheck;
using Holdfire.Assessment;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Holdfire.Tests.Assessment;

public sealed class RatioEstimateTests
{
    [Fact]
    public void Over_NothingDuring_HasLowZeroAndTheClosedFormHigh()
    {
        var ratio = RatioEstimate.Over(new RateEvidence(260, 260, 26, 0, 0, 4), Varying(1));

        Assert.Equal(0, ratio?.Low);
        Assert.Equal((Math.Pow(0.025, -1.0 / 260) - 1) * 26 / 4, ratio?.High ?? double.NaN, 8);
    }

    [Fact]
    public void Over_NothingBefore_HasNoHighEnd() =>
        Assert.Null(RatioEstimate.Over(new RateEvidence(0, 0, 26, 3, 3, 4), Varying(1))?.High);

    [Fact]
    public void Over_NoDayWatched_IsNull() => Assert.Null(RatioEstimate.Over(new RateEvidence(5, 5, 0, 1, 1, 4), Varying(1)));

    [Fact]
    public void Over_UnboundedBefore_HasLowZero() =>
        Assert.Equal(0, RatioEstimate.Over(new RateEvidence(5, null, 20, 9, 9, 4), Varying(1))?.Low);

    [Fact]
    public void Over_Bounds_HoldTheIntervalsOfBothExtremes()
    {
        var wide = RatioEstimate.Over(new RateEvidence(90, 110, 28, 8, 12, 4), Varying(2));
        var least = RatioEstimate.Over(new RateEvidence(110, 110, 28, 8, 8, 4), Varying(2));
        var most = RatioEstimate.Over(new RateEvidence(90, 90, 28, 12, 12, 4), Varying(2));

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
                Assert.Equal(low / (1 - low), RatioEstimate.Low(during, 1, before, 1, Varying(1)), 6);
                Assert.Equal(1, (RatioEstimate.High(during, 1, before, 1, Varying(1)) ?? double.NaN) / (high / (1 - high)), 6);
            },
            iter: 300);

    // The oracle: the full negative binomial likelihood, its best rate found by a fine grid, not by the closed form.
    [Theory]
    [InlineData(20, 14, 280, 28, 6)]
    [InlineData(40, 4, 280, 28, 4)]
    [InlineData(300, 14, 280, 28, 12)]
    public void LowAndHigh_DaysThatVaryMore_AreWhereTheGridLikelihoodIsRejected(int during, int days, int before, int beforeDays, double varying)
    {
        var size = before / (double)beforeDays / (varying - 1);
        var limit = Math.Pow(StudentT.InvCDF(0, 1, 13.5, 0.975), 2);
        double Best(double ratio) => Enumerable.Range(1, 40_000).Max(i =>
        {
            var rate = i * 0.001;
            return LogNegativeBinomial(during, days * size, days * rate * ratio)
                + LogNegativeBinomial(before, beforeDays * size, beforeDays * rate);
        });
        var top = Enumerable.Range(0, 400).Max(i => Best(0.01 + (i * 0.01)));
        top = Math.Max(top, Best(1e-9));

        foreach (var end in new[]
        {
            RatioEstimate.Low(during, days, before, beforeDays, Varying(varying)),
            RatioEstimate.High(during, days, before, beforeDays, Varying(varying)) ?? double.NaN,
        })
        {
            if (end > 0)
            {
                Assert.Equal(limit, 2 * (top - Best(end)), 0.05);
            }
        }
    }

    // With nothing counted, the ratio r at which the days during would all be empty one time in forty: (1 + r m / s) ^ (-d s) = 0.025.
    [Fact]
    public void High_NothingDuringThatVariesMore_IsTheClosedFormOfAllDaysEmpty()
    {
        var size = 10 / 5.0;
        var expected = (Math.Pow(0.025, -1 / (14 * size)) - 1) * size / 10;
        Assert.Equal(expected, RatioEstimate.High(0, 14, 280, 28, Varying(6)) ?? double.NaN, 8);
    }

    [Fact]
    public void High_NothingDuringThatVariesMore_IsFiniteAndAboveThatOfIndependentEvents()
    {
        var wild = RatioEstimate.High(0, 14, 280, 28, Varying(6)) ?? double.NaN;
        Assert.InRange(wild, RatioEstimate.High(0, 14, 280, 28, Varying(1)) ?? double.NaN, 1);
    }

    // A size in the hundred thousands leaves few digits of the likelihood.
    [Fact]
    public void LowAndHigh_DaysThatVaryHardlyMore_AreFoundAndHoldTheBestRatio() =>
        Gen.Select(Gen.Int[1, 4000], Gen.Int[1, 4000], Gen.Int[1, 28], Gen.Double[1.0001, 1.01]).Sample(
            (during, before, days, varying) =>
            {
                var best = (double)during / days / (before / 28.0);
                Assert.InRange(RatioEstimate.Low(during, days, before, 28, Varying(varying)), 0, best);
                Assert.InRange(RatioEstimate.High(during, days, before, 28, Varying(varying)) ?? double.MaxValue, best, double.MaxValue);
            },
            iter: 2000);

    private static DispersionEstimate Varying(double index) => new(index, 0, index, 28);

    private static double LogNegativeBinomial(int count, double size, double mean) =>
        SpecialFunctions.GammaLn(count + size) - SpecialFunctions.GammaLn(size) - SpecialFunctions.GammaLn(count + 1)
        + (size * Math.Log(size / (size + mean))) + (count == 0 ? 0 : count * Math.Log(mean / (size + mean)));

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
