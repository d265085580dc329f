using System.Text.Json;

namespace Holdfire.Queries.Tests;

/// <summary>
/// Daily reports of the invented valley, worked out by hand. On 2 May 2032 the mission says in one bulletin that there were 12 violations, and apart from it tells of
/// 7 overflights, shelling heard and an orchard torn up; the ministry tells of an attack, 22 killed at first and 24 from 4 May 08:00 on. A patrol was kept from the Mill.
/// </summary>
public sealed class DailyQueryTests
{
    private const string Case = "cases/practice-valley";

    [Fact]
    public void Daily_OfADayWithEvents_CountsThemByAreaActorAndAct()
    {
        var answer = Day("2032-05-02");
        Assert.Equal(
            [
                "X-MILL LO violation.demolition 1..1 then 0..0 more", "X-UPPER LO attack.shelling 1..1 then 0..0 more", "X-VALLEYS LO attack 1..1 then 0..0 more",
                "X-VALLEYS LO violation.overflight.jet 1..1 then 0..0 more",
            ],
            answer.GetProperty("events").EnumerateArray().Select(Row));
        Assert.Equal(["killed civilians 24..24", "killed military 1..1", "killed unknown 2..3", "injured civilians 35..45"], Harm(answer.GetProperty("total")));
        Assert.StartsWith("4 events are reported. Killed: 24 civilians, 1 military, 2–3 of whom it is not said.", Text(answer, "in_short"), StringComparison.Ordinal);
    }

    [Fact]
    public void Daily_BeforeTheTollWasRevised_HasTheFormerOne() => Assert.Equal(
        ["killed civilians 22..22", "killed military 1..1", "injured civilians 35..45"], Harm(Day("2032-05-02", "--known-by", "2032-05-03T12:00Z").GetProperty("total")));

    [Theory]
    [InlineData("2032-05-02", 2, 0, 0, "")] // B-3 and B-4, published at 16:00Z
    [InlineData("2032-05-03", 3, 3, 0, "")] // B-1, B-2 and H-1, about the day before
    [InlineData("2032-05-04", 0, 0, 1, "H-1 H-2")]
    [InlineData("2032-05-05", 0, 0, 0, "")]
    public void News_AreWhatBecameKnownSinceTheLastReport(string date, int published, int earlier, int changed, string report)
    {
        var news = Day(date).GetProperty("news");
        Assert.Equal((published, earlier, changed, 0), (Number(news, "new"), Number(news, "about_earlier_days"), Number(news, "changed"), Number(news, "withdrawn")));
        Assert.Equal(report, string.Concat(news.GetProperty("items").EnumerateArray().Where(n => Text(n, "kind") != "new").Select(n => $"{Text(n, "report")} {Text(n, "by")}")));
    }

    [Fact]
    public void News_OfADayAndTheNext_ShareNothingAndLoseNothing()
    {
        var all = Enumerable.Range(1, 31).SelectMany(d => Day($"2032-05-{d:00}").GetProperty("news").GetProperty("items").EnumerateArray())
            .Select(n => Text(n, "report") + Text(n, "kind")).ToList();
        Assert.Equal(["B-1new", "B-2new", "B-3new", "B-4new", "D-1new", "D-2new", "H-1changed", "H-1new"], all.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Watch_NamesRestrictionsAndGaps()
    {
        var watch = Day("2032-05-02").GetProperty("watch");
        var restriction = Assert.Single(watch.GetProperty("restrictions").EnumerateArray());
        Assert.Equal(("mission", "movement", "LO", "2032-05-02T07:00Z"), (Text(restriction, "source"), Text(restriction, "kind"), Text(restriction, "by"), Text(restriction, "from")));
        Assert.Empty(Day("2032-05-03").GetProperty("watch").GetProperty("restrictions").EnumerateArray());
    }

    [Fact]
    public void Daily_OfADayWithoutReports_SaysSoAndWhetherAnybodyWatched()
    {
        var words = Text(Day("2032-05-04"), "in_short");
        Assert.Equal("No reports of events. Nobody is known to have been watching: silence says nothing.", words);
        Assert.DoesNotContain("No events", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Daily_OfADayOfNumbersInStatements_NamesThemApartFromReports()
    {
        var answer = Ask.Json("daily", "--case", "cases/ukraine-2025", "--date", "2025-05-09");
        Assert.StartsWith("No reports of events. 7 numbers in statements may be about the day.", Text(answer, "in_short"), StringComparison.Ordinal);
        Assert.Contains("S21.1", answer.GetProperty("stated").EnumerateArray().Select(s => Text(s, "id")));
    }

    [Theory]
    [InlineData("2032-05-02", "")] // the road is due at the end of 10 May, eight days on
    [InlineData("2032-05-03", "O2 due")]
    [InlineData("2032-05-11", "O2 overdue")]
    [InlineData("2032-05-25", "O2 overdue, O1 in_part")]
    [InlineData("2032-06-01", "O2 overdue, O1 overdue")]
    public void Obligations_AreThoseOverdueOrDueWithinAWeek(string date, string expected) => Assert.Equal(
        expected, string.Join(", ", Day(date).GetProperty("obligations").EnumerateArray().Select(o => $"{Text(o, "id")} {Text(o, "state")}")));

    [Theory]
    [InlineData("2032-04-30", 0)]
    [InlineData("2032-05-01", 1)]
    [InlineData("2032-07-02", 1)] // extended on 28 June
    [InlineData("2032-08-01", 1)] // until 04:00 of that day
    [InlineData("2032-08-02", 0)]
    public void Truces_AreThoseInForceOnTheDay(string date, int expected) => Assert.Equal(expected, Day(date).GetProperty("truces").GetArrayLength());

    [Fact]
    public void Open_IsWhatIsAllegedAndNotBorneOut()
    {
        var (first, later) = (Day("2032-05-02").GetProperty("open"), Day("2032-05-20").GetProperty("open"));
        Assert.Equal((1, 0), (Number(first, "of_day"), Number(first, "of_earlier_days")));
        Assert.Equal((0, 1), (Number(later, "of_day"), Number(later, "of_earlier_days")));
    }

    [Fact]
    public void Daily_AgainstLastWeek_ComparesWithTheSameDayOfTheWeekBefore()
    {
        var answer = Ask.Json("daily", "--case", Case, "--date", "2032-05-09", "--against", "last-week");
        Assert.Equal("2032-05-02", Text(answer.GetProperty("against"), "date"));
        Assert.Equal("4..4", Bounds(answer.GetProperty("total").GetProperty("then").GetProperty("events")));
        Assert.Equal("fewer", Text(answer.GetProperty("total"), "change"));
    }

    [Fact]
    public void Daily_AgainstAnythingElse_IsAnError()
    {
        var error = Assert.Throws<QueryException>(() => Ask.Words("daily", "--case", Case, "--date", "2032-05-02", "--against", "monday"));
        Assert.Contains("yesterday or last-week", error.Message, StringComparison.Ordinal);
    }

    private static JsonElement Day(string date, params string[] more) => Ask.Json(["daily", "--case", Case, "--date", date, .. more]);

    private static string Row(JsonElement r) => $"{Text(r, "area")} {Text(r, "actor")} {Text(r, "act")} {Bounds(r.GetProperty("now").GetProperty("events"))} "
        + $"then {Bounds(r.GetProperty("then").GetProperty("events"))} {Text(r, "change")}";

    private static IEnumerable<string> Harm(JsonElement row) =>
        row.GetProperty("now").GetProperty("harm").EnumerateArray().Select(h => $"{Text(h, "kind")} {Text(h, "of")} {Bounds(h)}");

    private static string Bounds(JsonElement b) => $"{b.GetProperty("min").GetRawText()}..{b.GetProperty("max").GetRawText()}";

    private static int Number(JsonElement row, string key) => row.GetProperty(key).GetInt32();

    private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;
}
