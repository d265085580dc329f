using System.Text.Json;

namespace Holdfire.Queries.Tests;

/// <summary>Events of the invented valley, told apart and compared.</summary>
public sealed class IncidentCountsQueryTests
{
    private const string Case = "cases/practice-valley";

    [Theory]
    [InlineData("--by actor --from 2032-05-02 --to 2032-05-02", "LO 4")]
    [InlineData("--by act --from 2032-05-02 --to 2032-05-02 --act attack", "attack 1, attack.shelling 1")]
    [InlineData("--by area --from 2032-05-02 --to 2032-05-02 --act attack.shelling", "X-UPPER 1")]
    [InlineData("--by area --near 33.6,35.6 --km 6 --source mission --act attack.shelling", "X-UPPER 1")]
    [InlineData("--by area --near 33.1,35.3 --km 1 --act attack.shelling", "")]
    [InlineData("--by actor --from 2032-05-03 --to 2032-05-03", "")]
    public void Rows_AreOfTheEventsAskedFor(string words, string expected) => Assert.Equal(
        expected, string.Join(", ", Ask.Json(["incidents", "counts", "--case", Case, .. words.Split(' ')]).GetProperty("rows").EnumerateArray()
            .Select(r => $"{Name(r)} {r.GetProperty("now").GetProperty("events").GetProperty("max").GetRawText()}")));

    [Theory]
    [InlineData("--from 2032-05-03 --to 2032-05-03 --against yesterday", "2032-05-01T21:00Z", "fewer")]
    [InlineData("--from 2032-05-09 --to 2032-05-09 --against last-week", "2032-05-01T21:00Z", "fewer")]
    [InlineData("--from 2032-05-08 --to 2032-05-14 --against last-week", "2032-04-30T21:00Z", "fewer")]
    [InlineData("--from 2032-05-08 --to 2032-05-09 --against 2032-05-01..2032-05-02", "2032-04-30T21:00Z", "fewer")]
    [InlineData("--from 2032-05-08 --to 2032-05-09 --against 2032-05-02..2032-05-02", "2032-05-01T21:00Z", null)] // days differ in number
    public void Against_IsTheEarlierDays(string words, string from, string? change)
    {
        var answer = Ask.Json(["incidents", "counts", "--case", Case, .. words.Split(' ')]);
        Assert.Equal(from, answer.GetProperty("against").GetProperty("from").GetString());
        Assert.Equal(change, answer.GetProperty("total").GetProperty("change").GetString());
        Assert.Equal(4, answer.GetProperty("total").GetProperty("then").GetProperty("events").GetProperty("max").GetInt32());
    }

    [Theory]
    [InlineData("--by area,area", "each once")]
    [InlineData("--by village", "area, actor and act")]
    [InlineData("--against yesterday", "--from")]
    [InlineData("--from 2032-05-02 --to 2032-05-03 --against yesterday", "one day")]
    [InlineData("--from 2032-05-02 --to 2032-05-12 --against last-week", "seven days")]
    [InlineData("--from 2032-05-02 --to 2032-05-02 --against 2032-05-09..2032-05-01", "two dates")]
    [InlineData("--from 2032-05-02 --to 2032-05-01", "2032-05-02")]
    public void WrongOptions_AreOneClearLine(string words, string says) => Assert.Contains(
        says, Assert.Throws<QueryException>(() => Ask.Words(["incidents", "counts", "--case", Case, .. words.Split(' ')])).Message, StringComparison.Ordinal);

    [Fact]
    public void Show_GivesEachReportsWordsAndCasualties()
    {
        var orchard = Assert.Single(Ask.Json("incidents", "show", "B-4", "--case", Case).GetProperty("reports").EnumerateArray());
        Assert.Equal(("An orchard was torn up", "en", "2032-05-02T16:00Z"), (Text(orchard, "narrative"), Text(orchard, "language"), Text(orchard, "published")));
        var tolls = Ask.Json("incidents", "show", "H-1", "--case", Case).GetProperty("reports").EnumerateArray().Where(r => Text(r, "source") == "health").ToList();
        Assert.Equal(["corrected", null], tolls.Select(r => r.GetProperty("taken_back").GetString()));
        Assert.Equal([22, 24], tolls.Select(r => r.GetProperty("harm")[0].GetProperty("min").GetInt32()));
    }

    private static string Name(JsonElement row) => ((string[])["area", "actor", "act"]).Select(k => row.GetProperty(k).GetString()).First(n => n is not null)!;

    private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;
}
