using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class DetectableChangeTests
{
    private static readonly DispersionEstimate Independent = new(1, 0, 1, 28);

    [Fact]
    public void Ratio_ManyEvents_IsNearerToOneThanFewEvents() =>
        Assert.True(DetectableChange.Ratio(2800, 28, 14, Independent) > DetectableChange.Ratio(280, 28, 14, Independent));

    [Fact]
    public void Ratio_OneEventExpected_IsNull() => Assert.Null(DetectableChange.Ratio(28, 28, 1, Independent));

    [Fact]
    public void Ratio_NothingWatched_IsNull() => Assert.Null(DetectableChange.Ratio(280, 28, 0, Independent));

    [Fact]
    public void Ratio_Found_IsShownInEightOfTenDraws()
    {
        var ratio = DetectableChange.Ratio(280, 28, 14, Independent) ?? double.NaN;
        var mean = ratio * 140;

        // The Poisson distribution summed term by term over the counts whose interval is wholly below 1.
        var (power, term) = (0.0, Math.Exp(-mean));
        for (var count = 0; count < 140; count++)
        {
            power += RatioEstimate.High(count, 14, 280, 28, Independent) < 1 ? term : 0;
            term *= mean / (count + 1);
        }

        Assert.Equal(0.8, power, 3);
    }
}
