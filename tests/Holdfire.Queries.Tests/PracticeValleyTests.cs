using System.Collections.Immutable;
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

    // The bulletin of 10 June gives nine attacks: two of that day at the Mill, seven at some time since 20 May.
    [Theory]
    [InlineData("2032-06-10", "2032-06-10", "2..2")]
    [InlineData("2032-06-01", "2032-06-10", "2..9")]
    [InlineData("2032-05-20", "2032-06-10", "9..9")]
    [InlineData("2032-06-11", "2032-06-30", "0..0")]
    public void Counts_OfPartsWithTimesOfTheirOwn_AreInThose(string from, string to, string expected) =>
        Assert.Equal(expected, Counted("--claimant UP --act attack --unit attack --measure occurred", from, to));

    // Two works of June, some time in it.
    [Theory]
    [InlineData("2032-06-01", "2032-06-30", "2..2")]
    [InlineData("2032-06-10", "2032-06-10", "0..2")]
    public void Counts_OfSomeTimeInAMonth_AreCertainInAllOfItAlone(string from, string to, string expected) =>
        Assert.Equal(expected, Counted("--source mission --act violation.construction --unit item --measure occurred", from, to));

    // Meant to end on 1 July, 04:00 in Beirut (+03); extended on 28 June by a month.
    [Theory]
    [InlineData("2032-05-01T00:59Z", "NotBegun")]
    [InlineData("2032-05-01T01:00Z", "InForce")]
    [InlineData("2032-07-15T00:00Z", "InForce")]
    [InlineData("2032-08-01T01:00Z", "Ended")]
    public void Truce_AtEachInstant_IsInItsState(string now, string expected)
    {
        var query = QueryCatalogue.Find("truces")!;
        var answer = (TrucesAnswer)query.Run(CaseView.Of(Valley), QueryArguments.Parse(query, ["--now", now], out _), Work.Unlimited).Answer;
        Assert.Equal(expected, answer.Truces.Single().State.ToString());
        Assert.Null(((TrucesAnswer)query.Run(CaseView.Of(Valley), QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer).Truces.Single().State);
    }

    // The ministry's own bulletin came to 24 by then, more than the 23 that it says; of the soldier both speak.
    [Fact]
    public void Audit_OfTheDead_HoldsThemAgainstTheRevisedToll()
    {
        var query = QueryCatalogue.Find("audit")!;
        var answer = (AuditAnswer)query.Run(CaseView.Of(Valley), QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer;
        Assert.Equal(
            ["S1.1 Killed Civilians 23 24 Inconsistent", "S1.1 Killed Military 1 1 Unchecked"],
            answer.HarmClaims!.Value.Select(c => $"{c.Quantity} {c.Harm} {c.Of} {c.Claimed.Min} {c.Own.Min} {c.Verdict}"));
        Assert.Equal("audit-3", answer.Rules);
    }

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

    // Heat shows where something burnt. It is no attack, watches for nobody and bears out nothing; it stands next to an incident alone.
    [Theory]
    [InlineData("findings")]
    [InlineData("findings counts")]
    [InlineData("assess")]
    [InlineData("incidents")]
    [InlineData("audit")]
    [InlineData("counts --source mission --act violation --measure occurred --from 2032-05-01 --to 2032-06-30 --by day")]
    [InlineData("counts --source sirens --act attack --measure occurred --from 2032-05-01 --to 2032-06-30 --by day")]
    public void Detections_ChangeNoCountCoverageFindingOrVerdict(string line)
    {
        Assert.NotEmpty(Valley.Detections);
        var words = line.Split(' ');
        var query = QueryCatalogue.All.Where(q => words.Take(q.Name.Split(' ').Length).SequenceEqual(q.Name.Split(' '))).MaxBy(q => q.Name.Length)!;
        string With(ImmutableArray<Detection> detections) => AnswerJson.Text(query.Run(
            CaseView.Of(Valley with { Detections = detections }), QueryArguments.Parse(query, words[query.Name.Split(' ').Length..], out _), Work.Unlimited).Answer);
        Assert.Equal(With([]), With(Valley.Detections));
    }

    private static string Counted(string words, string from = "2032-05-02", string to = "2032-05-02")
    {
        var query = QueryCatalogue.Find("counts")!;
        var arguments = QueryArguments.Parse(query, [.. words.Split(' '), "--from", from, "--to", to], out var knownBy);
        var answer = (CountsAnswer)query.Run(CaseView.Of(Valley, knownBy), arguments, Work.Unlimited).Answer;
        return string.Join(", ", answer.Rows.Select(r => $"{(r.Unit is { } unit ? unit + " " : "")}{r.Min}..{r.Max}"));
    }
}
