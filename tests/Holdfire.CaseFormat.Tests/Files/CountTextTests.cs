using CsCheck;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class CountTextTests
{
    [Theory]
    [InlineData("12", 12L, 12L)]
    [InlineData("10..15", 10L, 15L)]
    [InlineData("12..", 12L, null)]
    [InlineData(">=12", 12L, null)]
    [InlineData(">12", 13L, null)]
    [InlineData("<=12", 0L, 12L)]
    [InlineData("~40", 35L, 45L)]
    [InlineData("~1500", 1450L, 1550L)]
    [InlineData("~524", 524L, 524L)]
    [InlineData("some", 1L, null)]
    [InlineData("0", 0L, 0L)]
    public void TryParse_EachForm_GivesItsBounds(string text, long min, long? max)
    {
        Assert.True(CountText.TryParse(text, out var count));
        Assert.Equal(new CountRange(min, max), count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("15..10")]
    [InlineData("..10")]
    [InlineData("~0")]
    [InlineData("<12")]
    [InlineData("1,000")]
    [InlineData("a few")]
    [InlineData("9999999999999")]
    public void TryParse_NoForm_IsRefused(string text) => Assert.False(CountText.TryParse(text, out _));

    [Fact]
    public void Format_AnyCount_IsReadBackToTheSame() =>
        Gen.Select(Gen.Long[0, 999_999], Gen.Long[0, 999_999], Gen.Bool).Sample((least, more, open) =>
        {
            var count = new CountRange(least, open ? null : least + more);
            return CountText.TryParse(CountText.Format(count), out var back) && back == count;
        });
}
