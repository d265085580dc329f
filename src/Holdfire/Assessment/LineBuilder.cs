using System.Collections.Immutable;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Computes one line.</summary>
internal static class LineBuilder
{
    /// <summary>Days before the truce of which claims are looked at: for windows as long as the truce.</summary>
    public const int LongestPast = 1095;

    private const int ShortestShown = 28;

    /// <summary>The line.</summary>
    /// <param name="case">The case.</param>
    /// <param name="spec">What it is about.</param>
    /// <param name="options">How to assess.</param>
    /// <param name="knownBy">The instant of the view; null for everything.</param>
    public static AssessmentLine Build(Case @case, LineSpec spec, AssessmentOptions options, Instant? knownBy)
    {
        var table = options.Table ?? new VerdictTable();
        var source = spec.Claims.Source;
        var claimed = spec.Claims.Made(c => !c.IsPart && c.Act.Contains(spec.Act));
        var coverage = SourceCoverage.Of(source, SourceCoverage.Watching(source, claimed, @case), spec.Act, null, @case.Places);
        var shortest = Periods.Of(spec.Truce, spec.When, spec.Bound, spec.Others, spec.DataEnd, knownBy, options);
        var start = spec.When.Start;
        var end = Instant.Max(start, shortest.After?.End ?? shortest.During?.End ?? start);
        var series = UnitSeries.Of(spec, coverage, start - Duration.FromDays(LongestPast), end - Duration.Epsilon, @case.Places);
        var units = UnitPeriods.Of(series, start, shortest.During, AnnouncedOf(spec.Truce), [.. spec.Others, .. spec.Bound.Edges]);
        var periods = Periods.Of(spec.Truce, spec.When, spec.Bound, spec.Others, spec.DataEnd, knownBy, options with { BaselineDays = DaysBack(series, units, start) });
        var near = periods.Days.IsEmpty ? spec.Claims : spec.Claims.Touching(new Interval(periods.Days[0].Start, periods.Days[^1].End));
        var counts = LineCounts.Of(@case, spec, periods, near, coverage);
        var breach = spec.IsJudged ? FirstBreach(spec, near, shortest.During) : null;
        var judgement = Judgement.Of(series, units, spec, counts, shortest.During).Judged(breach is not null, table);
        return Line(spec, series, units, counts, judgement, options) with
        {
            FirstAllegedBreach = breach?.Window.Extent.Start, FirstAllegedBreachClaim = breach,
            Coverage = shortest.During is { } during ? coverage.Within(during) : default,
            Killed = HarmOf(spec, shortest.During, r => r.Harm.Killed), Injured = HarmOf(spec, shortest.During, r => r.Harm.Injured),
            Control = spec.IsJudged ? Control.Of(
                spec, coverage, start - Duration.FromDays(LongestPast), end - Duration.Epsilon, shortest.During, AnnouncedOf(spec.Truce), judgement.Comparison, @case.Places) : null,
            Areas = spec.IsJudged && judgement.Comparison is { } compared && !units.During.IsEmpty ? AreaChanges.Of(spec.Counted, series, units, compared.Forecast.Mean) : [],
            HasEnoughBefore = units.Baseline.Length >= table.MinimumBaselineDays,
            IsUnabated = spec.IsJudged && Unabated.Of(source, judgement, table),
            Wanted = judgement.Verdict == Verdict.CannotSay
                ? WantedData.Of(spec, periods, counts, judgement, table) : [],
            Reasons = Reasons.Of(spec, periods, counts, units, judgement, table),
        };
    }

    private static AssessmentLine Line(
        LineSpec spec, UnitSeries series, UnitPeriods units, LineCounts counts, Judgement judgement, AssessmentOptions options) => new()
    {
        Prohibition = spec.Prohibition, Act = spec.Act, Target = spec.Prohibition.Target,
        AllegedActor = spec.Claims.Actor, TimeInForce = spec.Bound.When ?? spec.Bound.Possible, Source = spec.Claims.Source.Id, Measure = spec.Measure, Unit = spec.Unit, Status = spec.Status,
        ReportingUnit = series.Grid.Unit, UnitsBefore = units.Baseline.Length, UnitsDuring = units.During.Length,
        BaselineDays = counts.Baseline.Days, Baseline = Rate(counts.Baseline),
        BaselineWithAnnounced = Rate(counts.WithAnnounced), During = Both(counts.During, counts.Baseline),
        After = counts.After is { DataDays: > 0 } after ? Rate(after) : null,
        Ratio = judgement.Both, RatioWithAnnounced = judgement.BothWithAnnounced, DetectableRatio = judgement.Comparison?.Detectable(),
        RateRatio = Finite(judgement.Comparison?.Plain), ExpectedRatio = judgement.Comparison?.Point, Expected = judgement.Comparison?.Forecast.Mean,
        Difference = judgement.Difference,
        Dispersion = judgement.Comparison?.Dispersion, Chance = judgement.Comparison?.Chance,
        PlaceboShare = judgement.Comparison?.Placebos.Share, PlaceboWindows = judgement.Comparison?.Placebos.Windows ?? 0,
        Silence = judgement.Silence, Course = judgement.Course, Severity = judgement.Severity, TippingRatio = judgement.Tipping,
        Verdict = spec.IsJudged ? judgement.Verdict : null, VerdictIfQuiet = spec.IsJudged ? judgement.IfQuiet : null,
        VerdictIfBaseline = spec.IsJudged ? judgement.IfAsBefore : null,
        Reporting = judgement.Reporting, RatioIfReporting = judgement.IfReporting, VerdictIfReportedAlike = spec.IsJudged ? judgement.IfReportedAlike : null,
        Series = counts.Series, Hourly = counts.Hourly, Coverage = default, OutsideTerms = spec.OutsideTerms,
        Units = UnitsOf(series, units),
        MakeAlternatives = spec.IsJudged && options.Alternatives ? () => Multiverse.Of(series, units, spec.When.Start) : null,
    };

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static ImmutableArray<UnitCount> UnitsOf(UnitSeries series, UnitPeriods units)
    {
        var first = Enumerable.Range(0, series.Count).FirstOrDefault(i => series.IsUsable(i) || units.Phases[i] != UnitPhase.Earlier);
        return [.. Enumerable.Range(first, series.Count - first).Select(i => new UnitCount(
            series.Windows[i], units.Phases[i], series.State(i), series.Exposure[i], series.Least[i], series.Middle(i),
            double.IsInfinity(series.Most[i]) ? null : series.Most[i]))];
    }

    private static int DaysBack(UnitSeries series, UnitPeriods units, Instant start)
    {
        var back = units.Baseline.IsEmpty ? 1 : Math.Max(1, (int)Math.Ceiling((start - series.Windows[units.Baseline[0]].Start).TotalDays));
        return units.Baseline.Length < UnitPeriods.Fewest ? Math.Max(ShortestShown, back) : back;
    }

    private static Instant AnnouncedOf(Truce truce)
    {
        var zone = DateTimeZoneProviders.Tzdb[truce.Zone];
        return truce.Announced.Extent.HasStart
            ? Local.StartOf(truce.Announced.Extent.Start.InZone(zone).Date, zone) : Instant.MaxValue;
    }

    // Claims of single minutes cover minutes: a rate per day made from less than a day would be an invention.
    private static bool HasRate(ClaimedPeriod period) => period.Days >= 1;

    // From the other hours of days with data as quiet, to those hours at the rate of the watched ones.
    private static RateRange Rate(ClaimedPeriod period) => new(
        period.DataDays > 0 ? period.Min / period.DataDays : 0, HasRate(period) ? period.Max / period.Days : null);

    // From nothing in the hours that nobody watched to the most before: where all was watched, the claims alone.
    private static RateRange Both(ClaimedPeriod during, ClaimedPeriod before)
    {
        var days = during.Days + during.UnwatchedDays;
        if (days <= 0)
        {
            return new RateRange(0, null);
        }

        var filled = during.UnwatchedDays == 0 ? 0
            : HasRate(before) ? before.Max / before.Days * during.UnwatchedDays : null;
        return new RateRange(during.Min / days, (during.Max + filled) / days);
    }

    // Of those that start first the one with the least id. Claims come by start, to the tick.
    private static Report? FirstBreach(LineSpec spec, Claims claims, Interval? during)
    {
        if (during is not { } truce)
        {
            return null;
        }

        var (first, until) = ((Report?)null, long.MaxValue);
        var table = claims.Table;
        for (var i = 0; i < claims.Places.Length && table.Starts[claims.Places[i]] <= until; i++)
        {
            var claim = claims.ReportOf(i);
            if (IsBreach(spec, claim, truce) && (first is null || IsBefore(claim, first)))
            {
                (first, until) = (claim, table.Starts[claims.Places[i]]);
            }
        }

        return first;
    }

    private static bool IsBreach(LineSpec spec, Report claim, Interval during) =>
        claim.PartOf is null && claim.Measure == spec.Measure && claim.Count.Min >= 1
        && spec.Act.Contains(claim.Act) && (spec.Prohibition.Target is not { } target || claim.Target == target)
        && claim.Window.IsInside(during);

    private static bool IsBefore(Report a, Report b) =>
        (a.Window.Extent.Start, a.Id).CompareTo((b.Window.Extent.Start, b.Id)) < 0;

    private static CountRange? HarmOf(LineSpec spec, Interval? during, Func<Report, CountRange?> part)
    {
        if (during is not { } truce)
        {
            return null;
        }

        var said = new List<CountRange>();
        foreach (var claim in spec.Counted)
        {
            if (part(claim) is { } harm && claim.Window.Touches(truce) && !spec.IsInAnother(claim))
            {
                said.Add(claim.Window.IsInside(truce) ? harm : new CountRange(0, harm.Max));
            }
        }

        return said.Count == 0 ? null : said.Aggregate(CountRange.Exactly(0), CountRange.Add);
    }
}
