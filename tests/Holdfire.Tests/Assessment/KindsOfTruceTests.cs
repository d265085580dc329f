using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;
using static Holdfire.Tests.Assessment.InventedTruce;

namespace Holdfire.Tests.Assessment;

/// <summary>Truces of the kinds that wars have, watched throughout, with counts that vary like independent events.</summary>
public sealed class KindsOfTruceTests
{
    private const int Before = 84;

    [Fact]
    public void FourteenQuietDaysAfterOneHugeDay_AreSeenDespiteIt()
    {
        var line = Of(14, 0, i => i >= 0 ? 0 : i == -20 ? 500 : Around(5, i));
        Assert.True(line.Verdict is Verdict.Held or Verdict.LargelyHeld, line.Verdict.ToString());
        Assert.Contains(line.Alternatives, a => !a.WithGreatest);
    }

    [Fact]
    public void AnnouncedThirtyDaysBefore_StillHasABaseline()
    {
        var line = Of(14, 30, i => i >= 0 ? Around(1, i) : Around(10, i));
        Assert.Equal(54, line.UnitsBefore);
        Assert.True(line.Verdict is Verdict.LargelyHeld or Verdict.Reduced, line.Verdict.ToString());
    }

    [Fact]
    public void TwelveQuietHours_OfOneAnHour_AreCompared()
    {
        var start = Zone.AtStartOfDay(Start).ToInstant();
        var reports = Enumerable.Range(-28 * 24, 28 * 24).Select(h => Claim(Start, 1) with
        {
            Id = new ReportId(FormattableString.Invariant($"h{h}")),
            Window = TimeWindow.Exact(new Interval(start + Duration.FromHours(h), start + Duration.FromHours(h + 1))),
        });
        var when = new Interval(start, start + Duration.FromHours(12));
        var truce = Truce(0, B) with { Intended = when, InForce = [new InForce(B, when, TimePrecision.Minute, Zone.Id, "words", false)] };
        var line = TheLine(Watched(Case(reports, truce)));
        Assert.Equal(0, line.UnitsDuring);
        Assert.True(line.Verdict is Verdict.LargelyHeld or Verdict.Held, line.Verdict.ToString());
    }

    [Fact]
    public void SevenQuietDaysThenAsBefore_HaveTheirTurn()
    {
        var line = Of(28, 0, i => i is >= 0 and < 7 ? 0 : Around(10, i));
        Assert.InRange(line.Course!.Change!.Value, At(6), At(8));
        Assert.InRange(line.Course.RatioBefore, 0, 0.2);
        Assert.InRange(line.Course.RatioAfter!.Value, 0.8, 1.2);
        Assert.Equal(7, line.Course.QuietUnits);
        Assert.True(line.Course.QuietChance < 0.01);
    }

    [Fact]
    public void NoneBefore_IsADifferenceAndNoRatio()
    {
        var line = Of(14, 0, i => i >= 0 ? 3 : 0);
        Assert.Null(line.RateRatio);
        Assert.Equal(3, line.Difference);
        Assert.Equal(Verdict.Worse, line.Verdict);
    }

    [Fact]
    public void NoneBeforeAndNoneDuring_CannotSay() => Assert.Equal(Verdict.CannotSay, Of(14, 0, i => i == -80 ? 1 : 0).Verdict);

    // What falls, or rises, by a seventh a week all along goes on so in a truce that adds nothing.
    [Theory]
    [InlineData(-0.02, 7)]
    [InlineData(-0.02, 28)]
    [InlineData(0.02, 7)]
    [InlineData(0.02, 28)]
    public void SteadyTrend_IsNoWorkOfTheTruce(double growth, int days)
    {
        var line = Of(days, 0, i => Around((long)Math.Round(15 * Math.Exp(growth * i)), i));
        Assert.True(line.Verdict is Verdict.CannotSay or Verdict.NoClearChange, $"{line.Verdict} {line.ExpectedRatio} {line.Ratio}");
        Assert.Contains(line.Reasons, r => r.StartsWith("trend: the time before", StringComparison.Ordinal));
    }

    // The same with a truce that takes three quarters away is still seen.
    [Fact]
    public void FallOfThreeQuarters_FromASteadyDecline_IsSeen()
    {
        var line = Of(28, 0, i => Around((long)Math.Round(15 * Math.Exp(-0.02 * i) * (i >= 0 ? 0.25 : 1)), i));
        Assert.True(line.Verdict is Verdict.Reduced or Verdict.LargelyHeld, $"{line.Verdict} {line.Ratio}");
    }

    [Fact]
    public void AsBefore_IsNoClearChangeWithoutRoomForOne()
    {
        var line = Of(28, 0, i => Around(20, i));
        Assert.Equal(Verdict.NoClearChange, line.Verdict);
        Assert.InRange(line.Ratio!.Value.Low, 0.5, 1);
        Assert.InRange(line.Ratio.Value.High!.Value, 1, 2);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(2)]
    public void ReportingThatChanges_IsNamedAsWhatTheVerdictHangsOn(double times)
    {
        var line = Of(28, 0, i => i >= 0 ? Around(20 * times, i) : Around(20, i));
        Assert.Equal(times < 1 ? Verdict.Reduced : Verdict.Worse, line.Verdict);
        Assert.InRange(line.TippingRatio!.Value, times < 1 ? times : 1, times < 1 ? 1 : times);
        Assert.Contains(line.Reasons, r => r.StartsWith("reporting:", StringComparison.Ordinal));
    }

    [Fact]
    public void MoreEventsAndFewerDead_TellOfTheCounting()
    {
        var line = Of(28, 0, i => i >= 0 ? Around(40, i) : Around(10, i), i => i >= 0 ? 1 : 20);
        Assert.True(line.Severity!.CountingChanged);
        Assert.Equal(Verdict.CannotSay, line.Verdict);
    }

    [Fact]
    public void FewerEvents_AndDeadTooFewToFollow_AreAFall()
    {
        var line = Of(28, 0, i => i >= 0 ? Around(4, i) : Around(60, i), i => i % 7 == 0 ? 1 : 0);
        Assert.False(line.Severity!.CountingChanged);
        Assert.True(line.Severity.Ratio.Low > line.Ratio!.Value.High);
        Assert.Equal(Verdict.LargelyHeld, line.Verdict);
    }

    [Fact]
    public void FewerEventsAndMoreDead_TellOfTheCounting()
    {
        var line = Of(28, 0, i => i >= 0 ? Around(10, i) : Around(40, i), i => i >= 0 ? 20 : 1);
        Assert.True(line.Severity!.CountingChanged);
        Assert.Equal(Verdict.CannotSay, line.Verdict);
    }

    [Theory]
    [InlineData(SourceKind.Monitor, true)]
    [InlineData(SourceKind.NewsDesk, false)]
    public void AirRaidsThatGoOnForAWeekOfARestlessWar_AreUnabatedAsAMonitorCounts(SourceKind kind, bool isUnabated)
    {
        var line = TheLine(By(kind, Watched(Case(Counts(7, i => i >= 0 ? 17 : Restless(i)), TruceOf(7, 0)))));
        Assert.Equal((Verdict.CannotSay, isUnabated), (line.Verdict, line.IsUnabated));
    }

    [Fact]
    public void AHalfOfThem_IsNotUnabated() =>
        Assert.False(TheLine(By(SourceKind.Monitor, Watched(Case(Counts(7, i => i >= 0 ? 8 : Restless(i)), TruceOf(7, 0))))).IsUnabated);

    [Fact]
    public void DaysWithoutAnyAmongThem_AreNotUnabated() =>
        Assert.False(TheLine(By(SourceKind.Monitor, Watched(Case(Counts(7, i => i >= 0 ? i % 2 * 40 : Restless(i)), TruceOf(7, 0))))).IsUnabated);

    [Fact]
    public void ASteadyDeclineThatGoesOn_IsNoFallByTheTruce()
    {
        var line = Of(28, 0, i => Around(40 * Math.Pow(0.5, (i + Before) / 40.0), i));
        Assert.Equal(Verdict.CannotSay, line.Verdict);
    }

    [Fact]
    public void SevenDaysWithoutSirens_After30ADay_AreHeld() =>
        Assert.Equal(Verdict.Held, Of(7, 0, i => i >= 0 ? 0 : Around(30, i)).Verdict);

    [Fact]
    public void RareEvents_ThatBecomeRarerForAYear_AreSeen()
    {
        var line = TheLine(Watched(Case(Counts(300, i => i >= 0 ? i % 50 == 7 ? 1 : 0 : i % 5 == 0 ? 1 : 0), TruceOf(300, 0)), 300));
        Assert.Equal(Verdict.LargelyHeld, line.Verdict);
    }

    [Fact]
    public void AStartOneMinuteBeforeMidnight_IsThatOfMidnight()
    {
        AssessmentLine From(Duration earlier)
        {
            var when = new Interval(At(0) - earlier, At(14));
            var truce = TruceOf(14, 2) with { Intended = when, InForce = [new InForce(B, when, TimePrecision.Minute, Zone.Id, "words", false)] };
            return TheLine(Watched(Case(Counts(14, i => i >= 0 ? 0 : Around(5, i)), truce)));
        }

        var (midnight, minute) = (From(Duration.Zero), From(Duration.FromMinutes(1)));
        Assert.Equal(Verdict.Held, midnight.Verdict);
        Assert.Equal((midnight.Verdict, midnight.Ratio, midnight.Expected), (minute.Verdict, minute.Ratio, minute.Expected));
    }

    [Fact]
    public void SomeOfUnknownNumber_CannotSay()
    {
        var reports = Counts(28, i => i < 0 ? 10 : 0).Append(Claim(Start.PlusDays(3), 1) with { Count = CountRange.Some });
        Assert.Equal(Verdict.CannotSay, TheLine(Watched(Case(reports, TruceOf(28, 0)))).Verdict);
    }

    [Fact]
    public void WeeklySums_AreComparedByTheWeek()
    {
        var reports = Enumerable.Range(-26, 34).Select(w => Claim(Start, w >= 0 ? 2 : 30 + (w & 3)) with
        {
            Id = new ReportId(FormattableString.Invariant($"w{w}")), IsAggregate = true,
            Window = TimeWindow.Days(Start.PlusDays(7 * w), Start.PlusDays((7 * w) + 6), Zone),
        });
        var line = TheLine(Case(reports, TruceOf(56, 0)));
        Assert.Equal((ReportingUnit.Week, 8), (line.ReportingUnit, line.UnitsDuring));
        Assert.Equal(Verdict.LargelyHeld, line.Verdict);
    }

    [Theory]
    [InlineData(SourceKind.Monitor, Verdict.NoClearChange)]
    [InlineData(SourceKind.NewsDesk, Verdict.CannotSay)]
    public void RowsOfOneDay_AreEventsOfAMonitorAndPerhapsOneOfANewsDesk(SourceKind kind, Verdict expected)
    {
        var reports = Enumerable.Range(-Before, Before + 28).SelectMany(d => Enumerable.Range(0, 8 + (d & 3)).Select(n => Claim(Start.PlusDays(d), 1) with
        {
            Id = new ReportId(FormattableString.Invariant($"{d}-{n}")),
        }));
        var @case = Watched(Case(reports, TruceOf(28, 0)));
        var line = TheLine(@case with { Sources = [.. @case.Sources.Select(s => s with { Kind = kind })] });
        Assert.Equal(expected, line.Verdict);
    }

    [Fact]
    public void AMonitorThatRepeatsItselfToTheMinute_IsNotTakenToTellItsRowsApart()
    {
        var reports = Enumerable.Range(-60, 88).SelectMany(d => Enumerable.Range(0, 4).Select(n => Claim(Start.PlusDays(d), 1) with
        {
            Id = new ReportId(FormattableString.Invariant($"{d}-{n}")),
            Window = TimeWindow.Exact(new Interval(At(d) + Duration.FromHours(10), At(d) + Duration.FromHours(11))),
        }));
        var @case = Watched(Case(reports, TruceOf(28, 0)));
        var line = TheLine(@case with { Sources = [.. @case.Sources.Select(s => s with { Kind = SourceKind.Monitor })] });
        Assert.Equal(1, line.Baseline.Min);
    }

    private static AssessmentLine Of(int days, int announced, Func<int, long> count, Func<int, long>? killed = null) =>
        TheLine(Watched(Case(Counts(days, count, killed), TruceOf(days, announced))));

    private static IEnumerable<Report> Counts(int days, Func<int, long> count, Func<int, long>? killed = null) =>
        Enumerable.Range(-Before, Before + days).Where(i => count(i) > 0).Select(i => Claim(Start.PlusDays(i), count(i)) with
        {
            Harm = killed is null ? Harm.NotStated : new Harm(CountRange.Exactly(killed(i)), null, null),
        });

    private static Truce TruceOf(int days, int announced) => Truce(announced, B) with
    {
        Intended = Local.Days(Start, Start.PlusDays(days - 1), Zone), InForce = [InForce(B, Start, Start.PlusDays(days - 1))],
    };

    // Weeks of few and of many, as in an air war.
    private static long Restless(int i) => Around(15 * Math.Exp(-0.7 * Math.Sin(i / 6.0)), i);

    private static Case By(SourceKind kind, Case @case) =>
        @case with { Sources = [.. @case.Sources.Select(s => s with { Kind = kind, Party = null })] };

    private static Case Watched(Case @case, int days = 60) => @case with
    {
        Sources = [.. @case.Sources.Select(s => s with
        {
            Watches = [new Watch(true, Drones, new AreaCode("X-ALL"), Local.Days(Start.PlusDays(-Before), Start.PlusDays(days), Zone), "always")],
        })],
    };

    private static Instant At(int day) => Zone.AtStartOfDay(Start.PlusDays(day)).ToInstant();

    // The same numbers each time, that vary about as Poisson counts do.
    private static long Around(double mean, int i)
    {
        ReadOnlySpan<double> steps = [0.3, -1.1, 1.4, -0.2, 0.8, -0.9, -0.4, 1.1, 0.1, -1.3, 0.6, -0.4];
        return Math.Max(0, (long)Math.Round(mean + (Math.Sqrt(mean) * steps[(((i * 7) % 12) + 12) % 12])));
    }
}
