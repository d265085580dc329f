using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class ForecastTests
{
    private static readonly LevelParameters Plain = new(0.9, 4, 1e6);

    [Fact]
    public void Level_SeenAndNext_ByHand()
    {
        // Gamma(4, 4/10) has mean 10. A count of 15 in a whole unit: Gamma(19, 1.4); a unit on: 0.9 of it and 0.1 of the usual.
        var level = Level.Usual(Plain, 10).Seen(15, 1, double.PositiveInfinity);
        Assert.Equal((19, 1.4), (level.Shape, level.Rate));
        var next = level.Next(Plain, 10);
        Assert.Equal((17.5, 1.3), (Math.Round(next.Shape, 12), Math.Round(next.Rate, 12)));
    }

    [Fact]
    public void Sum_OfOneUnit_HasTheVarianceOfTheLevelAndOfTheUnit()
    {
        // Mean 10, variance 4/0.4² = 25; a unit's own spread of size 5 adds (25 + 100)/5 = 25: size 100/50.
        var (mean, size) = Forecast.Sum(new Level(4, 0.4), Plain with { Size = 5 }, 10, [1.0]);
        Assert.Equal((10, 2), (Math.Round(mean, 12), Math.Round(size, 12)));
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

    [Fact]
    public void Placebos_WithoutAWindow_WidenByTheDoubtAlone()
    {
        var placebos = Placebos.Of(new LevelFit(1, [(Plain, 1)]), [], 7, 0.5);
        Assert.Null(placebos.Share);
        Assert.InRange(placebos.HighTail, 0.01, 0.025);
        Assert.Equal(1, placebos.Chance(0.5), 6);
    }
}
