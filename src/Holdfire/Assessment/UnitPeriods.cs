using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Which units of a series are compared.</summary>
/// <param name="Phases">Where each unit lies.</param>
/// <param name="Baseline">The units before that the rate before comes from, in order.</param>
/// <param name="WithAnnounced">The same with those from the announcement on.</param>
/// <param name="Past">All usable units before, without those announced and of other truces, in order.</param>
/// <param name="During">The units wholly within the truce, in order.</param>
/// <param name="IsRegular">Whether the source is so seldom silent before that its silence tells something.</param>
/// <param name="Counted">Units before of a source that reports, silent or not.</param>
/// <param name="Silent">Those of them that were silent.</param>
internal sealed record UnitPeriods(
    ImmutableArray<UnitPhase> Phases, ImmutableArray<int> Baseline, ImmutableArray<int> WithAnnounced, ImmutableArray<int> Past,
    ImmutableArray<int> During, bool IsRegular, int Counted, int Silent)
{
    /// <summary>Units that a baseline goes back for.</summary>
    public const int Wanted = 56;

    /// <summary>Units below which nothing is said.</summary>
    public const int Fewest = 14;

    /// <summary>Days that a baseline goes back at most.</summary>
    public const int MostDays = 180;

    /// <summary>The same where violence is rare.</summary>
    public const int MostDaysRare = 365;

    private const double Rare = 0.2;
    private const double RegularUnlessSilent = 0.2;

    /// <summary>Whether a unit before may be used: known, or silent of a source that hardly ever is.</summary>
    public static bool IsUsable(UnitSeries series, int i, bool regular) => series.IsUsable(i) || (regular && series.IsSilent(i));

    /// <summary>The periods of a line.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="start">When the truce starts.</param>
    /// <param name="during">The truce so far as the data go; null for nothing of it.</param>
    /// <param name="announced">The start of the day of the announcement.</param>
    /// <param name="others">When other truces forbade the same.</param>
    public static UnitPeriods Of(UnitSeries series, Instant start, Interval? during, Instant announced, ImmutableArray<Interval> others)
    {
        var phases = Enumerable.Range(0, series.Count).Select(i => PhaseOf(series, i, start, during, announced, others)).ToArray();
        int[] calm = [.. Enumerable.Range(0, series.Count).Where(i => phases[i] == UnitPhase.Earlier)];
        int[] both = [.. Enumerable.Range(0, series.Count).Where(i => phases[i] is UnitPhase.Earlier or UnitPhase.Announced)];
        var began = Array.FindIndex(calm, series.IsUsable);
        int[] reporting = began < 0 ? [] : [.. calm[began..].Where(i => series.IsUsable(i) || series.IsSilent(i))];
        var recent = reporting.Where(i => Age(series, i, start) <= MostDays).ToList();
        var silent = recent.Count(series.IsSilent);
        var regular = !series.ReportsZero && recent.Count >= Fewest && silent <= RegularUnlessSilent * recent.Count;
        int[] past = [.. calm.Where(i => IsUsable(series, i, regular) && (began >= 0 && i >= calm[began]))];
        var baseline = Back(series, past, start);
        var withAnnounced = Back(series, [.. both.Where(i => IsUsable(series, i, regular) && began >= 0 && i >= calm[began])], start);
        foreach (var i in baseline)
        {
            phases[i] = UnitPhase.Before;
        }

        return new UnitPeriods(
            [.. phases], baseline, withAnnounced, [.. past],
            [.. Enumerable.Range(0, series.Count).Where(i => phases[i] == UnitPhase.During)], regular, recent.Count, silent);
    }

    /// <summary>The past of a model: as far back as a baseline may go.</summary>
    public static ImmutableArray<int> Recent(UnitSeries series, ImmutableArray<int> past, Instant start) =>
        [.. past.Where(i => Age(series, i, start) <= LimitOf(series, past, start))];

    private static ImmutableArray<int> Back(UnitSeries series, int[] usable, Instant start)
    {
        var limit = LimitOf(series, [.. usable], start);
        var wanted = limit == MostDays ? Wanted : int.MaxValue;
        return [.. usable.Where(i => Age(series, i, start) <= limit).TakeLast(wanted)];
    }

    // Rare: fewer than one in five days, in what there is of half a year.
    private static int LimitOf(UnitSeries series, ImmutableArray<int> usable, Instant start)
    {
        var near = usable.Where(i => Age(series, i, start) <= MostDays).ToList();
        return near.Sum(series.Middle) < Rare * near.Sum(i => Math.Max(series.Exposure[i], series.IsSilent(i) ? 1 : 0)) * series.Grid.Days
            ? MostDaysRare : MostDays;
    }

    private static double Age(UnitSeries series, int i, Instant start) => (start - series.Windows[i].Start).TotalDays;

    private static UnitPhase PhaseOf(
        UnitSeries series, int i, Instant start, Interval? during, Instant announced, ImmutableArray<Interval> others)
    {
        var (window, usual) = (series.Windows[i], series.Grid.Usual(series.First + i));
        if (during is { } truce && usual.Start >= truce.Start && usual.End <= truce.End)
        {
            return UnitPhase.During;
        }

        if (during is { } within && Intervals.Overlap(window, within))
        {
            return UnitPhase.Edge;
        }

        if (window.End > start)
        {
            return window.Start < start ? UnitPhase.Edge : UnitPhase.After;
        }

        return others.Any(o => Intervals.Overlap(o, window)) ? UnitPhase.OtherTruce
            : usual.End > announced ? UnitPhase.Announced : UnitPhase.Earlier;
    }
}
