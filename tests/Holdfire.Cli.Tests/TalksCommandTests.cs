using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Holdfire.Cli.Tests;

/// <summary>The talks of the built-in case, as users ask for them.</summary>
public sealed class TalksCommandTests
{
    [Fact]
    public void Deadlines_OfTheBuiltInCase_SayWhatBecameOfEach()
    {
        string[] Status(params string[] more) =>
            [.. Cli.Json(["talks", "deadlines", "--case", Cli.BuiltInCase, .. more]).GetProperty("deadlines").EnumerateArray().Select(d => d.GetProperty("status").GetString()!)];
        Assert.Equal(["none_said", "pending", "pending"], Status("--now", "2025-05-11T12:00Z"));
        Assert.Equal(["none_said", "passed_unknown", "passed_unknown"], Status("--now", "2025-05-13T00:00Z"));

        // Without --now the clock of the machine is read, which is past 2025.
        Assert.Equal(["none_said", "passed_unknown", "passed_unknown"], Status());
        Assert.Equal("2025-05-13T00:00Z", Cli.Json("talks", "deadlines", "--case", Cli.BuiltInCase, "--now", "2025-05-13T00:00Z").GetProperty("now").GetString());
        Assert.Equal(["none_said", "passed_unknown", "passed_unknown"], Status("--as-of", "2025-05-13T00:00Z"));
    }

    [Theory]
    [InlineData("talks")]
    [InlineData("talks history HALT")]
    [InlineData("talks deadlocks")]
    [InlineData("talks overlap")]
    [InlineData("talks deadlines")]
    [InlineData("talks equilibria")]
    public void EveryQuery_InEveryForm_Answers(string command)
    {
        foreach (var format in new[] { "table", "json", "csv" })
        {
            var run = Cli.Run([.. command.Split(' '), "--case", Cli.BuiltInCase, "--format", format]);
            Assert.True(run.ExitCode == 0 && run.Output.Length > 100, run.Error);
        }
    }

    [Fact]
    public void EveryQuery_OfARecordOfTheCase_AnswersAsOfItsFolder()
    {
        var record = Path.Combine(Directory.CreateTempSubdirectory("holdfire-talks-").FullName, "record");
        Assert.Equal(0, Cli.Run("record", "init", record, "--origin", "records.example/talks").ExitCode);
        Assert.Equal(0, Cli.Run("import", "case", Cli.BuiltInCase, "--record", record).ExitCode);
        foreach (var command in new[] { "talks", "talks deadlocks", "talks overlap", "talks deadlines --now 2025-05-13T00:00Z", "talks equilibria", "talks history TALKS" })
        {
            Assert.Equal(Answer("--case", Cli.BuiltInCase), Answer("--record", record));

            string Answer(params string[] of)
            {
                var answer = JsonNode.Parse(Cli.Run([.. command.Split(' '), .. of, "--format", "json"]).Output)!.AsObject();
                Assert.True(answer.Remove("coordinates"));
                return answer.ToJsonString();
            }
        }

        Directory.Delete(Path.GetDirectoryName(record)!, recursive: true);
    }

    [Fact]
    public void Deadlocks_AsCsv_HaveARowForEachCycleAndOneForAReadingWithout()
    {
        var lines = Cli.Run("talks", "deadlocks", "--case", Cli.BuiltInCase, "--format", "csv").Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("with_inferred,deadlock,cycle,stated,in_words,drop_exact,drop_least,drop_count", lines[0]);
        Assert.Equal("false,,,,,,,", lines[1]);
        Assert.StartsWith("true,TALKS;HALT;ROOT-CAUSES,PC3;PC1,false,", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void Graph_AsGraphMl_HasEveryPreconditionWithItsStatements()
    {
        var run = Cli.Run("talks", "deadlocks", "--case", Cli.BuiltInCase, "--graph", "graphml");
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var edges = XDocument.Parse(run.Output).Descendants(ns + "edge").ToList();
        Assert.Equal(8, edges.Count);
        var inferred = edges.Single(e => e.Attribute("id")!.Value == "PC3");
        Assert.Equal(("TALKS", "HALT", "true"), (inferred.Attribute("source")!.Value, inferred.Attribute("target")!.Value, inferred.Attribute("directed")!.Value));
        Assert.Contains("S16 S26", inferred.Elements(ns + "data").Select(d => d.Value));
    }

    [Fact]
    public void Graph_AsDot_DrawsInferredEdgesDashed()
    {
        var run = Cli.Run("talks", "deadlocks", "--case", Cli.BuiltInCase, "--graph", "dot");
        Assert.Contains("\"TALKS\" -> \"HALT\" [id=\"PC3\", label=\"RU PC3\", style=dashed];", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void History_OfAnUnknownItem_NamesTheKnownOnes()
    {
        var run = Cli.Run("talks", "history", "HALTS", "--case", Cli.BuiltInCase);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ITEM: expected one of TALKS, HALT", run.Error, StringComparison.Ordinal);
    }
}
