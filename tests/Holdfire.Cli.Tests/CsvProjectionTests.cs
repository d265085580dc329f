using System.Text;
using System.Text.Json;
using CsvHelper;
using Holdfire.Queries;

namespace Holdfire.Cli.Tests;

public sealed class CsvProjectionTests
{
    [Fact]
    public void Write_AShape_FollowsItsPathsInAndOut()
    {
        const string Answer = """
            {"schema": "x/1", "as_of": null, "truces": [
              {"truce": "T1", "status": "in_force", "lines": [
                {"act": "attack", "ratio": {"low": 0, "high": null}, "held": true, "reasons": [{"rule": "A"}, {"rule": "B"}]},
                {"act": "recon", "ratio": null, "held": false, "reasons": []}]},
              {"truce": "T2", "status": "never", "lines": []}]}
            """;
        var shape = new CsvShape("truces.lines", ["^^as_of", "^truce", "truce_status=^status", "act", "ratio.low", "ratio.high", "held", "rules=reasons.rule"]);
        Assert.Equal(
            """
            as_of,truce,truce_status,act,ratio_low,ratio_high,held,rules
            ,T1,in_force,attack,0,,true,A;B
            ,T1,in_force,recon,,,false,
            ,T2,never,,,,,

            """,
            Csv(Answer, shape), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("""{"claims": [{"id": "A"}], "harm_claims": [{"id": "B", "harm": "killed"}]}""", "id,harm|A,|B,killed")]
    [InlineData("""{"claims": [], "harm_claims": [{"id": "B", "harm": "killed"}]}""", "id,harm|B,killed")]
    [InlineData("""{"claims": [{"id": "A"}]}""", "id,harm|A,")]
    public void Write_AShapeWithASecondList_PutsItsRowsLast(string answer, string expected) =>
        Assert.Equal(expected, Csv(answer, new CsvShape("claims", ["id", "harm"]) { Also = "harm_claims" }).TrimEnd().ReplaceLineEndings("|"));

    [Fact]
    public void Write_NoShape_TakesAllValuesOfTheFirstListOfObjects()
    {
        const string Answer = """
            {"schema": "x/1", "as_of": "2030-01-01T00:00Z", "notes": ["a", "b"], "rows": [
              {"id": "a;b, c", "when": "some day", "ids": ["A", "B"], "more": [{"x": 1}]},
              {"id": "d", "when": {"from": "2030-01-01T00:00Z", "to": null}, "ids": [], "count": 1e3}]}
            """;
        Assert.Equal(
            """
            as_of,id,ids,when_from,when_to,count
            2030-01-01T00:00Z,"a;b, c",A;B,,,
            2030-01-01T00:00Z,d,,2030-01-01T00:00Z,,1e3

            """,
            Csv(Answer, null), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("""{"schema": "x/1", "as_of": null, "rows": []}""", "as_of")]
    [InlineData("""{"schema": "x/1", "a": 1, "b": null}""", "a,b|1,")]
    public void Write_NothingToTell_IsAHeader(string answer, string expected) =>
        Assert.Equal(expected, Csv(answer, null).TrimEnd().ReplaceLineEndings("|"));

    [Theory]
    [InlineData("=HYPERLINK(A1)", "'=HYPERLINK(A1)")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("-", "'-")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-3\n=1", "'-3\n=1")]
    [InlineData("-3", "-3")]
    [InlineData("+0.25", "+0.25")]
    [InlineData("-1e-7", "-1e-7")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Write_ACellThatASpreadsheetWouldWorkOut_HasAnApostrophe(string text, string cell)
    {
        var csv = Records(Csv(JsonSerializer.Serialize(new { schema = "x/1", rows = new[] { new { a = "x", b = text } } }), null));
        Assert.Equal(cell, csv[1][1]);
        var list = Records(Csv(JsonSerializer.Serialize(new { schema = "x/1", rows = new[] { new { a = "x", b = new[] { text, "y" } } } }), null));
        Assert.Equal(text.Length > 0 && (cell != text || text[0] is '-' or '+') ? "'" + text + ";y" : text + ";y", list[1][1]);
    }

    [Fact]
    public void Write_ANegativeNumber_StaysOne() =>
        Assert.Equal("a,b|-3,-0.5", Csv("""{"schema": "x/1", "rows": [{"a": -3, "b": -0.5}]}""", null).TrimEnd().ReplaceLineEndings("|"));

    // The oracle is the JSON of the same command: every single value of a row stands in the CSV under its own name.
    [Theory]
    [InlineData("rows", "counts", "--side", "UA", "--act", "attack.air.uav", "--measure", "launched", "--from", "2025-05-05", "--to", "2025-05-12", "--by", "day", "--tz", "Europe/Kyiv", "--as-of", "2025-05-12T10:00Z")]
    [InlineData("claims", "audit", "--statement", "S21")]
    [InlineData("truces.lines", "assess", "--truce", "A3")]
    public void Csv_OfACommand_HoldsTheValuesOfItsJson(string lists, params string[] command)
    {
        var json = Cli.Json([.. command, "--case", Cli.BuiltInCase]);
        var rows = lists.Split('.').Aggregate(
            (IEnumerable<JsonElement>)[json], (items, key) => items.SelectMany(i => i.GetProperty(key).EnumerateArray())).ToList();
        var run = Cli.Run([.. command, "--case", Cli.BuiltInCase, "--format", "csv"]);
        Assert.Equal(0, run.ExitCode);
        var csv = Records(run.Output);

        Assert.Equal(rows.Count, csv.Count - 1);
        foreach (var (row, record) in rows.Zip(csv.Skip(1)))
        {
            foreach (var (name, value) in Leaves(row, ""))
            {
                var at = csv[0].IndexOf(name);
                Assert.True(at >= 0, $"no column {name}");
                Assert.Equal(value, record[at]);
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Leaves(JsonElement item, string before) =>
        item.EnumerateObject().SelectMany(p => p.Value.ValueKind switch
        {
            JsonValueKind.Object => Leaves(p.Value, before + p.Name + "_"),
            JsonValueKind.Array => [],
            JsonValueKind.Null => [],
            JsonValueKind.String => [(before + p.Name, p.Value.GetString()!)],
            _ => [(before + p.Name, p.Value.GetRawText())],
        });

    private static string Csv(string answer, CsvShape? shape)
    {
        using var output = new StringWriter();
        using var document = JsonDocument.Parse(answer);
        CsvProjection.Write(output, document.RootElement, shape);
        return output.ToString();
    }

    private static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), new CsvReaderOptions { Separator = ',', HasHeader = false });
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return records;
    }
}
