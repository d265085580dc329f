using System.Text.Json;
using System.Text.RegularExpressions;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.CaseFormat;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Pages;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>Every query agrees with every other on what was known at an instant.</summary>
public sealed partial class AgreementTests
{
    // Between the instants at which something becomes known nothing changes, so one before the first and these are all that there are.
    private const int MostInstants = 40;
    private const int MostReports = 4;

    public static TheoryData<string> Cases => BuiltInCases.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void AssessAndCounts_AtEveryInstant_TellTheSameCoveredHours(string folder)
    {
        var @case = BuiltInCases.Load(folder);
        var compared = 0;
        foreach (var at in InstantsOf(@case))
        {
            var view = CaseView.Of(@case, at);
            // Other ways to compare change no series and no hours.
            foreach (var truce in Assessor.Assess(view, new AssessmentOptions { Alternatives = false }))
            {
                foreach (var line in truce.Lines.Where(l => !l.OutsideTerms && l.Series.Length > 0))
                {
                    var days = line.Series.Select(d => d.Window).ToArray();
                    var party = view.Known.Sources.First(s => s.Id == line.Source).Party;
                    var rows = Counter.Count(view, new CountQuery(party, line.Source, null, line.Act, line.Measure, [.. days], Unit: line.Unit));
                    for (var i = 0; i < days.Length; i++)
                    {
                        // An assessment looks at the claims about one actor alone, so a count of all may have more hours and never fewer.
                        Assert.True(
                            line.Series[i].Coverage.Yes <= rows[i].Coverage.Yes + 1e-9,
                            $"{folder} at {at}, {truce.Truce.Id}, {line.Source}, {line.Act}, {days[i]}: {line.Series[i].Coverage.Yes} h assessed, {rows[i].Coverage.Yes} h counted");
                        compared++;
                    }
                }
            }
        }

        Assert.True(compared > 0, "nothing was compared");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AView_IsTheCaseAsItWouldHaveBeenThen(string folder)
    {
        var @case = BuiltInCases.Load(folder);
        foreach (var at in InstantsOf(@case))
        {
            var (view, then) = (CaseView.Of(@case, at), CaseView.Of(Then(@case, at)));
            Assert.All(view.Known.Claimed, c => Assert.True(c.KnownAt <= at));
            foreach (var name in (string[])["truces", "audit", "talks", "talks deadlocks", "talks overlap"])
            {
                var (asked, had) = (AnswerOf(name, view), AnswerOf(name, then));
                Assert.Equal(had, asked);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Report_AtAnInstant_IsTheReportOfTheCaseAsItWasThen(string folder)
    {
        var @case = BuiltInCases.Load(folder);
        var all = InstantsOf(@case).ToArray();
        foreach (var at in all.Where((_, i) => i % Math.Max(1, all.Length / MostReports) == 0))
        {
            // Next to what was known a report counts what is left out, which the case of then does not have.
            Assert.Equal(NumbersOf(CaseView.Of(Then(@case, at), at)), NumbersOf(CaseView.Of(@case, at)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Findings_AndAssessAtAnInstant_TellTheSameEvents(string folder)
    {
        var @case = BuiltInCases.Load(folder);
        var all = InstantsOf(@case).ToArray();
        foreach (var at in all.Where((_, i) => i % Math.Max(1, all.Length / MostReports) == 0))
        {
            var words = (string[])["--case", folder, "--known-by", Texts.Of(at)];
            var counts = Ask.Json(["findings", "counts", .. words]).GetProperty("counts").EnumerateArray().Select(c => JsonSerializer.Serialize(c));
            var assessed = Ask.Json(["assess", "--counts", .. words]).GetProperty("truces").EnumerateArray()
                .SelectMany(t => t.GetProperty("counts").EnumerateArray()).Select(c => JsonSerializer.Serialize(c));
            Assert.Equal(counts, assessed);
        }
    }

    [Fact]
    public void Report_OfTheMorningBeforeAStatement_KnowsNoHoursThatItWouldCover()
    {
        var view = CaseView.Of(BuiltInCases.Load("cases/ukraine-2025"), Instant.FromUtc(2025, 5, 8, 12, 0));
        var assessed = Assessor.Assess(view, new AssessmentOptions(new TruceId("A3")));
        Assert.All(assessed.SelectMany(t => t.Lines).Where(l => l.Source == new SourceId("ua-air-force")), l => Assert.Equal(0, l.Coverage.Yes));
        var html = HtmlReport.Render(view, TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions()), [], fused: true), Auditor.Audit(view));
        Assert.DoesNotContain("8 of 15", html, StringComparison.Ordinal);
    }

    // Cells of tables, items of lists, and texts of charts. How much is left out as not yet known is said in sentences.
    [GeneratedRegex("<(td|li|text|title|dd)[ >].*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Shown();

    private static IEnumerable<string> NumbersOf(CaseView view)
    {
        var events = EventsByStandard.Of(view, FindingRulesFile.BuiltIn, Fusion.FusionInput.Of(view.Known), null, Work.Unlimited);
        var html = HtmlReport.Render(
            view, TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions()), events.Findings, fused: true), Auditor.Audit(view),
            new FindingSet(events.Findings, events.Table.Version, events.Parameters), Pages.Charts.MapOutlines.BuiltIn);

        // A section that only says what is left out stands in the contents too.
        return Shown().Matches(html).Select(m => m.Value).Where(v => !v.StartsWith("<li><a href=\"#", StringComparison.Ordinal));
    }

    private static Case Then(Case @case, Instant at) => CaseView.Of(@case, at).Known;

    private static string AnswerOf(string name, CaseView view)
    {
        var query = QueryCatalogue.Find(name)!;
        var answer = query.Run(view, QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer;
        var json = System.Text.Json.Nodes.JsonNode.Parse(AnswerJson.TextWithoutCoordinates(answer))!.AsObject();
        json.Remove("as_of");
        return json.ToJsonString();
    }

    private static IEnumerable<Instant> InstantsOf(Case @case)
    {
        var all = @case.Reports.Select(r => r.KnownAt).Concat(@case.Statements.Select(s => s.KnownAt))
            .Concat(@case.Statements.SelectMany(s => s.Quantities).Select(q => q.KnownAt))
            .Concat(@case.Corrections.Select(c => c.Published).OfType<Instant>())
            .Concat(@case.Truces.Select(t => Intervals.EndOf(t.Announced.Extent)))
            .Concat(@case.Truces.SelectMany(t => t.InForce).SelectMany(f => new[] { Intervals.StartOf(f.When), Intervals.EndOf(f.When) }))
            .Where(i => i > Instant.MinValue && i < Instant.MaxValue).Distinct().Order().ToArray();
        var step = Math.Max(1, all.Length / MostInstants);
        return all.Where((_, i) => i % step == 0).Prepend(all[0] - Duration.FromTicks(1)).Append(all[^1]);
    }
}
