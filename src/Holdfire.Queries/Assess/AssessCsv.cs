namespace Holdfire.Queries;

/// <summary>The columns of an assessment as CSV.</summary>
internal static class AssessCsv
{
    /// <summary>The columns of the same as CSV: one row a line, one for a truce without lines.</summary>
    public static readonly CsvShape Lines = new(
        "truces.lines",
        [
            "^^as_of", "^^standard", "rules_version=^^rules", "^^parameters", "^truce", "truce_status=^status", "prohibition", "act", "target", "alleged_actor", "source", "measure", "count_unit",
            "status", "primary", "outside_terms", "unit", "units_before", "units_during", "expected", "expected_ratio", "rate_ratio", "chance", "corrected_chance", "placebo_share", "placebo_windows", "tipping_ratio", "reporting.least", "reporting.most", "ratio_if_reporting.low", "ratio_if_reporting.high", "verdict_if_reported_alike", "control.counted", "control.expected", "control.size", "control.ratio.low", "control.ratio.high", "control.against", "rate_per", "baseline_rate.min", "baseline_rate.max", "during_rate.min", "during_rate.max", "after_rate.min", "after_rate.max", "difference", "silence.units", "silence.silent", "silence.units_before", "silence.silent_before", "silence.chance", "silence.is_telling", "course.units", "course.with_claims", "course.share_low", "course.share_high", "course.quiet_units", "course.quiet_chance", "course.change", "course.ratio_before", "course.ratio_after", "unabated", "severity.before", "severity.during", "severity.ratio.low", "severity.ratio.high", "severity.size", "severity.counting_changed", "baseline_days", "baseline_per_day.min", "baseline_per_day.max",
            "baseline_per_day_with_announced.min", "baseline_per_day_with_announced.max", "during_per_day.min", "during_per_day.max",
            "after_per_day.min", "after_per_day.max", "ratio.low", "ratio.high", "ratio_with_announced.low",
            "ratio_with_announced.high", "detectable_ratio", "dispersion", "coverage.yes", "coverage.no", "coverage.unknown", "verdict", "rate_verdict",
            "verdict_if_quiet", "verdict_if_baseline", "first_alleged_breach", "first_alleged_breach_latest",
            "first_alleged_breach_report", "killed.min", "killed.max", "injured.min", "injured.max",
        ]);

    /// <summary>The columns of the counts as CSV: one row a truce, day and standard that occurs.</summary>
    public static readonly CsvShape Counts = new(
        "truces.counts", ["^^as_of", "rules_version=^^rules", "^^parameters", "^truce", "from", "to", "standard", "at_least", "at_most"]);

    /// <summary>The columns of the units as CSV: one row a line and unit.</summary>
    public static readonly CsvShape Units = new(
        "truces.units",
        ["^truce", "prohibition", "act", "alleged_actor", "source", "primary", "unit", "from", "to", "least", "middle", "most", "exposure", "phase", "state"]);
}
