using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>Computes one line.</summary>
internal static class LineBuilder
{
    /// <summary>The line.</summary>
    public static AssessmentLine Build(Case @case, LineSpec spec, VerdictTable table)
    {
        var counts = LineCounts.Of(@case, spec);
        var within = DailySeries.Of(spec, spec.Periods.WholeDays, counts.Coverage);
        var dispersion = DispersionEstimate.Of(DailySeries.Of(spec, spec.Periods.Baseline, counts.Coverage), within);
        var announced = DispersionEstimate.Of(DailySeries.Of(spec, spec.Periods.WithAnnounced, counts.Coverage), within);
        var readings = dispersion is null ? null : UnwatchedReadings.Of(counts.Baseline, counts.During, dispersion, table);
        var withAnnounced = announced is null
            ? null : UnwatchedReadings.Of(counts.WithAnnounced, counts.During, announced, table);
        var judged = spec.Status == TruceStatus.InForce && !spec.OutsideTerms;
        var verdict = judged ? readings?.Agreed ?? Verdict.CannotSay : (Verdict?)null;
        var breach = judged ? FirstBreach(spec) : null;
        return new AssessmentLine
        {
            Prohibition = spec.Prohibition, Act = spec.Act, Target = spec.Prohibition.Target,
            AllegedActor = spec.Claims.Actor, TimeInForce = spec.Bound.When ?? spec.Bound.Possible, Source = spec.Claims.Source.Id, Measure = spec.Measure, Unit = spec.Unit, Status = spec.Status,
            BaselineDays = counts.Baseline.Days, Baseline = Rate(counts.Baseline),
            BaselineWithAnnounced = Rate(counts.WithAnnounced), During = Both(counts.During, counts.Baseline),
            After = counts.After is { DataDays: > 0 } after ? Rate(after) : null,
            Ratio = readings?.Both, RatioWithAnnounced = withAnnounced?.Both, DetectableRatio = readings?.Detectable,
            Dispersion = dispersion?.Index,
            Coverage = spec.Periods.During is { } during ? counts.Coverage.Within(during) : default,
            Verdict = verdict, VerdictIfQuiet = judged ? readings?.IfQuiet ?? Verdict.CannotSay : null,
            VerdictIfBaseline = judged ? readings?.IfBaseline ?? Verdict.CannotSay : null,
            FirstAllegedBreach = breach?.Window.Extent.Start, FirstAllegedBreachClaim = breach,
            Series = counts.Series, Hourly = counts.Hourly,
            Killed = HarmOf(spec, r => r.Harm.Killed), Injured = HarmOf(spec, r => r.Harm.Injured),
            Reasons = Reasons.Of(spec, counts, dispersion, readings, withAnnounced, verdict, table),
            Wanted = verdict == Verdict.CannotSay ? WantedData.Of(spec, counts, dispersion, table) : [],
            OutsideTerms = spec.OutsideTerms,
        };
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
    private static Report? FirstBreach(LineSpec spec)
    {
        var (first, until) = ((Report?)null, long.MaxValue);
        var (claims, table) = (spec.Claims, spec.Claims.Table);
        for (var i = 0; i < claims.Places.Length && table.Starts[claims.Places[i]] <= until; i++)
        {
            var claim = claims.ReportOf(i);
            if (IsBreach(spec, claim) && (first is null || IsBefore(claim, first)))
            {
                (first, until) = (claim, table.Starts[claims.Places[i]]);
            }
        }

        return first;
    }

    private static bool IsBreach(LineSpec spec, Report claim) =>
        spec.Periods.During is { } during && claim.PartOf is null && claim.Measure == spec.Measure && claim.Count.Min >= 1
        && spec.Act.Contains(claim.Act) && (spec.Prohibition.Target is not { } target || claim.Target == target)
        && claim.Window.IsInside(during);

    private static bool IsBefore(Report a, Report b) =>
        (a.Window.Extent.Start, a.Id).CompareTo((b.Window.Extent.Start, b.Id)) < 0;

    private static CountRange? HarmOf(LineSpec spec, Func<Report, CountRange?> part)
    {
        if (spec.Periods.During is not { } during)
        {
            return null;
        }

        var said = new List<CountRange>();
        foreach (var claim in spec.TopLevel)
        {
            if (part(claim) is { } harm && claim.Window.Touches(during))
            {
                said.Add(claim.Window.IsInside(during) ? harm : new CountRange(0, harm.Max));
            }
        }

        return said.Count == 0 ? null : said.Aggregate(CountRange.Exactly(0), CountRange.Add);
    }
}
