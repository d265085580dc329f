using System.Text.Json;

namespace Holdfire.Queries.Tests;

/// <summary>
/// The invented valley: the torn-up orchard (B-4) is to be verified on 2 May 2032 at 16:30Z, given to patrol 2, refused on the 3rd, given again until
/// the 4th, visited and verified that day; a finding is proposed and, on the 5th, approved and not agreed to. The attack at the mill (H-1) is with patrol 1
/// until the 6th at noon. One question was answered on the third day after it was due, another never.
/// </summary>
public sealed class QueueQueryTests
{
    private const string Case = "cases/practice-valley";

    [Theory]
    [InlineData("2032-05-03T07:00Z", "2032-05-03T07:00Z", "assigned patrol 2 2032-05-03T12:00Z")]
    [InlineData("2032-05-03T09:30Z", "2032-05-03T13:00Z", "access_refused patrol 2 -")]
    [InlineData("2032-05-04T08:00Z", "2032-05-04T12:01Z", "assigned patrol 2 2032-05-04T12:00Z overdue")]
    [InlineData("2032-05-04T11:00Z", "2032-05-04T12:01Z", "visited patrol 2 -")]
    [InlineData("2032-05-06T00:00Z", "2032-05-06T00:00Z", "verified patrol 2 -")]
    public void Queue_AtEachInstant_SaysWhereTheEventStands(string knownBy, string now, string expected)
    {
        var item = Item(Ask.Json("queue", "--case", Case, "--known-by", knownBy, "--now", now), "I-B-4");
        var due = item.GetProperty("due");
        Assert.Equal(expected, $"{Text(item, "state")} {Text(item, "assigned")} {(due.ValueKind == JsonValueKind.Null ? "-" : due.GetString())}{(item.GetProperty("overdue").GetBoolean() ? " overdue" : "")}");
    }

    [Theory]
    [InlineData("", "I-B-1 I-B-2 I-B-3 I-B-4 I-K-1.2 I-W-1 I-K-1.1")]
    [InlineData("--state assigned", "I-B-1")]
    [InlineData("--assigned patrol_2", "I-B-4")]
    [InlineData("--near 33.6,35.6 --km 6 --state new --from 2032-05-02 --to 2032-05-02 --act attack", "I-B-3")]
    [InlineData("--state closed", "")]
    public void Queue_Filtered_HoldsThoseAlone(string options, string expected) => Assert.Equal(expected, string.Join(
        ' ', Rows(Ask.Json(["queue", "--case", Case, "--now", "2032-05-05T00:00Z", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Replace('_', ' '))])).Select(i => Text(i, "incident"))));

    [Fact]
    public void Queue_Finding_IsWhatWasProposedLast_AndOneHandIsNotTwoPeople()
    {
        var finding = Item(Ask.Json("queue", "--case", Case, "--now", "2032-05-06T00:00Z"), "I-B-4").GetProperty("finding");
        Assert.Equal(("verified", "LO", "one_hand", "patrol 2"), (Text(finding, "standard"), Text(finding, "actor"), Text(finding, "approval"), Text(finding, "proposed_by")));
        Assert.Equal(["head of sector"], finding.GetProperty("approved_by").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(["liaison of Lowland"], finding.GetProperty("dissent_by").EnumerateArray().Select(a => a.GetString()));
        var before = Item(Ask.Json("queue", "--case", Case, "--known-by", "2032-05-04T23:00Z", "--now", "2032-05-06T00:00Z"), "I-B-4").GetProperty("finding");
        Assert.Equal("proposed", Text(before, "approval"));
    }

    [Fact]
    public void QueueShow_HasEveryStepAndWhatThePartiesSaid()
    {
        var shown = Ask.Json("queue", "show", "B-4", "--case", Case, "--now", "2032-05-13T00:00Z");
        Assert.Equal("V1 V2 V3 V4 V6 V7 V8 V9 V10", string.Join(' ', shown.GetProperty("steps").EnumerateArray().Select(s => Text(s, "id"))));
        var query = Assert.Single(shown.GetProperty("queries").EnumerateArray());
        Assert.Equal("A1", Text(Assert.Single(query.GetProperty("replies").EnumerateArray()), "id"));
        var sky = Ask.Json("queue", "show", "I-B-2", "--case", Case, "--now", "2032-05-13T00:00Z");
        Assert.Equal("A2", Text(Assert.Single(sky.GetProperty("replies").EnumerateArray()), "id"));
    }

    [Theory]
    [InlineData("2032-05-04T00:00Z", "2032-05-04T00:00Z", "Q1 waiting 1")]
    [InlineData("2032-05-09T00:00Z", "2032-05-09T00:00Z", "Q1 overdue 6", "Q2 waiting 4")]
    [InlineData("2032-05-13T00:00Z", "2032-05-13T00:00Z", "Q1 answered 8", "Q2 overdue 8")] // 3 to 11 May, 5 to 13 May
    [InlineData("2032-05-13T00:00Z", "2032-06-13T00:00Z", "Q1 answered 8", "Q2 overdue 39")]
    public void Queries_AtEachInstant_HaveWaitedSoManyDays(string knownBy, string now, params string[] expected) => Assert.Equal(
        expected, Ask.Json("query", "list", "--case", Case, "--known-by", knownBy, "--now", now).GetProperty("queries").EnumerateArray()
            .Select(q => $"{Text(q, "id")} {Text(q, "state")} {q.GetProperty("days_waited").GetInt32()}"));

    [Theory]
    [InlineData("--state overdue", "Q2")]
    [InlineData("--party UP", "")]
    [InlineData("--source health", "Q2")]
    [InlineData("--from 2032-05-04", "Q2")]
    [InlineData("--to 2032-05-03", "Q1")]
    public void Queries_Filtered_AreThoseAlone(string options, string expected) => Assert.Equal(expected, string.Join(
        ' ', Ask.Json(["query", "list", "--case", Case, "--now", "2032-05-13T00:00Z", .. options.Split(' ')]).GetProperty("queries").EnumerateArray().Select(q => Text(q, "id"))));

    private static JsonElement.ArrayEnumerator Rows(JsonElement answer) => answer.GetProperty("queue").EnumerateArray();

    private static JsonElement Item(JsonElement answer, string incident) => Assert.Single(Rows(answer), i => Text(i, "incident") == incident);

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
