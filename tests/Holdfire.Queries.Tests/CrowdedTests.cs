using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>Reports of one place and time that are too many to tell apart.</summary>
public sealed class CrowdedTests
{
    [Theory]
    [InlineData("incidents")]
    [InlineData("findings")]
    public void ThousandsOfReportsOfOnePlaceAndTime_AreNamed_AndTheRestIsAnswered(string name)
    {
        var @case = BuiltInCases.Load("cases/practice-line");
        var (before, _) = Ask(name, @case);
        var (after, notes) = Ask(name, Crowded(@case));
        var named = Assert.Single(after["too_many"]!.AsArray());
        Assert.Equal("Z0000", named!["reports"]![0]!.GetValue<string>());
        Assert.Contains("too many to tell apart", named["says"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(notes, n => n.StartsWith("Not in this answer: cannot say: 1200 reports", StringComparison.Ordinal));
        Assert.Null(before["too_many"]);

        // What the shipped parameters take for the background changes with each report, so that events may be cut otherwise.
        HashSet<string> Reports(System.Text.Json.Nodes.JsonObject answer) => [.. answer[name]!.AsArray().SelectMany(a => a!["reports"]!.AsArray().Select(r => r!.GetValue<string>()))];
        Assert.NotEmpty(Reports(after));
        Assert.DoesNotContain(Reports(after), r => r.StartsWith('Z'));
        Assert.True(name != "incidents" || Reports(before).SetEquals(Reports(after)));
    }

    [Fact]
    public void ThousandsOfReportsOfOnePlaceAndTime_AreNamedByAnAssessment_WhichAnswersTheRest()
    {
        var @case = BuiltInCases.Load("cases/practice-line");
        string[] options = ["--truce", "T1", "--standard", "corroborated"];
        var (before, _) = Ask("assess", @case, options);
        var (after, notes) = Ask("assess", Crowded(@case), options);
        Assert.Equal("Z0000", Assert.Single(after["too_many"]!.AsArray())!["reports"]![0]!.GetValue<string>());
        Assert.Contains(notes, n => n.StartsWith("Not in this answer: cannot say: 1200 reports", StringComparison.Ordinal));
        Assert.Null(before["too_many"]);

        // They lie after the truce: what it comes to is the same with and without them.
        Assert.Equal(before["truces"]![0]!["figures"]!["breaches"]!["all"]!.ToJsonString(), after["truces"]![0]!["figures"]!["breaches"]!["all"]!.ToJsonString());
    }

    private static Case Crowded(Case @case)
    {
        // All of one minute, far from the time of all others.
        var like = @case.Reports[0];
        var start = Instant.FromUtc(2040, 1, 1, 12, 0);
        return @case with
        {
            Reports =
            [
                .. @case.Reports, .. Enumerable.Range(0, 1_200).Select(i => like with
                {
                    Id = new ReportId(FormattableString.Invariant($"Z{i:0000}")),
                    Window = TimeWindow.Exact(new Interval(start, start + Duration.FromMinutes(1))),
                    IncludedIn = [], Quotes = [], Denies = [], PartOf = null, Source = @case.Sources[i % @case.Sources.Length].Id,
                }),
            ],
        };
    }

    private static (System.Text.Json.Nodes.JsonObject Answer, string[] Notes) Ask(string name, Case @case, params string[] options)
    {
        var query = QueryCatalogue.Find(name)!;
        var result = query.Run(CaseView.Of(@case), QueryArguments.Parse(query, options, out _), Work.Unlimited);
        return (System.Text.Json.Nodes.JsonNode.Parse(AnswerJson.Text(result.Answer))!.AsObject(), [.. result.Notes()]);
    }
}
