using System.Collections.Immutable;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The claims that a query asks for, with their shares, ready to be counted in any window.</summary>
internal sealed class CountPlan
{
    // Claims longer than this are looked at for every window, so that a few of them do not make all searches long.
    private const long LongTicks = 3L * 24 * 3600 * 10_000_000;

    private readonly ClaimSeries series;
    private readonly CountQuery query;
    private readonly ClaimShare[] shares;
    private readonly List<int> brief = [];
    private readonly List<int> lengthy = [];
    private readonly List<long> latestEnd = [];
    private readonly List<int> wholes = [];
    private readonly Dictionary<int, long> leastOf = [];

    /// <summary>A plan. Rows may be counted by several threads.</summary>
    public CountPlan(
        ClaimSeries series, CountQuery query, Gazetteer places, IReadOnlyDictionary<ReportId, List<Report>> parts)
    {
        this.series = series;
        this.query = query;
        shares = new ClaimShare[series.Claims.Length];
        Share(places, parts);
        DropOtherUnits();
        for (var i = 0; i < shares.Length && series.HasSplits; i++)
        {
            if (series.SplitOf(i) is >= 0 and var split && !series.IsWhole(i))
            {
                leastOf[split] = leastOf.GetValueOrDefault(split) + series.Claims[i].Count.Min;
            }
        }

        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i].Max < 0)
            {
                continue;
            }

            if (series.IsWhole(i))
            {
                wholes.Add(i);
                continue;
            }

            if (series.Ends[i] - series.Starts[i] > LongTicks)
            {
                lengthy.Add(i);
                continue;
            }

            brief.Add(i);
            latestEnd.Add(Math.Max(series.Ends[i], latestEnd.Count > 0 ? latestEnd[^1] : long.MinValue));
        }

        RaiseContainers();
    }

    /// <summary>The row of one window.</summary>
    public CountRow Row(Interval window, CoverageHours hours)
    {
        var (min, max, touching) = BoundsOf(window);
        return new CountRow(
            window, query.Source, query.Region, min, max, touching.Count, hours, Overlaps.Of(series, touching)) { KeptWholeBy = KeptWholeBy(touching) };
    }

    private ImmutableArray<ReportId> KeptWholeBy(List<int> touching) => series.KeptBy.Count == 0 ? []
        : [.. touching.SelectMany(i => series.KeptBy.GetValueOrDefault(series.Claims[i].Id, [])).Distinct().Order()];

    /// <summary>The same without what is known of the hours and which claims overlap.</summary>
    public (long Min, long? Max, int Reports) Bounds(Interval window)
    {
        var (min, max, touching) = BoundsOf(window);
        return (min, max, touching.Count);
    }

    private (long Min, long? Max, List<int> Touching) BoundsOf(Interval window)
    {
        var (from, to) = (window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks());
        var touching = Touching(from, to);
        return (MinOf(touching, from, to), MaxOf(touching), touching);
    }

    private void Share(Gazetteer places, IReadOnlyDictionary<ReportId, List<Report>> parts)
    {
        var fits = series.Table.All.Select(c => ClaimShare.FitOf(c.Act, c.Areas, c.Target, query, places)).ToArray();
        for (var i = 0; i < shares.Length; i++)
        {
            var claim = series.Claims[i];
            var wanted = query.Source is null || claim.Source == query.Source;
            var fit = fits[series.Classes[i]];
            IReadOnlyList<Report> own = fit == ClaimFit.Touches && parts.TryGetValue(claim.Id, out var list)
                ? [.. list.Where(p => p.Measure == claim.Measure && p.Unit == claim.Unit)]
                : [];
            shares[i] = !wanted || (series.IsWhole(i) && fit != ClaimFit.Inside) ? ClaimShare.None : ClaimShare.Of(claim, fit, own, query, places);
        }
    }

    private void DropOtherUnits()
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (series.Claims[i].Unit != query.Unit)
            {
                shares[i] = ClaimShare.None;
            }
        }
    }

    // A source may claim more in the parts of a bulletin than in the bulletin. The bulletin then stands for as much as
    // they certainly do, or the lower bound could pass the upper one.
    private void RaiseContainers()
    {
        var sums = new DisjointSum(series);
        var held = new Dictionary<int, List<int>>();
        foreach (var (inner, outers) in series.Ancestors)
        {
            foreach (var outer in outers.Where(o => shares[inner].Max >= 0 && shares[o].Max >= 0))
            {
                (held.TryGetValue(outer, out var list) ? list : held[outer] = []).Add(inner);
            }
        }

        foreach (var (outer, inner) in held.OrderBy(h => h.Key))
        {
            inner.Add(outer);
            inner.Sort();
            var least = LargestSource(inner, sums);
            shares[outer] = shares[outer] with { Max = Math.Max(shares[outer].Max, least) };
        }
    }

    private List<int> Touching(long from, long to)
    {
        var found = lengthy.FindAll(i => series.Starts[i] < to && series.Ends[i] > from);
        var others = found.Count;
        var first = FirstAbove(from);
        for (var k = first; k < brief.Count && series.Starts[brief[k]] < to; k++)
        {
            if (series.Ends[brief[k]] > from)
            {
                found.Add(brief[k]);
            }
        }

        if (others > 0)
        {
            found.Sort();
        }

        return found;
    }

    private int FirstAbove(long from)
    {
        int low = 0, high = latestEnd.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = latestEnd[middle] > from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private long MinOf(List<int> touching, long from, long to)
    {
        bool IsInside(int i) => series.Starts[i] >= from && series.Ends[i] <= to;
        var inside = touching.FindAll(IsInside);
        if (wholes.Exists(IsInside))
        {
            inside.AddRange(wholes.FindAll(IsInside));
            inside.Sort();
        }

        return LargestSource(inside, new DisjointSum(series));
    }

    private long LargestSource(List<int> claims, DisjointSum sums)
    {
        var bySource = new List<int>?[series.SourceCount];
        foreach (var i in claims)
        {
            if (shares[i].Min > 0)
            {
                (bySource[series.Sources[i]] ??= []).Add(i);
            }
        }

        long best = 0;
        foreach (var own in bySource.OfType<List<int>>())
        {
            best = Math.Max(best, sums.Largest([.. own], i => shares[i].Min));
        }

        return best;
    }

    private long? MaxOf(List<int> touching)
    {
        if (series.HasSplits)
        {
            return MaxWithSplits(touching);
        }

        long sum = 0;
        foreach (var i in touching)
        {
            sum = IsCountedElsewhere(i, touching) ? sum : ClaimShare.Plus(sum, shares[i].Max);
        }

        return sum == ClaimShare.Unbounded ? null : sum;
    }

    // What a claim is counted as comes to no more than the claim less what of it is surely outside.
    private long? MaxWithSplits(List<int> touching)
    {
        var (sum, ofSplit) = (0L, new Dictionary<int, (long Max, long Least)>());
        foreach (var i in touching)
        {
            var max = IsCountedElsewhere(i, touching) ? 0 : shares[i].Max;
            var split = series.SplitOf(i);
            if (split < 0)
            {
                sum = ClaimShare.Plus(sum, max);
                continue;
            }

            var (most, least) = ofSplit.GetValueOrDefault(split);
            ofSplit[split] = (ClaimShare.Plus(most, max), least + series.Claims[i].Count.Min);
        }

        foreach (var (split, (max, least)) in ofSplit)
        {
            sum = ClaimShare.Plus(sum, Math.Min(max, CapOf(split, leastOf[split] - least)));
        }

        return sum == ClaimShare.Unbounded ? null : sum;
    }

    private long CapOf(int split, long outside) => series.Splits[split] switch
    {
        { Most: null } => ClaimShare.Unbounded,
        { IsDisjoint: false, Most: { } most } => most,
        { Most: { } most } => most - outside,
    };

    private bool IsCountedElsewhere(int i, List<int> touching) =>
        series.Ancestors.TryGetValue(i, out var outers) &&
        outers.Any(o => touching.BinarySearch(o) >= 0 && (!IncludesBack(i, o) || o < i));

    private bool IncludesBack(int i, int outer) =>
        series.Ancestors.TryGetValue(outer, out var above) && Array.BinarySearch(above, i) >= 0;
}
