using CsCheck;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Stability;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("a & !b | c", 0b001u, true)]
    [InlineData("a & (!b | c)", 0b100u, false)]
    [InlineData("a -> b", 0b001u, false)]
    [InlineData("a -> b -> c", 0b010u, true)]
    [InlineData("a <-> b", 0b000u, true)]
    [InlineData("!!a", 0b001u, true)]
    public void Parse_Text_MeansThis(string text, uint state, bool expected) => Assert.Equal(expected, ModelBuilder.Formula(text, 3).IsTrue(state));

    [Theory]
    [InlineData("", 0, "option")]
    [InlineData("a &", 3, "option")]
    [InlineData("(a", 2, "parenthesis")]
    [InlineData("a b", 2, "one of")]
    [InlineData("a => b", 2, "one of")]
    [InlineData("z", 0, "option")]
    public void Parse_WrongText_SaysWhereAndWhatWasExpected(string text, int offset, string expected)
    {
        Assert.Null(FormulaText.Parse(text, id => id.Length == 1 && id[0] is 'a' or 'b' ? id[0] - 'a' : null, out var at, out var wanted));
        Assert.Equal(offset, at);
        Assert.Contains(expected, wanted, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnyText_NeverThrows() => Gen.String[Gen.OneOf(Gen.Char["ab!&|-><() "], Gen.Char), 0, 200].Sample(text =>
        FormulaText.Parse(text, id => id == "a" ? 0 : null, out var at, out _) is null ? at <= text.Length : at == text.Length);
}
