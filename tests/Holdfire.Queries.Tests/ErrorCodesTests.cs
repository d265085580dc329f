using System.Text.RegularExpressions;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;

namespace Holdfire.Queries.Tests;

/// <summary>docs/errors.md lists the codes of all errors, and no others.</summary>
public sealed partial class ErrorCodesTests
{
    private const string Start = "<!-- codes: made from the code by ErrorCodesTests -->\n";
    private const string End = "<!-- end of codes -->\n";

    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static readonly (string Code, string Meaning)[] Codes =
        [.. Sources.Where(f => f.EndsWith("ErrorCodes.cs", StringComparison.Ordinal)).SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => (m.Groups[2].Value, m.Groups[1].Value)))
            .OrderBy(c => c.Item1, StringComparer.Ordinal)];

    [Fact]
    public void Document_ListsEveryCodeAndNoOther()
    {
        var file = Path.Combine(Repository.Root, "docs", "errors.md");
        var text = File.ReadAllText(file);
        var (before, after) = (text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)], text[text.IndexOf(End, StringComparison.Ordinal)..]);
        Current.Is(file, before + string.Concat((string[])["| code | meaning |\n", "| --- | --- |\n", .. Codes.Select(c => $"| `{c.Code}` | {c.Meaning} |\n")]) + after);
    }

    [Fact]
    public void Codes_AreUniqueAndAreNames()
    {
        Assert.True(Codes.Length > 20, "the codes were not found in the sources");
        Assert.All(Codes.GroupBy(c => c.Code, StringComparer.Ordinal), c =>
        {
            Assert.Single(c);
            Assert.Matches("^([a-z]+\\.[a-z_]+|defect)$", c.Key);
        });
    }

    [Fact]
    public void Code_OfAnError_IsAlwaysAConstant()
    {
        // What looks like a code, outside the files that declare them: a code that is written in place would miss in the document.
        var groups = string.Join('|', Codes.Select(c => c.Code.Split('.')[0]).Where(g => g != "defect").Distinct());
        var literal = new Regex($"\"(?:{groups})\\.(?!yaml\"|json\"|record\"|key\")[a-z_]+\"");

        // Pages make no errors; the keys of their messages, of the notices on forms and of OpenTelemetry's attributes, look like codes.
        Assert.Empty(Sources.Where(f => !f.EndsWith("ErrorCodes.cs", StringComparison.Ordinal) && !f.Contains("/Holdfire.Pages/", StringComparison.Ordinal) && !f.EndsWith("/Notices.cs", StringComparison.Ordinal)
            && !f.EndsWith("/Telemetry.cs", StringComparison.Ordinal)).SelectMany(f => literal.Matches(File.ReadAllText(f)).Select(m => $"{f}: {m.Value}")));
    }

    [Fact]
    public void ErrorTypes_ThereIsOne()
    {
        var others = Sources.SelectMany(f => Pair().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Order(StringComparer.Ordinal);

        // A problem is an error as HTTP has it; a rejected row has the row with it; a clash of rules knows no file yet.
        Assert.Equal([nameof(Error), "HttpProblem", "RejectedRow", "RuleClash"], others);
    }

    [Fact]
    public void ErrorOfARecord_ReachesTheCaseAsItIs()
    {
        var load = RecordCase.Load(Path.Combine(Path.GetTempPath(), "holdfire-no-such-record"));
        var error = Assert.Single(load.Errors);
        Assert.Equal(RecordErrorCodes.Invalid, error.Code);
        Assert.NotEmpty(error.Expected);
        Assert.NotEmpty(error.Found);
    }

    [Theory]
    [InlineData("a date", "'x'", "a.csv:2:3: expected a date, found 'x'")]
    [InlineData("one of a, b", "'x'", "a.csv:2:3: expected one of a, b; found 'x'")]
    [InlineData("a date", "", "a.csv:2:3: expected a date")]
    [InlineData("", "the log forked", "a.csv:2:3: the log forked")]
    public void Error_IsOneLine(string expected, string found, string line) =>
        Assert.Equal(line, new Error("case.invalid", "a.csv", expected, found) { Line = 2, Column = 3 }.ToString());

    [GeneratedRegex(@"<summary>(.+)</summary>\s+public const string \w+ = ""([^""]+)"";")]
    private static partial Regex Code();

    // A record of what was expected and found: an error by another name.
    [GeneratedRegex(@"(?:record|class|struct) (\w+)\([^{;]*\bExpected\b[^{;]*\bFound\b")]
    private static partial Regex Pair();
}
