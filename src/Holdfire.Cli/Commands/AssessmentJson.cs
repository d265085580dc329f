using Holdfire.Assessment;
using Holdfire.Cli.Output;
using Holdfire.Findings;
using Holdfire.Model;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of an assessment, documented in docs/json.md.</summary>
internal static class AssessmentJson
{
    /// <summary>The columns of the same as CSV: one row a line, one for a truce without lines.</summary>
    public static readonly CsvShape Csv = new(
        "truces.lines",
        [
            "^^as_of", "^^standard", "rules_version=^^rules", "^^parameters", "^truce", "truce_status=^status", "prohibition", "act", "target", "alleged_actor", "source", "measure", "unit",
            "status", "outside_terms", "baseline_days", "baseline_per_day.min", "baseline_per_day.max",
            "baseline_per_day_with_announced.min", "baseline_per_day_with_announced.max", "during_per_day.min", "during_per_day.max",
            "after_per_day.min", "after_per_day.max", "ratio.low", "ratio.high", "ratio_with_announced.low",
            "ratio_with_announced.high", "detectable_ratio", "dispersion", "coverage.yes", "coverage.no", "coverage.unknown", "verdict",
            "verdict_if_quiet", "verdict_if_baseline", "first_alleged_breach", "first_alleged_breach_latest",
            "first_alleged_breach_report", "killed.min", "killed.max", "injured.min", "injured.max",
        ]);

    /// <summary>The columns of the counts as CSV: one row a truce, day and standard that occurs.</summary>
    public static readonly CsvShape CountsCsv = new(
        "truces.counts", ["^^as_of", "rules_version=^^rules", "^^parameters", "^truce", "from", "to", "standard", "at_least", "at_most"]);

    public static object Of(TruceAssessment a, IEnumerable<FindingCount>? counts) => new
    {
        truce = a.Truce.Id.Value,
        a.Status,
        first_alleged_breaches = a.First.Select(f => new
        {
            alleged_actor = f.Actor.Value, source = f.Claim.Source.Value, claim = f.Claim.Id.Value, act = f.Claim.Act.Value,
            from = Texts.Of(f.Claim.Window.Extent.Start), to = Texts.Of(f.Claim.Window.Extent.End), count = Count(f.Claim.Count),
        }),
        lines = a.Lines.Select(Line),
        counts = counts?.Select(FindingJson.Of),
    };

    private static object Line(AssessmentLine l) => new
    {
        prohibition = l.Prohibition.Id,
        act = l.Act.Value,
        l.Target,
        alleged_actor = l.AllegedActor.Value,
        source = l.Source.Value,
        l.Measure,
        l.Unit,
        l.Status,
        outside_terms = l.OutsideTerms,
        baseline_days = l.BaselineDays,
        baseline_per_day = Rate(l.Baseline),
        baseline_per_day_with_announced = Rate(l.BaselineWithAnnounced),
        during_per_day = Rate(l.During),
        after_per_day = Rate(l.After),
        ratio = Ratio(l.Ratio),
        ratio_with_announced = Ratio(l.RatioWithAnnounced),
        detectable_ratio = l.DetectableRatio,
        l.Dispersion,
        coverage = new { l.Coverage.Yes, l.Coverage.No, l.Coverage.Unknown },
        l.Verdict,
        l.VerdictIfQuiet,
        l.VerdictIfBaseline,
        first_alleged_breach = Texts.OfOptional(l.FirstAllegedBreach),
        first_alleged_breach_latest = Texts.OfOptional(l.FirstAllegedBreachClaim is { Window.Extent: { HasEnd: true } e } ? e.End : null),
        first_alleged_breach_report = l.FirstAllegedBreachReport?.Value,
        killed = Count(l.Killed),
        injured = Count(l.Injured),
        reasons = l.Reasons,
        wanted = l.Wanted.Select(w => new
        {
            source = w.Source.Value, act = w.Act.Value, from = Texts.Of(w.When.Start), to = Texts.Of(w.When.End), w.Hours, w.Why,
        }),
        series = l.Series.Select(Bin),
        hourly = l.Hourly.Select(Bin),
    };

    private static object? Rate(RateRange? rate) => rate is { } r ? new { r.Min, r.Max } : null;

    private static object? Ratio(RatioInterval? ratio) => ratio is { } r ? new { r.Low, r.High } : null;

    private static object? Count(CountRange? range) => range is { } r ? new { r.Min, r.Max } : null;

    private static object Bin(DayCount bin) => new
    {
        from = Texts.Of(bin.Window.Start), to = Texts.Of(bin.Window.End), bin.Min, bin.Max, covered_hours = bin.Coverage.Yes,
    };
}
