using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Time;
using static System.FormattableString;

namespace Holdfire.Assessment;

/// <summary>The steps to a verdict, in words.</summary>
internal static class Reasons
{
    /// <summary>The reasons of a line, in the order of the steps.</summary>
    public static ImmutableArray<string> Of(
        LineSpec spec, Periods periods, LineCounts counts, UnitPeriods units, Judgement judgement, VerdictTable table) =>
    [
        .. Status(spec), .. Before(spec, periods, counts, units, table), .. Model(judgement), .. Trend(judgement), .. During(counts, units),
        .. Silent(judgement.Silence), .. Read(judgement), .. Placebo(judgement), .. Announced(judgement, units), .. Course(judgement.Course),
        .. Tipping(judgement), .. Severe(judgement.Severity), .. Unsaid(judgement, table),
    ];

    private static IEnumerable<string> Status(LineSpec spec)
    {
        if (spec.OutsideTerms)
        {
            yield return "the truce does not forbid this act: shown to see whether it took the place of a forbidden one";
        }
        else if (spec.Status == TruceStatus.NotBound)
        {
            yield return "the truce did not bind the alleged actor: rates over its intended time, no verdict";
        }

        if (spec.Claims.Actor is null && spec.Bound.IsBound)
        {
            yield return "the reports name no actor: either side may have acted, and only the time in which each was bound is compared";
        }

        if (!spec.MayBeOfOthers.IsEmpty)
        {
            yield return $"they may be acts of {string.Join(" or ", spec.MayBeOfOthers)}, not bound by this prohibition: they count at most";
        }

        foreach (var basis in spec.Bound.Disputed)
        {
            yield return $"the start or end is disputed: {basis}";
        }
    }

    private static IEnumerable<string> Before(LineSpec spec, Periods periods, LineCounts counts, UnitPeriods units, VerdictTable table)
    {
        var few = units.Baseline.Length < table.MinimumBaselineDays
            ? Invariant($", under the {table.MinimumBaselineDays:0.#} that a verdict needs") : "";
        yield return Invariant($"before: {units.Baseline.Length} usable units{few}; claimed {Bounds(counts.Baseline)} in {counts.Baseline.Days:0.0} watched days");
        if (periods.Excluded > 0)
        {
            var part = spec.Bound.Edges.Any(e => Intervals.EndOf(e) <= Intervals.StartOf(spec.Bound.When!.Value)) ? ", or this one may have bound one side" : "";
            yield return Invariant($"before: {periods.Excluded} days left out because another truce forbade the same{part}");
        }

        if (periods.Announced > 0)
        {
            yield return Invariant($"before: {periods.Announced} days between announcement and start left out");
        }
    }

    private static IEnumerable<string> Model(Judgement judgement) => judgement.Comparison is not { } c
        ? ["before: nothing to compare with, or no unit of the truce"]
        : [Invariant($"without a truce {c.Forecast.Mean:0.#} were to be expected in its {c.UnitsDuring} whole units; counted {c.During.Middle:0.#}; a unit varies {c.Dispersion:0.0} times as much as independent events would")];

    private static IEnumerable<string> Trend(Judgement judgement)
    {
        if (judgement.Comparison is { IfTrend: { } trend, Forecast: var flat })
        {
            yield return Invariant($"trend: the time before {(trend.Mean < flat.Mean ? "falls" : "rises")}; did that go on, ever more slowly, {trend.Mean:0.#} were to be expected; the interval holds both");
        }
    }

    private static IEnumerable<string> During(LineCounts counts, UnitPeriods units)
    {
        var (watched, not) = (counts.During.Days * 24, counts.During.UnwatchedDays * 24);
        yield return watched + not == 0
            ? "during: nothing of the truce was known yet"
            : Invariant($"during: {watched:0.#} hours watched, {not:0.#} not; claimed {Bounds(counts.During)}, edges of the truce among it");
        if (units.During.IsEmpty && watched > 0)
        {
            yield return "during: no unit lies wholly within, so its watched hours are compared, whatever the time of day";
        }
    }

    private static IEnumerable<string> Silent(Silence? silence)
    {
        if (silence is { } s)
        {
            yield return Invariant($"silence: nothing of {s.Silent} of {s.Units} units of the truce; before it {s.SilentBefore} of {s.UnitsBefore} were silent, so by chance {s.Chance:0.####}; a silent unit is not a reported zero");
        }
    }

    private static IEnumerable<string> Read(Judgement judgement)
    {
        if (judgement.Comparison is not { } c)
        {
            yield break;
        }

        if (c.Unknown == 0)
        {
            yield return Invariant($"during over what was to be expected: {c.Point:0.00}, {Words(c.IfQuiet)}; over the rate before: {c.Plain:0.00}; {Name(judgement.IfQuiet)}");
            yield break;
        }

        yield return $"if the {c.Unknown} unknown units were quiet: {Words(c.IfQuiet)}, {Name(judgement.IfQuiet)}";
        yield return $"if they were as was to be expected: {Words(c.IfAsBefore)}, {Name(judgement.IfAsBefore)}";
    }

    private static IEnumerable<string> Placebo(Judgement judgement)
    {
        if (judgement.Comparison?.Placebos is { Share: { } share } p)
        {
            yield return Invariant($"without a truce: {share:0.###} of {p.Windows} earlier windows as long were as low; the interval is made {Math.Max(p.Below, p.Above):0.00} times as wide as the model asks for");
        }
    }

    private static IEnumerable<string> Announced(Judgement judgement, UnitPeriods units)
    {
        if (judgement.WithAnnounced is not null && !units.WithAnnounced.SequenceEqual(units.Baseline))
        {
            yield return $"with the days between announcement and start left in: {Words(judgement.BothWithAnnounced)}";
        }
    }

    private static IEnumerable<string> Course(TimeCourse? course)
    {
        if (course is { } c)
        {
            yield return Invariant($"course: a claim in {c.WithClaims} of {c.Units} units, the first after {c.QuietUnits} quiet ones (by chance {c.QuietChance:0.###})");
            if (c is { Change: { } at, RatioAfter: { } after })
            {
                yield return Invariant($"course: {c.RatioBefore:0.00} of what was to be expected until {at:uuuu-MM-dd}, {after:0.00} from then on");
            }
        }
    }

    private static IEnumerable<string> Tipping(Judgement judgement)
    {
        if (judgement.Tipping is { } ratio)
        {
            yield return ratio < 1
                ? Invariant($"reporting: the change falls only if the source now reports less than {ratio:0.00} of what it reported before")
                : Invariant($"reporting: the change falls only if the source now reports more than {ratio:0.00} times as much as before");
        }

        if (judgement is { Reporting: { } bounds, IfReporting: { } told })
        {
            yield return Invariant($"reporting: {bounds.Least:0.##} to {bounds.Most:0.##} times as much as before is held possible ({bounds.Basis}): so {Words(told)}, {Name(judgement.Verdict)}");
        }
    }

    private static IEnumerable<string> Severe(Severity? severity)
    {
        if (severity is { } s)
        {
            yield return Invariant($"killed and injured, as claimed: {s.Size:0.00} of what was to be expected, {Words(s.Ratio)}");
            if (s.CountingChanged)
            {
                yield return "the counting changed: the number of events and of those harmed tell of different changes, so nothing is said";
            }
        }
    }

    private static IEnumerable<string> Unsaid(Judgement judgement, VerdictTable table)
    {
        if (judgement is not { Verdict: Verdict.CannotSay, Comparison: { } c } || c.UnitsBefore < table.MinimumBaselineDays)
        {
            yield break;
        }

        if (judgement.IfQuiet != judgement.IfAsBefore)
        {
            yield return "the two readings of the unknown units disagree, so nothing is said";
        }
        else
        {
            yield return c.Detectable() is { } detectable
                ? Invariant($"the interval does not settle it; only a drop to {detectable:0.00} or less would most likely have shown")
                : "the interval does not settle it; not even a full stop would most likely have shown";
        }
    }

    private static string Bounds(ClaimedPeriod period) =>
        period.Max is not { } max ? Invariant($"{period.Min} or more")
        : max == period.Min ? Invariant($"{max}") : Invariant($"{period.Min} to {max}");

    private static string Words(RatioInterval? ratio) => ratio is not { } interval
        ? "no ratio"
        : Invariant($"{interval.Low:0.00} to {interval.High?.ToString("0.00", CultureInfo.InvariantCulture) ?? "no limit"}");

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Held => "held",
        Verdict.LargelyHeld => "largely held",
        Verdict.Reduced => "reduced",
        Verdict.NoClearChange => "no clear change",
        Verdict.Worse => "worse",
        Verdict.NotHeld => "not held",
        _ => "cannot be said",
    };
}
