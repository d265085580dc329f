using Holdfire.Cli.Output;

namespace Holdfire.Cli.Tests;

public sealed class ParagraphTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one two", "one two")]
    [InlineData("one two three four", "one two|  three|  four")]
    [InlineData("  one two three", "  one|    two|    three")]
    [InlineData("a-word-that-is-wider one", "a-word-that-is-wider|  one")]
    public void Lines_BreakBetweenWordsAlone(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Paragraphs.Lines(text, 8)));
}
