using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>The options of <c>counts</c>.</summary>
public sealed class CountsQueryTests
{
    [Fact]
    public void Counts_OfASourceOfNoParty_NeedNoClaimant()
    {
        var @case = BuiltInCases.Load("cases/practice-line");
        var source = @case.Sources.First(s => s.Party is null && @case.Reports.Any(r => r.Source == s.Id && r.PartOf is null));
        var report = @case.Reports.First(r => r.Source == source.Id && r.PartOf is null);
        var answer = Ask(@case, $"--source {source.Id} --act {report.Act} --measure {Snake(report.Measure)} --unit {report.Unit}");
        Assert.Contains(answer.Rows, r => r.Reports > 0);
        Assert.All(answer.Rows, r => Assert.Equal(source.Id.Value, r.Source));
    }

    [Fact]
    public void Counts_OfASourceOfAParty_AreThoseWithItsParty()
    {
        var @case = BuiltInCases.Load("cases/practice-line");
        var source = @case.Sources.First(s => s.Party is not null);
        Assert.Equal(
            AnswerJson.Text(Ask(@case, $"--claimant {source.Party} --source {source.Id} --act attack.shelling --measure occurred")),
            AnswerJson.Text(Ask(@case, $"--source {source.Id} --act attack.shelling --measure occurred")));
    }

    [Fact]
    public void Counts_OfNeitherPartyNorSource_NameBoth()
    {
        var error = Assert.Throws<QueryException>(() => Ask(BuiltInCases.Load("cases/practice-line"), "--act attack --measure occurred")).Error;
        Assert.Equal((QueryErrorCodes.Missing, "--claimant"), (error.Code, error.Where));
        Assert.Contains("--source", error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by day --tz Europe/Kyiv", "day, Europe/Kyiv", "2031-03-30", "2031-03-31")]
    [InlineData("--by week --tz UTC", "first day, UTC", "2031-03-30", "2031-03-31")]
    public void Counts_OfWholeDays_NameTheDaysAndNotTheirMidnights(string by, string header, string from, string to)
    {
        // In Kyiv the clocks go forward in the first night of these two days, so that the first has 23 hours.
        var table = Tests.Ask.Line($"counts --case cases/practice-line --claimant VEL --act attack.shelling --measure occurred --from {from} --to {to} {by}").Table();
        Assert.Equal(header, table.Header[0]);
        Assert.Equal(from, table.Rows[0][0]);
        Assert.Equal(to, table.Rows[^1][header.StartsWith("first", StringComparison.Ordinal) ? 1 : 0]);
    }

    [Fact]
    public void Counts_OfPhases_GiveTimes()
    {
        var table = Tests.Ask.Line("counts --case cases/practice-line --claimant VEL --act attack.shelling --measure occurred --from 2031-03-01 --to 2031-03-31 --by phase").Table();
        Assert.Equal(["from", "to"], table.Header.Take(2));
    }

    [Fact]
    public void Counts_OfSeveralUnits_StandNextToEachOther()
    {
        // A mission counts 12 violations of the day, in breaches, 3 overflights of them told one by one, and 2 shellings.
        var @case = BuiltInCases.Load("cases/practice-line");
        var source = @case.Sources.First(s => s.Party is null);
        var like = @case.Reports.First(r => r.Source == source.Id && r.PartOf is null && r.Published is not null && r.Window.Extent.HasStart && r.Window.Extent.HasEnd);
        Report Told(string id, string act, string unit, long count) => new()
        {
            Id = new(id), Source = source.Id, Act = new(act), Measure = Measure.Occurred, Unit = new(unit), Count = CountRange.Exactly(count),
            Window = like.Window, Published = like.Published, IsAggregate = true,
        };
        @case = @case with
        {
            Reports =
            [
                Told("N1", "violation", "breach", 12), Told("N2", "violation.overflight", "item", 3), Told("N3", "attack.shelling", "shelling", 2),
            ],
            Corrections = [], Pins = [], Statements = [], Conflicts = [],
        };

        var answer = Ask(@case, $"--source {source.Id} --act violation --measure occurred");
        Assert.Null(answer.Unit);
        Assert.Equal(["item 3..3", "breach 12..12", "shelling 2..2"], answer.Rows.Select(r => $"{r.Unit} {r.Min}..{r.Max}"));
        Assert.Equal(["shelling 2..2"], Ask(@case, $"--source {source.Id} --act attack --measure occurred --unit shelling").Rows.Select(r => $"shelling {r.Min}..{r.Max}"));

        // What is told as a violation may be an attack, and is none for certain.
        Assert.Equal(["breach 0..12", "shelling 2..2"], Ask(@case, $"--source {source.Id} --act attack --measure occurred").Rows.Select(r => $"{r.Unit} {r.Min}..{r.Max}"));
    }

    private static string Snake<T>(T value)
        where T : struct, Enum => Texts.Words(value).Replace(' ', '_');

    private static CountsAnswer Ask(Case @case, string words)
    {
        var query = QueryCatalogue.Find("counts")!;
        var arguments = QueryArguments.Parse(query, [.. words.Split(' '), "--from", "2031-01-01", "--to", "2031-12-31"], out var knownBy);
        return (CountsAnswer)query.Run(CaseView.Of(@case, knownBy), arguments, Work.Unlimited).Answer;
    }
}
