using System.Text.Json;
using Holdfire.Pages;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>The report is a query: its answer is what the queries that it puts together answer.</summary>
public sealed class ReportQueryTests
{
    public static TheoryData<string> Cases => ["cases/ukraine-2025", "cases/practice-line", "cases/practice-valley"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answer_IsThatOfAssessAuditAndFindings(string folder)
    {
        var report = Ask.Json("report", "--case", folder);
        Assert.Equal("holdfire/report/1", report.GetProperty("schema").GetString());
        Same(Ask.Json("assess", "--counts", "--case", folder).GetProperty("truces"), report.GetProperty("truces"));
        var audit = Ask.Json("audit", "--case", folder);
        Same(audit.GetProperty("claims"), report.GetProperty("claims"));
        Assert.Equal(audit.TryGetProperty("harm_claims", out var harm) ? harm.GetArrayLength() : 0, report.GetProperty("harm_claims").GetArrayLength());
        Same(Ask.Json("findings", "--case", folder).GetProperty("findings"), report.GetProperty("findings"));
    }

    [Fact]
    public void Answer_AtAnInstant_IsThatOfTheOthersThen()
    {
        string[] then = ["--case", "cases/ukraine-2025", "--known-by", "2025-05-08T12:00Z"];
        var report = Ask.Json(["report", .. then]);
        Same(Ask.Json(["assess", "--counts", .. then]).GetProperty("truces"), report.GetProperty("truces"));
        Assert.Equal("2025-05-08T12:00Z", report.GetProperty("now").GetString());
        Assert.Equal("2025-05-08T12:00Z", report.GetProperty("coordinates").GetProperty("known_by").GetString());
    }

    [Fact]
    public void Page_OfTheSameAnswer_IsTheSameBytes_AndHasDateAndMarking()
    {
        var query = QueryCatalogue.Find("report")!;
        var arguments = QueryArguments.Parse(query, ["--issued", "2031-04-01", "--tlp", "amber+strict", "--now", "2031-04-01T00:00Z"], out _);
        ReportAnswer Answer() => (ReportAnswer)query.Run(CaseView.Of(BuiltInCases.Load("cases/practice-line")), arguments, Work.Unlimited).Answer;
        var page = AnswerPages.Find("report")!(Answer());
        Assert.Equal(page, AnswerPages.Find("report")!(Answer()));
        Assert.Contains("TLP:AMBER+STRICT", page, StringComparison.Ordinal);
        Assert.Contains("2031-04-01", page, StringComparison.Ordinal);
        Assert.Equal(("2031-04-01", "TLP:AMBER+STRICT", Instant.FromUtc(2031, 4, 1, 0, 0)), (Answer().Issued, Answer().Marking, Answer().Now));
    }

    [Theory]
    [InlineData("--tlp", "blue", "--tlp: expected clear, green, amber, amber+strict or red; found 'blue'")]
    [InlineData("--issued", "1 May", "--issued: expected a civil date from 1900 to 2200 such as 2030-05-08, found '1 May'")]
    [InlineData("--now", "noon", "--now: expected an instant in UTC such as 2030-05-11T00:00Z, found 'noon'")]
    public void WrongOption_IsNamed(string option, string value, string message) =>
        Assert.Equal(message, Assert.Throws<QueryException>(() => Ask.Words("report", "--case", "cases/practice-line", option, value)).Message);

    [Fact]
    public void Pages_AreThoseOfQueriesOfTheCatalogue() =>
        Assert.Equal(["daily", "report"], QueryCatalogue.All.Select(q => q.Name).Where(n => AnswerPages.Find(n) is not null));

    private static void Same(JsonElement expected, JsonElement actual) => Assert.Equal(expected.GetRawText(), actual.GetRawText());
}
