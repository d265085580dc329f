using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Holdfire.CaseFormat;
using Holdfire.Model;

namespace Holdfire.Cli.Tests;

/// <summary>The talks of the built-in case, as users ask for them.</summary>
public sealed class TalksCommandTests
{
    [Fact]
    public void Deadlocks_OfTheBuiltInCase_AreNoneAsStatedAndOneWithWhatIsInferred()
    {
        var answer = Cli.Json("talks", "deadlocks", "--case", Cli.BuiltInCase);
        Assert.Empty(answer.GetProperty("readings")[0].GetProperty("deadlocks").EnumerateArray());
        var deadlock = Assert.Single(answer.GetProperty("readings")[1].GetProperty("deadlocks").EnumerateArray());
        var words = Assert.Single(deadlock.GetProperty("cycles").EnumerateArray()).GetProperty("in_words").GetString();
        Assert.StartsWith("If S16 and S26 are read as “no ceasefire before talks”", words, StringComparison.Ordinal);
        Assert.Contains("(stated: S02, S08, S09)", words, StringComparison.Ordinal);
        Assert.Equal("2", deadlock.GetProperty("drop").GetProperty("count").GetString());
        Assert.True(deadlock.GetProperty("drop").GetProperty("exact").GetBoolean());
    }

    [Fact]
    public void BuiltInCase_EveryMoveOfTheFoundingReport_IsHeldByAnEntry()
    {
        var @case = CaseFolder.Load(Cli.BuiltInCase).Case!;
        var held = @case.Talks.Entries.SelectMany(e => e.Statements).ToHashSet();
        StatementKind[] moves =
        [
            StatementKind.Proposal, StatementKind.Response, StatementKind.Precondition, StatementKind.Demand, StatementKind.Threat, StatementKind.Pledge,
        ];
        Assert.Empty(@case.Statements.Where(s => s.Document.Value == "D1" && moves.Contains(s.Kind) && !held.Contains(s.Id)).Select(s => s.Id));
    }

    [Fact]
    public void Deadlocks_OfEveryone_CountThirdStatesToo()
    {
        var answer = Cli.Json("talks", "deadlocks", "--case", Cli.BuiltInCase, "--everyone");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("actors").ValueKind);
        Assert.Equal(2, Assert.Single(answer.GetProperty("readings")[1].GetProperty("deadlocks").EnumerateArray()).GetProperty("cycles").GetArrayLength());
    }

    [Fact]
    public void Deadlocks_BeforeTheAddress_AreNone()
    {
        var answer = Cli.Json("talks", "deadlocks", "--case", Cli.BuiltInCase, "--as-of", "2025-05-10T22:00Z");
        Assert.Empty(answer.GetProperty("readings")[1].GetProperty("deadlocks").EnumerateArray());
    }

    [Fact]
    public void Talks_OfTheBuiltInCase_HoldTheOfferAgainstItsConditions()
    {
        var answer = Cli.Json("talks", "--case", Cli.BuiltInCase);
        var found = Assert.Single(answer.GetProperty("contradictions").EnumerateArray());
        Assert.True(found.GetProperty("same_speaker").GetBoolean());
        Assert.Equal(["S03", "S04", "S34"], Texts(found.GetProperty("claim").GetProperty("statements")));
        Assert.Equal(["S24"], Texts(found.GetProperty("against").GetProperty("entry").GetProperty("statements")));
        var halt = answer.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("item").GetProperty("item").GetString() == "HALT");
        Assert.Contains("rejects", halt.GetProperty("positions").EnumerateArray().Select(p => p.GetProperty("position").GetString()));
    }

    [Fact]
    public void Talks_AsOfTheDemand_KnowNothingOfTheOffer()
    {
        var answer = Cli.Json("talks", "--case", Cli.BuiltInCase, "--as-of", "2025-05-10T22:00Z");
        var items = answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("item").GetProperty("item").GetString()).ToList();
        Assert.Contains("HALT", items);
        Assert.DoesNotContain("TALKS", items);
    }

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

    [Fact]
    public void Overlap_OfTheBuiltInCase_NamesWhoseAcceptanceIsLacking()
    {
        var items = Cli.Json("talks", "overlap", "--case", Cli.BuiltInCase).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("item").GetProperty("item").GetString()!, i => Texts(i.GetProperty("lacking")));
        Assert.Equal(["UA"], items["TALKS"]);
        Assert.Equal(["RU"], items["HALT"]);
    }

    [Fact]
    public void Equilibria_OfTheBuiltInModel_AreMarkedAsAJudgement()
    {
        var model = Assert.Single(Cli.Json("talks", "equilibria", "--case", Cli.BuiltInCase).GetProperty("models").EnumerateArray());
        Assert.Equal("the authors of this case", model.GetProperty("by").GetString());
        Assert.Equal(12, model.GetProperty("feasible_states").GetInt32());
        Assert.True(model.GetProperty("coalitions_looked_at").GetBoolean());
        Assert.Equal(12, model.GetProperty("states").GetArrayLength());
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

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
