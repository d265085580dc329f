using CsCheck;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Tests;

public sealed class SheetTests
{
    private static readonly string[] Words =
    [
        "2031-03-10T00:00Z", "cannot say", "attack.air.missile.air-launched", "I-RU-20250301T0407Z-01", "12.4–195.9", "Київ", "a\nb", "", "an intermediate word",
    ];

    private static readonly Gen<string> Cell = Gen.Int[0, Words.Length - 1].Array[0, 4].Select(at => string.Join(' ', at.Select(i => Words[i])));

    [Fact]
    public void Lines_AnyCells_FitTheWidthAndKeepEveryLetter() => Gen.Select(Gen.Int[1, 7], Gen.Int[0, 5]).SelectMany((columns, rows) =>
        Gen.Select(Cell.Array[columns], Cell.Array[columns].Array[rows])).Sample((header, rows) =>
    {
        var lines = new Sheet([.. header], [.. rows.Select(r => (System.Collections.Immutable.ImmutableArray<string>)[.. r])]).Lines(100).ToArray();
        var (told, printed) = (Letters(string.Concat(header.Concat(rows.SelectMany(r => r)))), Letters(string.Concat(lines)));
        return lines.All(l => CellLines.WidthOf(l) <= 100) && told == printed;
    });

    // Wrapping changes the order in which cells are read, not what is in them.
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '─').Order());

    [Theory]
    [InlineData("within terms", 6, "within\nterms")]
    [InlineData("within terms", 20, "within terms")]
    [InlineData("corroborated", 6, "corroborated")]
    [InlineData("attack.air.uav one", 11, "attack.air.\nuav one")]
    [InlineData("2031-03-10T23:10Z", 12, "2031-03-10T\n23:10Z")]
    [InlineData("0.25–178.62", 8, "0.25–\n178.62")]
    public void Wrap_Text_BreaksBetweenWordsAndAtJointsOfIds(string text, int width, string lines) => Assert.Equal(lines, CellLines.Wrap(text, width));
}
