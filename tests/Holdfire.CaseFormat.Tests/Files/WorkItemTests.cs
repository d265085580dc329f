using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class WorkItemTests
{
    private const string Steps = """
        - {id: V1, report: R1, kind: assigned, by: duty officer, at: "2030-01-03T08:00Z", to: patrol 2, due: "2030-01-04T08:00Z"}
        - {id: V2, report: R1, kind: proposed, by: patrol 2, at: "2030-01-03T16:00Z", standard: verified, actor: BB}
        - {id: V3, report: R1, kind: approved, by: head of sector, at: "2030-01-04T07:00Z", of: V2}
        - {id: V4, report: R1, kind: dissent, by: liaison, at: "2030-01-04T09:00Z", of: V2, text: not ours}
        """;

    private const string Queries = """
        - {id: Q1, party: BB, reports: [R1], text: Was it you?, sent: "2030-01-03T09:00Z", due: "2030-01-05T09:00Z", by: liaison}
        """;

    private const string Replies = """
        - {id: A1, party: BB, query: Q1, received: "2030-01-06T09:00Z", text: No., by: liaison}
        - {id: A2, party: AA, reports: [R1], received: "2030-01-07T09:00Z", text: It was not us., by: liaison}
        """;

    [Fact]
    public void Load_StepsQueriesAndReplies_AreInTheCaseInTheirOrder()
    {
        using var small = new SmallCase(Files());
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        var read = load.Case!;
        Assert.Equal(["V1", "V2", "V3", "V4"], read.Steps.Select(s => s.Id));
        Assert.Equal(
            (VerificationStepKind.Assigned, "patrol 2", Instant.FromUtc(2030, 1, 4, 8, 0), ""),
            (read.Steps[0].Kind, read.Steps[0].To, read.Steps[0].Due!.Value, read.Steps[0].SignedBy));
        Assert.Equal((ProofNeeded.Verified, new PartyId("BB")), (read.Steps[1].Standard!.Value, read.Steps[1].Actor!.Value));
        Assert.Equal(Instant.FromUtc(2030, 1, 5, 9, 0), Assert.Single(read.Queries).Due);
        Assert.Equal([new ReportId("R1")], read.Replies[0].Reports); // those of the question
    }

    [Theory]
    [InlineData("to: patrol 2, ", "", "to whom", "none")]
    [InlineData("standard: verified, ", "", "standard of proof", "none")]
    [InlineData("kind: assigned", "kind: visited", "no to with a step visited", "patrol 2")]
    [InlineData("head of sector", "patrol 2", "someone else than patrol 2", "V2")]
    [InlineData("of: V2}", "of: V1}", "a step that proposes a finding", "V1")]
    [InlineData("of: V2}", "of: V9}", "the id of a known step", "V9")]
    [InlineData(", text: not ours", "", "why, in words", "none")]
    [InlineData("V4, report: R1", "V4, report: R2", "a proposal on R2", "V2, on R1")]
    [InlineData("V1, report: R1", "V1, report: R9", "the id of a known report", "R9")]
    [InlineData("actor: BB", "actor: ZZ", "the id of a known party", "ZZ")]
    [InlineData("2030-01-03T08:00Z", "yesterday", "an instant", "yesterday")]
    [InlineData("id: V2, report", "id: V1, report", "not in use", "V1")]
    public void Load_AStepThatIsNotWhole_IsNamed(string old, string changed, string expected, string found) =>
        Wrong("steps.yaml", Steps.Replace(old, changed, StringComparison.Ordinal), expected, found);

    [Theory]
    [InlineData("reports: [R1]", "reports: []", "at least one report", "none")]
    [InlineData("reports: [R1]", "reports: [R9]", "the id of a known report", "R9")]
    [InlineData("2030-01-05", "2030-01-02", "after it was sent", "2030-01-02T09:00Z")]
    [InlineData("party: BB", "party: ZZ", "the id of a known party", "ZZ")]
    public void Load_AQueryThatIsNotWhole_IsNamed(string old, string changed, string expected, string found) =>
        Wrong("queries.yaml", Queries.Replace(old, changed, StringComparison.Ordinal), expected, found);

    [Theory]
    [InlineData("party: BB", "party: AA", "BB, which Q1 asks", "AA")]
    [InlineData("query: Q1, ", "", "the query that it answers, or the reports", "neither")]
    [InlineData("query: Q1", "query: Q9", "the id of a known query", "Q9")]
    [InlineData("text: No.", "statement: S9, text: No.", "the id of a known statement", "S9")]
    public void Load_AReplyThatIsNotWhole_IsNamed(string old, string changed, string expected, string found) =>
        Wrong("replies.yaml", Replies.Replace(old, changed, StringComparison.Ordinal), expected, found);

    [Fact]
    public void Texts_OfWhatWasRead_AreReadBackTheSame()
    {
        using var small = new SmallCase(Files());
        var read = CaseFolder.Load(small.Folder).Case!;
        var files = Files();
        static string Lines(IEnumerable<string> items) => string.Concat(items.Select(i => $"- {i}\n"));
        (files["steps.yaml"], files["queries.yaml"], files["replies.yaml"]) =
            (Lines(read.Steps.Select(WorkItems.Text)), Lines(read.Queries.Select(WorkItems.Text)), Lines(read.Replies.Select(WorkItems.Text)));
        using var again = new SmallCase(files);
        var back = CaseFolder.Load(again.Folder).Case!;
        Assert.Equal(read.Steps, back.Steps);
        Assert.Equal(read.Queries.Select(WorkItems.Text), back.Queries.Select(WorkItems.Text));
        Assert.Equal(read.Replies.Select(WorkItems.Text), back.Replies.Select(WorkItems.Text));

        var items = FolderItems.Read(small.Folder).Where(i => i.Kind is EntryKind.Step or EntryKind.Query or EntryKind.Reply).ToList();
        Assert.Equal(7, items.Count);
        Assert.Equal(Encoding.UTF8.GetString(items[0].Content.Span), Encoding.UTF8.GetString(WorkItems.Content(EntryKind.Step, WorkItems.Text(read.Steps[0]))));
    }

    [Fact]
    public void AsOf_BeforeAnInstant_KnowsOnlyWhatWasDoneByThen()
    {
        using var small = new SmallCase(Files());
        var then = CaseFolder.Load(small.Folder).Case!.AsOf(Instant.FromUtc(2030, 1, 3, 10, 0));
        Assert.Equal(["V1"], then.Steps.Select(s => s.Id));
        Assert.Single(then.Queries);
        Assert.Empty(then.Replies);
    }

    [Fact]
    public void IdOf_TheSameItem_IsTheSame_AndOfAnotherKeyIsNot()
    {
        Assert.Equal(WorkItems.IdOf("V", "{a: b}", "k1"), WorkItems.IdOf("V", "{a: b}", "k1"));
        Assert.NotEqual(WorkItems.IdOf("V", "{a: b}", "k1"), WorkItems.IdOf("V", "{a: b}", "k2"));
        Assert.NotEqual(WorkItems.IdOf("V", "{a: b}", "k1"), WorkItems.IdOf("V", "{a: c}", "k1"));
    }

    private static void Wrong(string file, string text, string expected, string found)
    {
        var files = Files();
        files[file] = text;
        using var small = new SmallCase(files);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Where == file && f.Line > 0 &&
            f.Expected.Contains(expected, StringComparison.Ordinal) && f.Found.Contains(found, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Files() => new(SmallCase.Good, StringComparer.Ordinal)
    {
        ["steps.yaml"] = Steps, ["queries.yaml"] = Queries, ["replies.yaml"] = Replies,
    };
}
