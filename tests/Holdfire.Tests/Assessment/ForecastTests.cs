using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class ForecastTests
{
    private static readonly LevelParameters Plain = new(0.9, 4, 1e6);

    [Fact]
    public void Level_SeenAndNext_ByHand()
    {
        // Gamma(4, 4/10) has mean 10. A count of 15 in a whole unit: Gamma(19, 1.4); a unit on: 0.9 of it and 0.1 of the usual.
        var level = Level.Unseen(Plain, 10).Seen(15, 1, double.PositiveInfinity);
        Assert.Equal((19, 1.4), (level.Shape, level.Rate));
        var next = level.Next(Plain, 10, 10);
        Assert.Equal((17.5, 1.3), (Math.Round(next.Shape, 12), Math.Round(next.Rate, 12)));

        // Of the rate 0.4 comes from the long mean at first, then 0.9 of that and 0.1 of 0.4: 0.4 of 1.3, so the mean of 17.5/1.3 grows by 0.4/1.3 of itself.
        Assert.Equal(17.5 / 1.3 * 0.4 / 1.3, next.Leaning, 9);
    }

    [Fact]
    public void Sum_OfOneUnit_HasTheVarianceOfTheLevelAndOfTheUnit()
    {
        // Mean 10, variance 4/0.4² = 25; a unit's own spread of size 5 adds (25 + 100)/5 = 25: size 100/50.
        var (mean, size, leaning) = new LevelWay(Plain with { Size = 5 }, 1, Trend.None(10), [(1, 1)]).Sum(new Level(4, 0.4, 0.1), 0, [1.0]);
        Assert.Equal((10, 2, 2.5), (Math.Round(mean, 12), Math.Round(size, 12), Math.Round(leaning, 12)));
    }

    [Fact]
    public void Interval_OfAKnownLevel_IsThatOfAPoissonCount()
    {
        var forecast = new Forecast([(1, 40, 1e5)]);
        Assert.Equal(-Math.Log(0.025) / 40, forecast.High(0, 0.025)!.Value, 4);
        Assert.Equal(0, forecast.Low(0, 0.025));
        Assert.Null(forecast.High(double.PositiveInfinity, 0.025));

        // Exact Poisson limits of a count of 10: 4.795 and 18.39 (Garwood 1936).
        Assert.Equal(4.795 / 40, forecast.Low(10, 0.025), 3);
        Assert.Equal(18.39 / 40, forecast.High(10, 0.025)!.Value, 3);
    }

    // One unit of mean 10 that strays by 1/4 and counts by 1/10 of its mean squared: a gamma share of shape 1/0.35, whose median is about (1 − 0.35/9)³ of its mean.
    [Fact]
    public void LongMean_OfAShortPast_MayBeManyTimesAsGreat_AndHardlyManyTimesLess()
    {
        var one = LevelWay.Of(Plain, Trend.None(10), [new UnitPoint(0, 10, 1)]).Means;
        Assert.Equal(1, one.Sum(m => m.Chance), 9);
        Assert.Equal(1 / Math.Pow(1 - (0.35 / 9), 3), one[2].Times, 2);
        Assert.True(one[^1].Times > 1 / one[0].Times);
        var year = LevelWay.Of(Plain, Trend.None(10), [.. Enumerable.Range(0, 365).Select(t => new UnitPoint(t, 10, 1))]).Means;
        Assert.InRange(year[^1].Times, 1, 1 + ((one[^1].Times - 1) / 4));
    }

    // The one of a level that only the last units tell of does not lean on the long mean; that of one about which nothing was seen does wholly.
    [Fact]
    public void Forecast_HoldsTheErrorOfTheMean_AndExpectsAsIfItWereKnown()
    {
        UnitPoint[] past = [.. Enumerable.Range(0, 30).Select(t => new UnitPoint(t, 20 + (t * 7 % 11) - 5, 1))];
        var fit = LevelFit.Of(past, 1);
        double[] month = [.. Enumerable.Repeat(1.0, 28)];
        var (known, real) = (Forecast.Of(fit, past, 30, month, trend: false, meanIsKnown: true), Forecast.Of(fit, past, 30, month, trend: false));
        Assert.Equal(known.Mean, real.Mean, 9);
        Assert.True(real.High(300, 0.025) > known.High(300, 0.025) && real.Low(900, 0.025) < known.Low(900, 0.025));
    }

    [Fact]
    public void Placebos_WithoutAWindow_HaveTheTailOfAModelThatWasNotTried()
    {
        var placebos = Placebos.Of(new LevelFit(1, 1, [], []), [], 7, 0.5);
        Assert.Null(placebos.Share);
        Assert.InRange(placebos.HighTail, 0.01, 0.025);
        Assert.Equal(1, placebos.Chance(0.5), 6);
    }

    // 0.02 a day over 100 days, to 10 on the last: the usual level a unit later is 10·e^(0.02·0.95), two later 10·e^(0.02·(0.95 + 0.9025)).
    [Fact]
    public void Trend_GoesOnEverMoreSlowly_AndIsFlatBeforeThePast()
    {
        var past = Enumerable.Range(0, 101).Select(t => new UnitPoint(t, 10 * Math.Exp(0.02 * (t - 100)), 1)).ToArray();
        var trend = Trend.Of(past, 0.02, 1);
        var sum = past.Sum(p => p.Count);
        Assert.Equal((sum + 0.5) / ((sum / 10) + 1), trend.Level, 9);
        Assert.Equal(trend.Level * Math.Exp(0.02 * 0.95), trend.At(101), 9);
        Assert.Equal(trend.Level * Math.Exp(0.02 * (0.95 + 0.9025)), trend.At(102), 9);
        Assert.Equal(trend.At(0), trend.At(-400), 9);
    }

    [Theory]
    [InlineData(-0.02)]
    [InlineData(0.02)]
    public void Fit_SeesATrendThatIsThere_AndForetellsByIt(double growth)
    {
        var past = Enumerable.Range(0, 84).Select(t => new UnitPoint(t, Math.Round(20 * Math.Exp(growth * (t - 42))) + (t * 7 % 5) - 2, 1)).ToArray();
        var fit = LevelFit.Of(past, 1);
        double[] month = [.. Enumerable.Repeat(1.0, 28)];
        var (flat, trend) = (Forecast.Of(fit, past, 84, month, trend: false), Forecast.Of(fit, past, 84, month, trend: true));
        Assert.True(fit.HasTrend);
        Assert.True(growth < 0 ? trend.Mean < 0.95 * flat.Mean : trend.Mean > 1.05 * flat.Mean, $"{trend.Mean} of {flat.Mean}");
    }

    [Fact]
    public void Fit_OfALevelThatStays_HasNoTrend() =>
        Assert.False(LevelFit.Of(Enumerable.Range(0, 84).Select(t => new UnitPoint(t, 20 + (t * 7 % 11) - 5, 1)).ToArray(), 1).HasTrend);
}
