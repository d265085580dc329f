using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;
using static Holdfire.Tests.Assessment.InventedTruce;
using Holdfire.Views;

namespace Holdfire.Tests.Assessment;

public sealed class AssessorTests
{
    private static readonly LocalDate First = Start.PlusDays(-28);

    [Fact]
    public void Assess_TenADayThenNone_HeldWithTheFiguresByHand()
    {
        // 28 days of 10, two of them between announcement and start; four days of a claimed zero; then ten days of 5.
        var reports = Daily(First, 28, _ => 10).Concat(Daily(Start, 4, _ => 0)).Concat(Daily(Start.PlusDays(4), 10, _ => 5));

        var line = TheLine(Case(reports, Truce(2, A, B)));

        Assert.Equal(26, line.BaselineDays, 9);
        Assert.Equal(new RateRange(10, 10), line.Baseline);
        Assert.Equal(new RateRange(10, 10), line.BaselineWithAnnounced);
        Assert.Equal(new RateRange(0, 0), line.During);
        Assert.Equal(new RateRange(5, 5), line.After);
        Assert.Equal(new CoverageHours(96, 0, 0), line.Coverage);
        Assert.InRange(line.Dispersion!.Value, 1, 1.2);
        Assert.Equal(0, line.Ratio?.Low);
        Assert.Equal((ReportingUnit.Day, 26, 4), (line.ReportingUnit, line.UnitsBefore, line.UnitsDuring));
        Assert.Equal((0.0, 0.0), (line.RateRatio, line.ExpectedRatio));
        Assert.InRange(line.Expected!.Value, 38, 42);

        // Nothing of about 40: by a Poisson count the high end would be -ln(0.025)/40; a level that is not quite known widens it.
        Assert.InRange(line.Ratio!.Value.High!.Value, -Math.Log(0.025) / 40, 2 * -Math.Log(0.025) / 40);
        Assert.Equal((Verdict.Held, Verdict.Held, Verdict.Held), (line.Verdict, line.VerdictIfQuiet, line.VerdictIfBaseline));
        Assert.Null(line.FirstAllegedBreach);
        Assert.Empty(line.Wanted);
        Assert.Equal(28 + 4 + 10, line.Series.Length);
        Assert.Equal((10L, (long?)10), (line.Series[0].Min, line.Series[0].Max));
    }

    [Fact]
    public void Assess_TwiceAsManyAsBefore_WorseWithTheFirstBreach()
    {
        var line = TheLine(Case(Daily(First, 28, _ => 10).Concat(Daily(Start, 4, _ => 20)), Truce(0, A, B)));

        Assert.Equal(Verdict.Worse, line.Verdict);
        Assert.Equal(Zone.AtStartOfDay(Start).ToInstant(), line.FirstAllegedBreach);
        Assert.Equal(new ReportId("aa-army-2030-02-01"), line.FirstAllegedBreachReport);
    }

    [Fact]
    public void Assess_TwoDaysOfTheTruceWithoutData_CannotSayAndNamesTheHours()
    {
        var line = TheLine(Case(Daily(First, 28, _ => 10).Concat(Daily(Start, 2, _ => 0)), Truce(2, A, B)));

        Assert.Equal(Verdict.Held, line.VerdictIfQuiet);
        Assert.Equal(Verdict.Reduced, line.VerdictIfBaseline);
        Assert.Equal(Verdict.CannotSay, line.Verdict);
        Assert.Equal(new RateRange(0, 5), line.During);
        Assert.Equal(48, line.Coverage.Unknown, 9);
        var wanted = Assert.Single(line.Wanted);
        Assert.Equal(Local.Days(Start.PlusDays(2), Start.PlusDays(3), Zone), wanted.When);
        Assert.Equal(48, wanted.Hours, 9);
    }

    [Fact]
    public void Assess_ClaimsOfTheActAbove_ShowThatTheSourceWasWatchingTheActBelow()
    {
        var quiet = Daily(Start, 4, _ => 0).Select(r => r with { Act = new ActCode("attack.air") });

        var lines = Lines(Case(Daily(First, 28, _ => 10).Concat(quiet), Truce(2, A, B)));

        Assert.Equal(96, Assert.Single(lines, l => l.Act == Drones).Coverage.Yes, 9);
        Assert.Equal(0, Assert.Single(lines, l => l.Act != Drones).BaselineDays, 9);
    }

    [Fact]
    public void Assess_ThirteenDaysBefore_CannotSay()
    {
        var line = TheLine(Case(Daily(Start.PlusDays(-13), 17, i => i < 13 ? 10 : 0), Truce(0, A, B)));

        Assert.Equal(13, line.BaselineDays, 9);
        Assert.Equal(Verdict.CannotSay, line.Verdict);
        Assert.Contains(line.Wanted, w => w.When.End == Zone.AtStartOfDay(Start.PlusDays(-13)).ToInstant());
    }

    [Fact]
    public void Assess_TruceThatNeverBegan_HasNoLines()
    {
        var assessed = Assessor.Assess(CaseView.Of(Case(Daily(First, 32, _ => 10), Truce())), new AssessmentOptions())[0];

        Assert.Equal(TruceStatus.NeverInForce, assessed.Status);
        Assert.Empty(assessed.Lines);
    }

    [Fact]
    public void Assess_PartyNotBound_ShowsRatesWithoutVerdict()
    {
        var line = TheLine(Case(Daily(First, 32, i => i < 28 ? 10 : 3), Truce(0, A)));

        Assert.Equal((TruceStatus.NotBound, (Verdict?)null), (line.Status, line.Verdict));
        Assert.Equal(new RateRange(3, 3), line.During);
        Assert.Null(line.FirstAllegedBreach);
    }

    [Fact]
    public void Assess_AnotherTruceOnTheSameActs_LeavesItsDaysOutOfTheBaseline()
    {
        var other = Truce(0, B) with
        {
            Id = new TruceId("T0"), InForce = [InForce(B, Start.PlusDays(-10), Start.PlusDays(-6))],
        };
        var reports = Daily(First, 32, i => i is >= 18 and < 23 or >= 28 ? 0 : 10).ToList();

        Assert.Equal(23, TheLine(Case(reports, Truce(0, A, B), other)).BaselineDays, 9);
        Assert.Equal(new RateRange(10, 10), TheLine(Case(reports, Truce(0, A, B), other)).Baseline);
        Assert.Equal(28, TheLine(Case(reports, Truce(0, A, B), other with { InForce = [InForce(A, Start.PlusDays(-10), Start.PlusDays(-6))] })).BaselineDays, 9);
    }

    [Fact]
    public void Assess_AsOfTheSecondDay_KnowsNoLaterClaim()
    {
        var reports = Daily(First, 28, _ => 10).Concat(Daily(Start, 4, i => i == 3 ? 50 : 0));
        var asOf = Local.ToInstant(Start.PlusDays(2).AtMidnight(), Zone);

        var line = TheLine(Case(reports, Truce(0, A, B)), asOf: asOf);

        Assert.Equal(new CoverageHours(24, 0, 24), line.Coverage);
        Assert.Equal(0, line.During.Min);
        Assert.Null(line.FirstAllegedBreach);
    }

    [Fact]
    public void Assess_TargetNeverSaid_OnlyTheUpperBoundCounts()
    {
        var truce = Truce(0, A, B);
        truce = truce with { Prohibitions = [truce.Prohibitions[0] with { Target = TargetKind.EnergyFacility }] };

        var lines = Lines(Case(Daily(First, 32, _ => 10), truce));

        Assert.Equal(Verdict.CannotSay, lines[0].Verdict);
        Assert.Equal(new RateRange(0, 10), lines[0].Baseline);
        Assert.True(lines[1].OutsideTerms);
    }

    [Fact]
    public void Assess_ActThatIsFree_IsShownWithoutVerdict()
    {
        var shelling = Daily(First, 32, i => i < 28 ? 2 : 8)
            .Select(r => r with { Id = new ReportId("s" + r.Id), Act = new ActCode("attack.shelling"), Measure = Measure.Occurred });

        var line = Assert.Single(
            Lines(Case(Daily(First, 32, _ => 1).Concat(shelling), Truce(0, A, B))), l => l.OutsideTerms);

        Assert.Equal((new ActCode("attack.shelling"), (Verdict?)null), (line.Act, line.Verdict));
        Assert.Equal((new RateRange(2, 2), new RateRange(8, 8)), (line.Baseline, line.During));
    }

    [Fact]
    public void Assess_Harm_SumsWhatTheClaimsOfTheTruceSay()
    {
        var reports = Daily(First, 32, _ => 1).Select(r => r with { Harm = new Harm(CountRange.Exactly(2), null, null) });

        Assert.Equal(CountRange.Exactly(8), TheLine(Case(reports, Truce(0, A, B))).Killed);
        Assert.Equal(default, TheLine(Case(reports, Truce(0, A, B))).Injured);
    }

    [Fact]
    public void Assess_TruceOfThreeDays_HasHourlyBins()
    {
        var truce = Truce(0) with { InForce = [InForce(B, Start, Start.PlusDays(2))] };

        Assert.Equal(72, TheLine(Case(Daily(First, 32, _ => 1), truce)).Hourly.Length);
    }

    [Fact]
    public void Assess_PartiesSwapped_MirrorsEveryLine()
    {
        long Aa(int i) => (i * 7) % 11;
        long Bb(int i) => i >= 28 ? 1 : 9 + (i % 3);
        var there = Case(Daily(First, 40, Aa).Concat(Daily(First, 40, Bb, "bb-army")), Truce(2, A, B));
        var back = Case(Daily(First, 40, Bb).Concat(Daily(First, 40, Aa, "bb-army")), Truce(2, A, B));

        var swapped = Lines(back).Select(Figures).Reverse();

        Assert.Equal(2, Lines(there).Length);
        Assert.Equal(Lines(there).Select(Figures), swapped);
    }

    private static string Figures(AssessmentLine line) => FormattableString.Invariant(
        $"{line.Baseline} {line.During} {line.After} {line.Ratio} {line.DetectableRatio} {line.Dispersion} {line.Verdict} ")
        + string.Join(';', line.Reasons) + string.Join(';', line.Series.Select(d => d.ToString()));
}
