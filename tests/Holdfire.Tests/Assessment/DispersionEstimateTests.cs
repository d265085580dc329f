using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class DispersionEstimateTests
{
    [Fact]
    public void Of_EqualDays_IsThatOfIndependentEvents()
    {
        var estimate = DispersionEstimate.Of([.. Enumerable.Repeat(10.0, 26)]);

        Assert.Equal((1, 0, 1), (estimate?.Index, estimate?.Correlation, estimate?.Carried));
    }

    [Fact]
    public void Of_AlternatingDays_HasTheIndexByHandAndNoCorrelation()
    {
        // Mean 10, ten squares of 100: 1000 / 9 / 10.
        var estimate = DispersionEstimate.Of([0, 20, 0, 20, 0, 20, 0, 20, 0, 20]);

        Assert.Equal(1000.0 / 90, estimate?.Index ?? 0, 9);
        Assert.Equal(0, estimate?.Correlation);
        Assert.True(estimate?.Carried > estimate?.Index);
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
