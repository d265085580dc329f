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
        LineSpec spec, LineCounts counts, DispersionEstimate? dispersion, UnwatchedReadings? readings, UnwatchedReadings? withAnnounced,
        Verdict? verdict, VerdictTable table) =>
    [
        .. Status(spec), .. Before(spec, counts, table), .. Model(dispersion, counts.During), .. During(counts),
        .. Read(counts, readings), .. Announced(spec, readings, withAnnounced, verdict),
        .. Unsaid(counts, readings, verdict, table),
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

    private static IEnumerable<string> Before(LineSpec spec, LineCounts counts, VerdictTable table)
    {
        var few = counts.Baseline.Days < table.MinimumBaselineDays
            ? Invariant($", under the {table.MinimumBaselineDays:0.#} that a verdict needs") : "";
        yield return Invariant($"before: {counts.Baseline.Days:0.0} usable days{few}; claimed {Bounds(counts.Baseline)}");
        if (spec.Periods.Excluded > 0)
        {
            var part = spec.Bound.Edges.Any(e => Intervals.EndOf(e) <= Intervals.StartOf(spec.Bound.When!.Value)) ? ", or this one may have bound one side" : "";
            yield return Invariant($"before: {spec.Periods.Excluded} days left out because another truce forbade the same{part}");
        }

        if (spec.Periods.Announced > 0)
        {
            yield return Invariant($"before: {spec.Periods.Announced} days between announcement and start left out");
        }
    }

    private static IEnumerable<string> Model(DispersionEstimate? dispersion, ClaimedPeriod during) => dispersion is null
        ? ["before: too few days, or no claim with a lower count, so the spread of daily counts is not known"]
        : [Invariant($"daily counts vary {dispersion.Index:0.0} times as much as independent events would, with a correlation of {dispersion.Correlation:0.00} from day to day; the interval is computed with {dispersion.Carried(during.Days + during.UnwatchedDays):0.0}")];

    private static IEnumerable<string> During(LineCounts counts)
    {
        var (watched, not) = (counts.During.Days * 24, counts.During.UnwatchedDays * 24);
        yield return watched + not == 0
            ? "during: nothing of the truce was known yet"
            : Invariant($"during: {watched:0.#} hours watched, {not:0.#} not; claimed {Bounds(counts.During)}");
    }

    private static IEnumerable<string> Read(LineCounts counts, UnwatchedReadings? readings)
    {
        if (readings is null)
        {
            yield break;
        }

        if (counts.During.UnwatchedDays == 0)
        {
            yield return $"during over before: {Words(readings.Quiet)}, {Name(readings.IfQuiet)}";
            yield break;
        }

        yield return $"if the unwatched hours were quiet: {Words(readings.Quiet)}, {Name(readings.IfQuiet)}";
        yield return $"if they were at the rate before: {Words(readings.AtBaseline)}, {Name(readings.IfBaseline)}";
    }

    private static IEnumerable<string> Announced(
        LineSpec spec, UnwatchedReadings? readings, UnwatchedReadings? withAnnounced, Verdict? verdict)
    {
        if (spec.Periods.Announced > 0 && verdict is not null && readings is not null && withAnnounced is not null)
        {
            var same = withAnnounced.Agreed == verdict ? "the same verdict" : Name(withAnnounced.Agreed);
            yield return $"with the days between announcement and start left in: {Words(withAnnounced.Both)}, {same}";
        }
    }

    private static IEnumerable<string> Unsaid(
        LineCounts counts, UnwatchedReadings? readings, Verdict? verdict, VerdictTable table)
    {
        if (verdict != Verdict.CannotSay || readings is null || counts.Baseline.Days < table.MinimumBaselineDays)
        {
            yield break;
        }

        if (readings.IfQuiet != readings.IfBaseline)
        {
            yield return "the two readings of the unwatched hours disagree, so nothing is said";
        }
        else
        {
            yield return readings.Detectable is { } detectable
                ? Invariant($"the interval does not settle it; only a drop to {detectable:0.00} or less of the rate before would most likely have shown")
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
