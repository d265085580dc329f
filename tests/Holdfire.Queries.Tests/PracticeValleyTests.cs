using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>An invented mission in two valleys: its violations, a village, a revised toll, what sensors showed, what is owed. Worked out by hand.</summary>
public sealed class PracticeValleyTests
{
    private static readonly Case Valley = BuiltInCases.Load("cases/practice-valley");

    // The bulletin's 12 violations, 7 of the airspace, 3 shellings heard and one orchard torn down stand next to each other. The orchard is in
    // the Mill, a village within the Upper Valley; the others may be in either valley.
    [Theory]
    [InlineData("--source mission --act violation", "item 1..1, breach 12..12, shelling 3..3, breach.airspace 7..7")]
    [InlineData("--source mission --act violation --area X-UPPER", "item 1..1, breach 0..12, shelling 0..3, breach.airspace 0..7")]
    [InlineData("--source mission --act violation --area X-LOWER", "item 0..0, breach 0..12, shelling 0..3, breach.airspace 0..7")]
    [InlineData("--source mission --act violation.overflight --unit breach.airspace", "7..7")]
    public void Counts_OfViolations_AreThoseOfEachUnit(string words, string expected) => Assert.Equal(expected, Counted(words + " --measure occurred"));

    // 22 killed, of which the second bulletin made 24: the first until 08:00 on 4 May, never both.
    [Theory]
    [InlineData("--measure killed --of civilians", "24..24")]
    [InlineData("--measure killed --of civilians --as-of 2032-05-03T12:00Z", "22..22")]
    [InlineData("--measure killed --of military", "1..1")]
    [InlineData("--measure killed --of unknown", "2..3")]
    [InlineData("--measure injured", "35..45")]
    public void Counts_OfPeople_TakeTheRevisedToll(string words, string expected) => Assert.Equal(expected, Counted("--claimant UP --act attack " + words));

    // 8 and 9 of 20 places, due by the end of 31 May in Beirut; the road by the end of 10 May.
    [Theory]
    [InlineData("2032-05-05", "O1 Due 0, O2 Due 0")]
    [InlineData("2032-05-15", "O1 InPart 8, O2 Overdue 0")]
    [InlineData("2032-05-30", "O1 InPart 17, O2 Overdue 0")]
    [InlineData("2032-06-02", "O1 Overdue 17, O2 Overdue 0")]
    public void Obligations_OnEachDay_AreInTheirState(string day, string expected)
    {
        var now = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.AtMidnight().InUtc().ToInstant();
        var states = ObligationCheck.Of(CaseView.Of(Valley), now);
        Assert.Equal(expected, string.Join(", ", states.Select(s => $"{s.Obligation.Id} {s.State} {s.Done.Min}")));
        Assert.Equal(Instant.FromUtc(2032, 5, 31, 21, 0), states[0].Due);
        Assert.Equal(Instant.FromUtc(2032, 5, 10, 21, 0), states[1].Due);
    }

    [Fact]
    public void Incident_HeardFromAPost_HasTheSectorAsItsPlaceAndDetectionsBesideIt()
    {
        var report = Valley.Reports.Single(r => r.Id.Value == "B-3");
        Assert.Equal(1.467, report.Point!.Value.RadiusKm, 3);
        var beside = DetectionsBeside.Of(Valley, report.Window.Extent, report.Point, [], [report.Id]);
        Assert.Equal(["A-1", "A-2"], beside.Select(d => d.Id.Value));
    }

    private static string Counted(string words)
    {
        var query = QueryCatalogue.Find("counts")!;
        var arguments = QueryArguments.Parse(query, [.. words.Split(' '), "--from", "2032-05-02", "--to", "2032-05-02"], out var knownBy);
        var answer = (CountsAnswer)query.Run(CaseView.Of(Valley, knownBy), arguments, Work.Unlimited).Answer;
        return string.Join(", ", answer.Rows.Select(r => $"{(r.Unit is { } unit ? unit + " " : "")}{r.Min}..{r.Max}"));
    }
}
