using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

/// <summary>How often a regular source is silent by chance.</summary>
public sealed class SilenceTests
{
    // The drone nights of Ukraine's air force before the three days of May 2025: 58 nights from the one to 1 March to that to 27 April 2025, less the two of the
    // Easter truce, are 56, of which two were silent (31 March and 6 April). All three nights of the truce's hours were silent:
    // 2.5 · 3.5 · 4.5 / (57 · 58 · 59) = 39.375 / 195,054 = 0.000202, 2 times in 10,000. With the share taken as known it would be (2.5/57)³ = 0.00008.
    [Fact]
    public void ThreeNightsOfThree_AfterTwoOf56_ByHand() =>
        Assert.Equal(39.375 / 195_054, Silence.ChanceOf(3, 3, 56, 2), 12);

    // One night: 2.5/50 = 5 %.
    [Fact]
    public void OneNight_AfterTwoOf49_ByHand() => Assert.Equal(0.05, Silence.ChanceOf(1, 1, 49, 2), 12);

    // Two of three or more, of Beta(½, 1½) after one night that was not silent: 3·E p²(1−p) + E p³, with E p² = ½·1½/(2·3) = 0.125 and
    // E p³ = 0.125·2½/4 = 0.078125: 3·(0.125 − 0.078125) + 0.078125 = 0.21875.
    [Fact]
    public void TwoOfThree_ByHand() => Assert.Equal(0.21875, Silence.ChanceOf(3, 2, 1, 0), 12);

    [Fact]
    public void AnyNumberOrMore_IsCertain() => Assert.Equal(1, Silence.ChanceOf(5, 0, 40, 3), 12);
}
