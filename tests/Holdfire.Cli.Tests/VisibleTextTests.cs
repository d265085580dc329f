using CsCheck;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Tests;

public sealed class VisibleTextTests
{
    // What could be hidden in a text: controls, their C1 forms, direction, and ends of lines in every pairing.
    private static readonly string[] Pieces =
    [
        "\u001b[9A", "\u001b[2K", "\u009b2K", "\u0007", "\b", "\u007f", "\r", "\n", "\r\n", "\t", "\u202e", "\u2066", "\u200f", "\u061c", "\u2028",
        "a", "é", "Київ", "می‌خواهم", "\U0001F54A", "\ud800",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Array[0, 20].Select(at => string.Concat(at.Select(i => Pieces[i])));

    [Fact]
    public void Write_AnyTextInAnyPieces_LetsNoControlThroughButTabsAndEndsOfLines() => Gen.Select(Hostile, Gen.Int[1, 7]).Sample((text, piece) =>
    {
        using var to = new StringWriter();
        using (var writer = new VisibleWriter(to))
        {
            foreach (var part in text.Chunk(piece))
            {
                writer.Write(part);
            }
        }

        using var once = new StringWriter();
        using (var writer = new VisibleWriter(once))
        {
            writer.Write(text);
        }

        var rest = to.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        return once.ToString() == to.ToString() && !rest.AsSpan().ContainsAny(VisibleText.Unsafe);
    });

    [Theory]
    [InlineData("a\u001b[2K", "a\\u001b[2K")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("a\rb\r\nc\n", "a\\u000db\r\nc\n")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    public void Write_Text_SpellsOutWhatIsUnsafe(string text, string shown)
    {
        using var to = new StringWriter();
        using var writer = new VisibleWriter(to);
        writer.Write(text);
        Assert.Equal(shown, to.ToString());
    }

    [Fact]
    public void Line_AnyText_IsOneSafeLine() => Hostile.Sample(text => !VisibleText.Line(text).AsSpan().ContainsAny(VisibleText.Unsafe));

    // A source may have written anything in its words, its reference and the name of its file.
    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Commands_ACaseWithControlsInItsTexts_PrintNone(string format)
    {
        using var small = new InventedCase();
        var (title, words) = ("\"\\e[9A\\e[2K\\x9b31m\\u202egnp\"", "\"\\e]0;pwned\\a \\u2067 it is \\b\\b over\"");
        small.Write("case.yaml", File.ReadAllText(Path.Combine(small.Folder, "case.yaml")).Replace("The harvest truce", title, StringComparison.Ordinal));
        small.Write("truces.yaml", File.ReadAllText(Path.Combine(small.Folder, "truces.yaml")).Replace("text: no attack", $"text: {words}", StringComparison.Ordinal)
            .Replace("zone: America/Bogota\n  in_force", $"zone: America/Bogota\n  release_clause: {words}\n  in_force", StringComparison.Ordinal));
        string[][] commands = [["truces"], ["counts", "--side", "NN", "--act", "attack.air", "--measure", "launched", "--from", "2031-03-01", "--to", "2031-03-02"], ["audit"], ["findings"], ["incidents"]];
        foreach (var command in commands)
        {
            AssertClean(Cli.Run([.. command, "--case", small.Folder, "--format", format]));
        }

        AssertClean(Cli.Run("case", "check", small.Folder));
    }

    [Fact]
    public void ErrorLines_ControlsInWhatWasFound_AreSpelledOut()
    {
        using var small = new InventedCase();
        small.Write("parties.yaml", "- {id: NN, name: North, role: \"\\e[2Kparty\\u202e\"}\n");
        small.Write(Path.Combine("reports", "a\u001b[1mb\n.csv"), "id,colour\r\n");
        var run = Cli.Run("case", "check", small.Folder);
        AssertClean(run);
        Assert.Contains("found \\u001b[2Kparty\\u202e", run.Error, StringComparison.Ordinal);
        Assert.Contains("reports/a\\u001b[1mb⏎.csv:1:4", run.Error, StringComparison.Ordinal);
        AssertClean(Cli.Run("counts", "--case", "no\u001b[2K\u202esuch"));
        AssertClean(Cli.Run("no\u001b[2Ksuch"));
    }

    private static void AssertClean(CliRun run)
    {
        foreach (var text in new[] { run.Output, run.Error })
        {
            var rest = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            Assert.False(rest.AsSpan().ContainsAny(VisibleText.Unsafe), text);
        }
    }
}
