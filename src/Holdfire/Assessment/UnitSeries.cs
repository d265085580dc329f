using System.Collections.Immutable;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The counts of a line by unit, from long before the truce to its end.</summary>
/// <remarks>
/// A claim counts in the unit that holds the middle of its time, where it is no longer than a unit and a half; a longer one by
/// its hours. What straddles is so no doubt about the number: that is in <see cref="Low"/> and <see cref="High"/>, in which
/// claims may repeat each other and counts have bounds. <see cref="Least"/> and <see cref="Most"/> have both doubts.
/// </remarks>
internal sealed class UnitSeries
{
    private const double LongerThan = 1.5;

    private UnitSeries(UnitGrid grid, int first, int count)
    {
        (Grid, First) = (grid, first);
        Windows = [.. Enumerable.Range(first, count).Select(grid.Window)];
        (Low, High, Least, Most) = (new double[count], new double[count], new double[count], new double[count]);
        (Harm, Claims, Exposure, IsGap) = (new double[count], new int[count], new double[count], new bool[count]);
    }

    private UnitSeries(UnitSeries like)
    {
        (Grid, First, Windows) = (like.Grid, like.First, like.Windows);
        (Low, High, Least, Most) = (new double[Count], new double[Count], like.Least, like.Most);
        (Harm, Claims, Exposure, IsGap) = (like.Harm, like.Claims, like.Exposure, like.IsGap);
    }

    /// <summary>The units.</summary>
    public UnitGrid Grid { get; }

    /// <summary>The number of the first.</summary>
    public int First { get; }

    /// <summary>How many there are.</summary>
    public int Count => Windows.Length;

    /// <summary>Their times.</summary>
    public ImmutableArray<Interval> Windows { get; }

    /// <summary>The least number of events, each claim in the unit of its middle.</summary>
    public double[] Low { get; }

    /// <summary>The most number of events, the same way; infinite for no limit.</summary>
    public double[] High { get; }

    /// <summary>What is certainly of the unit.</summary>
    public double[] Least { get; }

    /// <summary>What may be of it; infinite for no limit.</summary>
    public double[] Most { get; }

    /// <summary>Killed and injured, the middles of what claims say.</summary>
    public double[] Harm { get; }

    /// <summary>How many claims have the middle of their time in it.</summary>
    public int[] Claims { get; }

    /// <summary>The share that was watched: 0 where nothing is known.</summary>
    public double[] Exposure { get; }

    /// <summary>Whether the source declares that it did not look for most of it.</summary>
    public bool[] IsGap { get; }

    /// <summary>Whether the source reports zeros, so that where it says nothing it may not have reported at all.</summary>
    public bool ReportsZero { get; private set; }

    /// <summary>How many claims say who was harmed.</summary>
    public int HarmClaims { get; private set; }

    /// <summary>What is compared.</summary>
    public double Middle(int i) => double.IsInfinity(High[i]) ? Low[i] : (Low[i] + High[i]) / 2;

    /// <summary>Whether anything is known of it.</summary>
    public bool IsUsable(int i) => Exposure[i] > 0;

    /// <summary>Whether it is silent: nothing claimed and nobody known to have looked or not.</summary>
    public bool IsSilent(int i) => !IsUsable(i) && !IsGap[i];

    /// <summary>What is known of it.</summary>
    public UnitState State(int i) => Claims[i] > 0 ? UnitState.Present : IsUsable(i) ? UnitState.Zero : UnitState.Absent;

    /// <summary>The series of a line.</summary>
    /// <param name="spec">The line, with all its claims.</param>
    /// <param name="coverage">When its source was looking.</param>
    /// <param name="from">The instant from which units are wanted.</param>
    /// <param name="to">The instant to which.</param>
    /// <param name="places">How areas lie to each other.</param>
    public static UnitSeries Of(LineSpec spec, SourceCoverage coverage, Instant from, Instant to, Gazetteer places)
    {
        var claims = spec.Counted;
        var grid = UnitGrid.Of(spec.Claims.Source.Rhythm, claims, DateTimeZoneProviders.Tzdb[spec.Truce.Zone]);
        var first = grid.NumberOf(from);
        var series = new UnitSeries(grid, first, Math.Max(1, grid.NumberOf(to) - first + 1));
        var unit = Duration.FromDays(grid.Days * LongerThan);
        ILookup<bool, Report> byLength = claims.Where(c => SpanOf(c).HasStart).ToLookup(c => !SpanOf(c).HasEnd || SpanOf(c).Duration > unit);
        series.AddShort([.. byLength[false]], spec.Claims.Source.Rows == SourceRows.DistinctEvents, places);
        var held = byLength[false].SelectMany(c => c.IncludedIn).ToHashSet();
        foreach (var claim in byLength[true].Where(c => !held.Contains(c.Id) && !spec.IsInAnother(c)))
        {
            series.Spread(claim);
        }

        series.ReportsZero = claims.Any(c => c.Count.Max == 0);
        series.Watch(spec, coverage);
        return series;
    }

    /// <summary>The same units with those harmed in place of the events.</summary>
    public UnitSeries OfHarm()
    {
        var other = new UnitSeries(this);
        Harm.CopyTo(other.Low, 0);
        Harm.CopyTo(other.High, 0);
        return other;
    }

    private static Interval SpanOf(Report claim) => claim.Window.Core ?? claim.Window.Extent;

    // Of claims that others of a unit include, the others count.
    private void AddShort(List<Report> claims, bool distinct, Gazetteer places)
    {
        var within = claims.Exists(c => !c.IncludedIn.IsEmpty) ? claims.Select(c => c.Id).ToHashSet() : [];
        var byUnit = new List<Report>?[Count];
        foreach (var claim in claims.Where(c => c.IncludedIn.IsEmpty || !c.IncludedIn.Any(within.Contains)))
        {
            var span = SpanOf(claim);
            var at = Grid.NumberOf(span.Start + (span.Duration / 2)) - First;
            if (at >= 0 && at < Count)
            {
                (byUnit[at] ??= []).Add(claim);
            }

            Touch(claim);
        }

        for (var i = 0; i < Count; i++)
        {
            if (byUnit[i] is { } own)
            {
                Fill(i, own, distinct, places);
            }
        }
    }

    private void Fill(int i, List<Report> claims, bool distinct, Gazetteer places)
    {
        Claims[i] += claims.Count;
        Low[i] += distinct ? claims.Sum(c => (double)c.Count.Min) : Repetition.Least(claims, places);
        High[i] += claims.Sum(c => c.Count.Max ?? double.PositiveInfinity);
        var certain = claims.FindAll(c => c.Window.IsInside(Windows[i]));
        Least[i] += distinct ? certain.Sum(c => (double)c.Count.Min) : Repetition.Least(certain, places);
        foreach (var claim in claims.Where(c => c.Harm.Killed is not null || c.Harm.Injured is not null))
        {
            HarmClaims++;
            Harm[i] += Middle(claim.Harm.Killed) + Middle(claim.Harm.Injured);
        }
    }

    private static double Middle(CountRange? count) => count is not { } c ? 0 : c.Max is { } max ? (c.Min + max) / 2.0 : c.Min;

    private void Touch(Report claim)
    {
        var extent = claim.Window.Extent;
        var last = extent.HasEnd ? Math.Min(Count - 1, Grid.NumberOf(extent.End - Duration.Epsilon) - First) : Count - 1;
        for (var i = Math.Max(0, extent.HasStart ? Grid.NumberOf(extent.Start) - First : 0); i <= last; i++)
        {
            Most[i] += claim.Count.Max ?? double.PositiveInfinity;
        }
    }

    // A claim much longer than a unit, by its hours; one without an end is most likely of its first unit, and no doubt else.
    private void Spread(Report claim)
    {
        Touch(claim);
        var span = SpanOf(claim);
        var first = Grid.NumberOf(span.Start) - First;
        if (!span.HasEnd)
        {
            if (first >= 0 && first < Count)
            {
                High[first] += claim.Count.Max ?? double.PositiveInfinity;
            }

            return;
        }

        var last = Math.Min(Count - 1, Grid.NumberOf(span.End - Duration.Epsilon) - First);
        for (var i = Math.Max(0, first); i <= last; i++)
        {
            var share = Intervals.Intersect(Windows[i], span) is { } part ? part.Duration / span.Duration : 0;
            Low[i] += claim.Count.Min * share;
            High[i] += claim.Count.Max is { } max ? max * share : double.PositiveInfinity;
        }
    }

    private void Watch(LineSpec spec, SourceCoverage coverage)
    {
        const double Least = 0.1, Most = 0.9;
        var declared = Intervals.Union(spec.Claims.Source.Watches.Where(w => w.Watching && w.Act.Contains(spec.Act)).Select(w => w.When));
        for (var i = 0; i < Count; i++)
        {
            var usual = Grid.Usual(First + i);
            var hours = coverage.Within(usual);
            var share = hours.Yes / usual.Duration.TotalHours;
            var isDeclared = Intervals.HoursWithin(Windows[i], declared) > 0;
            Exposure[i] = Claims[i] > 0 && (!isDeclared || share < Least) ? 1 : share >= Most ? 1 : share >= Least ? share : 0;
            IsGap[i] = Claims[i] == 0 && hours.No > usual.Duration.TotalHours / 2;
        }
    }
}
