using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class DispersionEstimateTests
{
    [Fact]
    public void Of_EqualDays_IsThatOfIndependentEvents()
    {
        var estimate = DispersionEstimate.Of([.. Enumerable.Repeat(10.0, 26)]);

        Assert.Equal((1, 0, 1), (estimate?.Index, estimate?.Correlation, estimate?.Carried(14)));
    }

    [Fact]
    public void Of_AlternatingDays_HasTheIndexByHandAndTheLeastCorrelation()
    {
        // Mean 10, ten squares of 100: 1000 / 9 / 10. Every neighbour is opposite.
        var estimate = DispersionEstimate.Of([0, 20, 0, 20, 0, 20, 0, 20, 0, 20]);

        Assert.Equal(1000.0 / 90, estimate?.Index ?? 0, 9);
        Assert.Equal(-1.0 / 3, estimate?.Correlation ?? 0, 9);
        Assert.True(estimate?.Upper > estimate?.Index);
    }

    // The oracle: the whole matrix of covariances of the days, summed.
    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(0.3, 14)]
    [InlineData(-0.25, 3)]
    [InlineData(0.9, 28)]
    public void Carried_OfSoManyDays_IsTheVarianceOfTheirSum(double correlation, int days)
    {
        var sum = Enumerable.Range(0, days).Sum(i => Enumerable.Range(0, days).Sum(j => Math.Pow(correlation, Math.Abs(i - j))));

        Assert.Equal(Math.Max(1, 5 * sum / days), new DispersionEstimate(4, correlation, 5, 28).Carried(days - 0.5), 9);
    }

    [Fact]
    public void Of_Waves_CarriesTheCorrelation()
    {
        // Squares 1000, products of neighbours 700: 0.7 + (1 + 2.1) / 10, clamped to 0.9.
        var estimate = DispersionEstimate.Of([0, 0, 0, 0, 0, 20, 20, 20, 20, 20]);

        Assert.Equal(0.9, estimate?.Correlation ?? 0, 9);
    }

    [Fact]
    public void Of_DaysOfTheTruce_CountAboutTheirOwnMean()
    {
        // Squares 1000 about 10 and 40 about 2. At rate k: 1000 / (10 + 100 k) + 40 / (2 + 4 k) = 9 + 9, to be halved by trial.
        double[] before = [0, 20, 0, 20, 0, 20, 0, 20, 0, 20];
        double[] during = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4];
        var (low, high) = (0.0, 100.0);
        for (var i = 0; i < 200; i++)
        {
            var k = (low + high) / 2;
            (low, high) = (1000 / (10 + (100 * k))) + (40 / (2 + (4 * k))) > 18 ? (k, high) : (low, k);
        }

        var estimate = DispersionEstimate.Of(before, during);

        Assert.Equal(1 + (10 * low), estimate?.Index ?? 0, 9);
        Assert.Equal(19, estimate?.Days);
    }

    [Fact]
    public void Of_AnotherRateWithoutSpread_IsNoSpread()
    {
        var estimate = DispersionEstimate.Of([.. Enumerable.Repeat(10.0, 28)], [.. Enumerable.Repeat(1.0, 14)]);

        Assert.Equal((1, 1, 0, 41), (estimate?.Index, estimate?.Upper, estimate?.Correlation, estimate?.Days));
    }

    [Fact]
    public void Of_TruceWithOneDayOrNothingCounted_IsThatOfTheDaysBefore()
    {
        double[] before = [0, 20, 0, 20, 0, 20, 0, 20, 0, 20];

        Assert.Equal(DispersionEstimate.Of(before), DispersionEstimate.Of(before, [7]));
        Assert.Equal(DispersionEstimate.Of(before), DispersionEstimate.Of(before, [0, 0, 0, 0]));
    }

    [Fact]
    public void Of_NoCount_IsNull() => Assert.Null(DispersionEstimate.Of([0, 0, 0, 0]));
}
