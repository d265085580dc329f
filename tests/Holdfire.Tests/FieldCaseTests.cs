using Holdfire.Assessment;
using Holdfire.CaseFormat;
using Holdfire.Counts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Tests;

/// <summary>
/// What the field's data look like, in one case with answers worked out by hand: a ceasefire without an end from 15 February 2015, a monitor
/// that names nobody, a staff that reports by the week, and an event data set with rows known to a day or a month.
/// </summary>
/// <remarks>
/// The monitor hears ten explosions a day in the four weeks before and two a day in the four weeks after, in Kyiv's days. The staff gives
/// seventy attacks a week before, fourteen after. The data set has three events on 20 February and one some time in May.
/// </remarks>
public sealed class FieldCaseTests : IDisposable
{
    private static readonly DateTimeZone Kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];
    private static readonly LocalDate Start = new(2015, 2, 15);
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-field-").FullName;
    private readonly Case @case;

    public FieldCaseTests()
    {
        Put("case.yaml", "id: field\ntitle: A ceasefire without an end\nzone: Europe/Kyiv\ninvented: true\nplaces:\n  - {code: X-EAST, name: The east, lat: 48.3, lon: 38.2, radius_km: 150}\n");
        Put("parties.yaml", "- {id: AA, name: A, role: party}\n- {id: BB, name: B, role: party}\n");
        Put("sources.yaml", """
            - id: mission
              name: A mission
              kind: monitor
              grade: A
              scope: X-EAST
              rhythm: day
              watches:
                - {watching: true, act: attack, area: X-EAST, from: 2015-01-18T00:00, to: 2015-03-15T00:00, zone: Europe/Kyiv, basis: posts day and night}
            - {id: staff, name: Staff of B, party: BB, kind: party_organ, grade: F, scope: X-EAST, rhythm: week}
            - {id: events, name: An event data set, kind: observer, grade: B, scope: X-EAST, rows: distinct_events}
            """);
        Put("truces.yaml", """
            - id: T1
              name: Ceasefire of February 2015
              announced: {from: 2015-02-12, to: 2015-02-12, zone: Europe/Kyiv, precision: day}
              from: 2015-02-15T00:00
              zone: Europe/Kyiv
              declarations:
                - {actor: AA, kind: accepts, when: {from: 2015-02, zone: Europe/Kyiv, precision: within}, text: Accepts it.}
              in_force:
                - {party: AA, from: 2015-02-15T00:00, zone: Europe/Kyiv, precision: minute, basis: the text}
                - {party: BB, from: 2015-02-15T00:00, zone: Europe/Kyiv, precision: minute, basis: the text}
              prohibitions:
                - {id: P1, act: attack, areas: [X-EAST], bound: [AA, BB], text: No attack by either side.}
            """);
        Put("statements.yaml", "statements: []\n");
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        string Row(string id, string source, string from, string to, string precision, int count, string actor = "") =>
            $"{id},{source},{from},{to},Europe/Kyiv,{precision},attack,occurred,attack,{count},X-EAST,{actor}\n";
        string Day(int number) => CivilText.Format(Start.PlusDays(number));
        Put("reports/rows.csv", "id,source,from,to,zone,precision,act,measure,unit,count,areas,alleged_actor\n"
            + string.Concat(Enumerable.Range(-28, 56).Select(d => Row($"M{d + 100}", "mission", Day(d), Day(d), "day", d < 0 ? 10 : 2)))
            + string.Concat(Enumerable.Range(-4, 8).Select(w => Row($"S{w + 10}", "staff", Day(w * 7), Day((w * 7) + 6), "day", w < 0 ? 70 : 14, "AA")))
            + string.Concat(Enumerable.Range(1, 3).Select(n => Row($"E{n}", "events", "2015-02-20", "2015-02-20", "day", 1)))
            + Row("E4", "events", "2015-05", "", "within", 1));
        var load = CaseFolder.Load(folder);
        @case = load.Case ?? throw new InvalidOperationException(string.Join('\n', load.Errors));
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Mission_ThatNamesNobody_IsAssessedAsEitherSide()
    {
        var truce = Assert.Single(Assessor.Assess(CaseView.Of(@case), new AssessmentOptions { BaselineDays = 28 }));
        var line = Assert.Single(truce.Lines, l => l.Source.Value == "mission");
        Assert.Null(line.AllegedActor);
        Assert.Equal(TruceStatus.InForce, line.Status);

        // 28 days before less the three from the announcement on; the time in force has no end, and is covered for the 28 days that it watched.
        Assert.Equal(25, line.BaselineDays, 9);
        Assert.Equal(new RateRange(10, 10), line.Baseline);
        Assert.Equal(28 * 24, line.Coverage.Yes, 9);
        Assert.Equal(new ReportId("M100"), line.FirstAllegedBreachReport);
        Assert.Null(line.After);
    }

    [Fact]
    public void EventOfAnyLaterDay_IsWithinTheTerms()
    {
        var findings = Finder.Find(@case, Subjects.OfReports(@case), FindingRulesFile.BuiltIn).ToLookup(f => f.Subject.Id);
        Assert.Equal(Placement.WithinTerms, findings["M127"].Single().Placement);
        Assert.Equal(Placement.WithinTerms, findings["E4"].Single().Placement);
        Assert.Equal(Placement.OutsideTerms, findings["M99"].Single().Placement);
        Assert.Empty(findings["M90"]);
    }

    [Theory]
    [InlineData("2015-02-08", "2015-02-14", 70, 70)]
    [InlineData("2015-02-15", "2015-02-21", 14, 14)]
    [InlineData("2015-02-10", "2015-02-10", 0, 70)]
    [InlineData("2015-02-12", "2015-02-18", 0, 84)]
    public void WeeklySeries_IsExactByTheWeek_AndOpenByTheDay(string from, string to, long min, long max) => Check("staff", from, to, min, max);

    [Theory]
    [InlineData("2015-02-20", "2015-02-20", 3, 3)]
    [InlineData("2015-05-01", "2015-05-31", 1, 1)]
    [InlineData("2015-05-15", "2015-05-15", 0, 1)]
    [InlineData("2015-04-01", "2015-05-15", 0, 1)]
    [InlineData("2015-02-01", "2015-06-30", 4, 4)]
    [InlineData("2015-06-01", "2015-06-30", 0, 0)]
    public void EventDataSet_AddsItsRows_AndAMonthIsNoCoverage(string from, string to, long min, long max)
    {
        var row = Check("events", from, to, min, max);
        Assert.Empty(row.Overlap);
        Assert.Equal(from.StartsWith("2015-02", StringComparison.Ordinal) ? 24 : 0, row.Coverage.Yes);
    }

    [Fact]
    public void EventDataSet_IsNeverFusedWithItself() =>
        Assert.DoesNotContain(
            Fuser.Fuse(FusionInput.Of(@case)).Incidents(@case.Places), i => i.Reports.Count(r => r.Source.Value == "events") > 1);

    private CountRow Check(string source, string from, string to, long min, long? max)
    {
        Assert.True(CivilText.TryParseDate(from, out var first) & CivilText.TryParseDate(to, out var last));
        var party = @case.Sources.Single(s => s.Id.Value == source).Party;
        var row = Counter.Count(CaseView.Of(@case), new CountQuery(
            party, new(source), null, new("attack"), Measure.Occurred, [Local.Days(first, last, Kyiv)], Unit: CountUnit.Attack)).Single();
        Assert.Equal((min, max), (row.Min, row.Max));
        return row;
    }

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
        File.WriteAllText(Path.Combine(folder, file), text);
    }
}
