namespace Holdfire.Cli.Tests;

/// <summary>The code knows no case: what is particular to one stands in its folder, its importers and the gazetteer's data.</summary>
public sealed class NeutralityTests
{
    [Theory]
    [InlineData("Ukrain")]
    [InlineData("Russia")]
    [InlineData("Kyiv")]
    [InlineData("Moscow")]
    [InlineData("Crimea")]
    [InlineData("Belgorod")]
    [InlineData("\"UA\"")]
    [InlineData("\"RU\"")]
    [InlineData("2025")]
    public void Source_NamesNoPartyPlaceOrDateOfACase(string word)
    {
        var found = Directory.EnumerateFiles(Path.Combine(Cli.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Holdfire.Importers{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (File: f, Line: i + 1, Text: line)))
            .Where(l => l.Text.Contains(word, StringComparison.Ordinal))
            .Select(l => $"{Path.GetRelativePath(Cli.Root, l.File)}:{l.Line}");
        Assert.Empty(found);
    }
}
