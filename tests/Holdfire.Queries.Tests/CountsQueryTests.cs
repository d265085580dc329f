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
        var answer = Ask(@case, $"--source {source.Id} --act {report.Act} --measure {Snake(report.Measure)} --unit {Snake(report.Unit)}");
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

    private static string Snake<T>(T value)
        where T : struct, Enum => Texts.Words(value).Replace(' ', '_');

    private static CountsAnswer Ask(Holdfire.Model.Case @case, string words)
    {
        var query = QueryCatalogue.Find("counts")!;
        var arguments = QueryArguments.Parse(query, [.. words.Split(' '), "--from", "2031-01-01", "--to", "2031-12-31"], out var knownBy);
        return (CountsAnswer)query.Run(CaseView.Of(@case, knownBy), arguments, Work.Unlimited).Answer;
    }
}
