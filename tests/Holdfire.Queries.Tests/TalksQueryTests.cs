using System.Text.Json;
using Holdfire.Model;

namespace Holdfire.Queries.Tests;

/// <summary>The talks of the built-in case.</summary>
public sealed class TalksQueryTests
{
    private const string BuiltIn = "cases/ukraine-2025";

    [Fact]
    public void Deadlocks_OfTheBuiltInCase_AreNoneAsStatedAndOneWithWhatIsInferred()
    {
        var answer = Ask.Json("talks", "deadlocks", "--case", BuiltIn);
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
        var @case = BuiltInCases.Load(BuiltIn);
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
        var answer = Ask.Json("talks", "deadlocks", "--case", BuiltIn, "--everyone");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("actors").ValueKind);
        Assert.Equal(2, Assert.Single(answer.GetProperty("readings")[1].GetProperty("deadlocks").EnumerateArray()).GetProperty("cycles").GetArrayLength());
    }

    [Fact]
    public void Deadlocks_BeforeTheAddress_AreNone()
    {
        var answer = Ask.Json("talks", "deadlocks", "--case", BuiltIn, "--as-of", "2025-05-10T22:00Z");
        Assert.Empty(answer.GetProperty("readings")[1].GetProperty("deadlocks").EnumerateArray());
    }

    [Fact]
    public void Talks_OfTheBuiltInCase_HoldTheOfferAgainstItsConditions()
    {
        var answer = Ask.Json("talks", "--case", BuiltIn);
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
        var answer = Ask.Json("talks", "--case", BuiltIn, "--as-of", "2025-05-10T22:00Z");
        var items = answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("item").GetProperty("item").GetString()).ToList();
        Assert.Contains("HALT", items);
        Assert.DoesNotContain("TALKS", items);
    }

    [Fact]
    public void Overlap_OfTheBuiltInCase_NamesWhoseAcceptanceIsLacking()
    {
        var items = Ask.Json("talks", "overlap", "--case", BuiltIn).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("item").GetProperty("item").GetString()!, i => Texts(i.GetProperty("lacking")));
        Assert.Equal(["UA"], items["TALKS"]);
        Assert.Equal(["RU"], items["HALT"]);
    }

    [Fact]
    public void Equilibria_OfTheBuiltInModel_AreMarkedAsAJudgement()
    {
        var model = Assert.Single(Ask.Json("talks", "equilibria", "--case", BuiltIn).GetProperty("models").EnumerateArray());
        Assert.Equal("the authors of this case", model.GetProperty("by").GetString());
        Assert.Equal(12, model.GetProperty("feasible_states").GetInt32());
        Assert.True(model.GetProperty("coalitions_looked_at").GetBoolean());
        Assert.Equal(12, model.GetProperty("states").GetArrayLength());
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
