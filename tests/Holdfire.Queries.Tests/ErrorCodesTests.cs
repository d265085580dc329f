using System.Reflection;
using Holdfire.CaseFormat;
using Holdfire.Queries.Tests.Schemas;
using Holdfire.Record;

namespace Holdfire.Queries.Tests;

/// <summary>docs/errors.md lists the codes of all errors.</summary>
public sealed class ErrorCodesTests
{
    private const string Start = "<!-- codes: made from the code by ErrorCodesTests -->\n";
    private const string End = "<!-- end of codes -->\n";

    private static readonly FieldInfo[] Codes = [.. new[] { typeof(QueryErrorCodes), typeof(InputErrorCodes), typeof(RecordErrorCodes) }
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.IsLiteral)];

    [Fact]
    public void Document_ListsEveryCode()
    {
        var file = Path.Combine(BuiltInCases.Root, "docs", "errors.md");
        var text = File.ReadAllText(file);
        var (before, after) = (text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)], text[text.IndexOf(End, StringComparison.Ordinal)..]);
        var rows = Codes.Select(f => $"| `{f.GetRawConstantValue()}` | {DocComments.OfField(f)} |\n");
        Current.Is(file, before + string.Concat((string[])["| code | meaning |\n", "| --- | --- |\n", .. rows]) + after);
    }

    [Fact]
    public void Codes_AreUniqueAndAreNames() => Assert.All(
        Codes.Select(f => (string)f.GetRawConstantValue()!).GroupBy(c => c, StringComparer.Ordinal),
        c =>
        {
            Assert.Single(c);
            Assert.Matches("^[a-z]+\\.[a-z_]+$", c.Key);
        });

    [Fact]
    public void ErrorOfARecord_KeepsItsCodeAndItsWords()
    {
        var error = InputFault.Of(new Fault("entry 3", "expected a name, found 'a, found b'") { IsTouched = true });
        Assert.Equal((RecordErrorCodes.Touched, "entry 3: expected a name, found 'a, found b'"), (error.Code, error.ToString()));
    }
}
