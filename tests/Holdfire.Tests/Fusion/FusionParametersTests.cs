using Holdfire.Fusion;

namespace Holdfire.Tests.Fusion;

public sealed class FusionParametersTests
{
    [Fact]
    public void ASet_WrittenAndRead_IsTheSameText()
    {
        var reports = new[] { Theatre.At("A1", "aa-army", 4.0), Theatre.At("B1", "bb-army", 40.0, 30, actor: "AA") };
        var set = FusionFit.Of(Theatre.Input(reports)).Parameters;
        var text = FusionParametersText.Write(set);
        var (read, error) = FusionParametersText.Read(text);
        Assert.Equal("", error);
        Assert.Equal(text, FusionParametersText.Write(read!));
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("null", "null")]
    [InlineData("{\"version\": \"x\"}", "link_bits")]
    public void Text_ThatIsNoSet_IsNamedWithItsLine(string text, string named)
    {
        var (read, error) = FusionParametersText.Read(text);
        Assert.Null(read);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"link_bits\": 1.8", "\"link_bits\": 99", "link_bits: expected a number from -30 to 30, found 99")]
    [InlineData("\"sources\": {}", "\"sources\": {\"x\": {\"place_error_km\": 0, \"time_error_hours\": 1, \"lag_hours\": 0, \"count_bias\": 0, \"link_bits\": 0}}", "sources.x.place_error_km")]
    [InlineData("\"floor\": 1E-06", "\"floor\": -1", "background.single.floor")]
    public void Numbers_OutsideTheirRange_AreNamed(string part, string wrong, string named)
    {
        var (read, error) = FusionParametersText.Read(FusionParametersText.Write(FusionParameters.Defaults).Replace(part, wrong, StringComparison.Ordinal));
        Assert.Null(read);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OfFewMatches_KeepsTheNumbersGiven()
    {
        var fit = FusionFit.Of(Theatre.Input([Theatre.At("A1", "aa-army", 4.0), Theatre.At("B1", "bb-army", 4.1)]));
        Assert.True(fit.IsKept);
        Assert.Equal(FusionParameters.Defaults.LinkBits, fit.Parameters.LinkBits);
        Assert.Empty(fit.Parameters.Sources);
    }

    [Fact]
    public void Fit_OfManyMatchesOfALateSource_LearnsThatItIsLate()
    {
        var random = new Random(3);
        var reports = Enumerable.Range(0, 600).SelectMany(i =>
        {
            var (hour, x, y) = (i * 9.0, random.NextDouble() * 80, random.NextDouble() * 80);
            return new[] { Theatre.At($"A{i:000}", "aa-army", hour, x, y, count: 5), Theatre.At($"B{i:000}", "bb-army", hour + 0.5, x, y, count: 5) };
        }).ToArray();
        var fit = FusionFit.Of(Theatre.Input(reports));
        Assert.False(fit.IsKept);
        Assert.True(fit.ExpectedMatches > 400, $"expected matches {fit.ExpectedMatches}");
        Assert.True(fit.Parameters.Sources["bb-army"].LagHours - fit.Parameters.Sources["aa-army"].LagHours > 0.3);
    }
}
