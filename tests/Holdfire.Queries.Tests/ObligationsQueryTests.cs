using System.Text.Json;

namespace Holdfire.Queries.Tests;

/// <summary>
/// The invented valley: from 1 May 2032, 04:00 in Beirut (+03), one party is to be at 20 places within 30 days, by the end of 31 May, and the other
/// to open the road by the end of 10 May. Reports of 12 and 28 May show 8 and 9 places; nothing is said of the road.
/// </summary>
public sealed class ObligationsQueryTests
{
    private const string Case = "cases/practice-valley";

    [Theory]
    [InlineData("2032-05-05T00:00Z", "O1 due 0", "O2 due 0")]
    [InlineData("2032-05-10T20:59Z", "O1 due 0", "O2 due 0")]
    [InlineData("2032-05-10T21:00Z", "O1 due 0", "O2 overdue 0")]
    [InlineData("2032-05-12T08:00Z", "O1 in_part 8 D-1", "O2 overdue 0")]
    [InlineData("2032-05-31T20:59Z", "O1 in_part 17 D-1 D-2", "O2 overdue 0")]
    [InlineData("2032-05-31T21:00Z", "O1 overdue 17 D-1 D-2", "O2 overdue 0")]
    public void Obligations_AtEachInstant_AreWhatTheEvidenceShows(string now, params string[] expected)
    {
        var answer = Ask.Json("obligations", "--case", Case, "--now", now);
        Assert.Equal(now, answer.GetProperty("now").GetString());
        Assert.Equal(expected, Rows(answer).Select(Short));
    }

    [Fact]
    public void Obligations_HaveWhatIsAskedAndByWhen()
    {
        var answer = Ask.Json("obligations", "--case", Case, "--now", "2032-05-30T00:00Z");
        var (places, road) = (Rows(answer)[0], Rows(answer)[1]);
        Assert.Equal(("V1", "UP", "compliance.deployment", "place"), (Text(places, "truce"), Text(places, "party"), Text(places, "act"), Text(places, "unit")));
        Assert.Equal(20L, places.GetProperty("quantity").GetProperty("min").GetInt64());
        Assert.Equal(20L, places.GetProperty("quantity").GetProperty("max").GetInt64());
        Assert.Equal(("2032-05-31T21:00Z", "2032-05-10T21:00Z"), (Text(places, "due"), Text(road, "due")));
        Assert.All(["act", "quantity", "unit", "is_late"], (string key) => Assert.Equal(JsonValueKind.Null, road.GetProperty(key).ValueKind));
    }

    [Theory]
    [InlineData("--due-by 2032-05-09", "")]
    [InlineData("--due-by 2032-05-10", "O2")]
    [InlineData("--due-by 2032-05-10 --tz Pacific/Auckland", "")] // 11 May there already
    [InlineData("--due-by 2032-05-31", "O1 O2")]
    [InlineData("--to 2032-05-10", "O2")]
    [InlineData("--from 2032-05-11", "O1")]
    [InlineData("--from 2032-05-10 --to 2032-05-10", "O2")]
    [InlineData("--source mission", "O1")]
    [InlineData("--claimant LO", "")]
    [InlineData("--party UP", "O1")]
    [InlineData("--party LO --due-by 2032-06-30", "O2")]
    public void Obligations_OfAPartyOrByADay_AreThoseAlone(string options, string expected) => Assert.Equal(
        expected, string.Join(' ', Rows(Ask.Json(["obligations", "--case", Case, "--now", "2032-06-01T00:00Z", .. options.Split(' ')])).Select(o => Text(o, "id"))));

    [Fact]
    public void Obligations_WithoutNow_AreJudgedAtTheView()
    {
        var answer = Ask.Json("obligations", "--case", Case, "--known-by", "2032-05-12T08:00Z");
        Assert.Equal("2032-05-12T08:00Z", Text(answer, "now"));
        Assert.Equal("O1 in_part 8 D-1", Short(Rows(answer)[0]));
    }

    [Fact]
    public void Obligations_InACaseOfOthers_AreNone() =>
        Assert.Empty(Rows(Ask.Json("obligations", "--case", "cases/practice-line", "--now", "2032-06-01T00:00Z")));

    private static List<JsonElement> Rows(JsonElement answer) => [.. answer.GetProperty("obligations").EnumerateArray()];

    private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;

    private static string Short(JsonElement row)
    {
        string[] words = [Text(row, "id"), Text(row, "state"), row.GetProperty("done").GetProperty("min").GetRawText()];
        return string.Join(' ', words.Concat(row.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()!)));
    }
}
