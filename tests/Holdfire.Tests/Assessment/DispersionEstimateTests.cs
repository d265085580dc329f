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
    public void Of_NoCount_IsNull() => Assert.Null(DispersionEstimate.Of([0, 0, 0, 0]));
}
