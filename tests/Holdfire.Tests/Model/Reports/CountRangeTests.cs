using CsCheck;
using Holdfire.Model;

namespace Holdfire.Tests.Model;

public sealed class CountRangeTests
{
    private static readonly Gen<CountRange> Any = Gen.Select(
        Gen.Long[0, 1000], Gen.Long[0, 1000].Nullable(), (min, more) => new CountRange(min, min + more));

    [Fact]
    public void New_NegativeMinimum_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRange(-1, 3));

    [Fact]
    public void New_MinimumAboveMaximum_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRange(4, 3));

    [Fact]
    public void Add_OneUnbounded_IsUnbounded() =>
        Assert.Equal(CountRange.AtLeast(13), CountRange.Exactly(12) + CountRange.Some);

    [Fact]
    public void Add_PartsOfABulletin_IsTheirSum() =>
        Assert.Equal(
            CountRange.Exactly(48),
            new[] { 21L, 11, 5, 3, 3, 2, 2, 1 }.Select(CountRange.Exactly).Aggregate(CountRange.Add));

    [Fact]
    public void Add_AnyTwo_HoldsTheSumOfAnyTheyHold() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var sum = a + b;
        Assert.Equal(a.Min + b.Min, sum.Min);
        Assert.Equal(a.Max is { } x && b.Max is { } y ? x + y : null, sum.Max);
        Assert.Equal(sum, b + a);
    });

    [Fact]
    public void Add_BeyondWhatALongHolds_ThrowsRatherThanWraps() =>
        Assert.Throws<OverflowException>(() => CountRange.AtLeast(long.MaxValue) + CountRange.Exactly(1));

    [Theory]
    [InlineData(12, 12L, "12")]
    [InlineData(10, 15L, "10..15")]
    [InlineData(12, null, "12..")]
    [InlineData(0, 0L, "0")]
    public void ToString_OfARange_IsTheCaseFormat(long min, long? max, string text) =>
        Assert.Equal(text, new CountRange(min, max).ToString());
}
