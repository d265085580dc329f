using System.Collections.Frozen;
using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The reports of a case by start, end and id, sorted once, with what is asked of each time and again as numbers.</summary>
/// <remarks>
/// Times are Unix ticks of 100 ns. A report is known by its place here; whoever takes some of the places in order has the
/// reports sorted too, and looks at the reports themselves only where the numbers do not tell.
/// </remarks>
internal sealed class ClaimTable
{
    private readonly Lazy<Dictionary<ReportId, List<Report>>> ofWholes;

    private ClaimTable(Case @case, FrozenSet<SourceId>? together)
    {
        ofWholes = new(PartsByWhole);
        var parts = new PartTimes(@case, together);
        KeptBy = parts.KeptBy;
        Reports = parts.Reports;
        Splits = parts.Splits;
        Starts = new long[Reports.Length];
        Ends = new long[Reports.Length];
        Classes = new int[Reports.Length];
        var numbers = Read(@case.Sources.Where(s => s.Rows == SourceRows.DistinctEvents).Select(s => s.Id).ToFrozenSet());
        SplitClasses = [.. Splits.Select(s => numbers.NumberOf(s.Whole))];
        AllClasses = numbers.All;
        Sort();
        Links = new ClaimLinks(Reports);
        Members = Splits.Count == 0 ? [] : Array.ConvertAll(Reports, r => parts.MemberOf(r.Id));
    }

    /// <summary>The reports, parts included.</summary>
    public Report[] Reports { get; }

    /// <summary>When each starts at the earliest.</summary>
    public long[] Starts { get; private set; }

    /// <summary>When each ends at the latest.</summary>
    public long[] Ends { get; private set; }

    /// <summary>The number of the class of each.</summary>
    public int[] Classes { get; private set; }

    /// <summary>The classes by number.</summary>
    public IReadOnlyList<ClaimClass> AllClasses { get; }

    /// <summary>The claims that count as several, since parts of them have a time of their own.</summary>
    public IReadOnlyList<SplitClaim> Splits { get; }

    /// <summary>What each is to one of <see cref="Splits"/>; empty where there are none.</summary>
    public SplitMember[] Members { get; }

    /// <summary>The number of the class of each of <see cref="Splits"/> as a whole.</summary>
    public int[] SplitClasses { get; }

    /// <summary>For each claim with parts in other times that is one claim all the same, the claims in it that keep it so.</summary>
    public IReadOnlyDictionary<ReportId, ImmutableArray<ReportId>> KeptBy { get; }

    /// <summary>The parts of each claim that count in its time.</summary>
    public IReadOnlyDictionary<ReportId, List<Report>> Parts => ofWholes.Value;

    /// <summary>Which include which.</summary>
    public ClaimLinks Links { get; }

    /// <summary>The latest end of all that have one, or null where none has.</summary>
    public Instant? LatestEnd()
    {
        // From the last to start, so that few are looked at.
        var (latest, ticks) = ((Instant?)null, long.MinValue);
        for (var i = Reports.Length - 1; i >= 0; i--)
        {
            if (Ends[i] >= ticks && Reports[i].Window.Extent is { HasEnd: true, End: var end } && !(end <= latest))
            {
                (latest, ticks) = (end, Ends[i]);
            }
        }

        return latest;
    }

    /// <summary>
    /// The table of a view, without claims that were withdrawn or corrected; made when it is first asked for. In it each source is counted alone.
    /// </summary>
    public static ClaimTable Of(CaseView view) => view.Index(static v => new ClaimTable(v.Standing, null));

    /// <summary>The table of a case, without claims that were withdrawn or corrected, for sources that are counted together.</summary>
    public static ClaimTable Of(Case standing, FrozenSet<SourceId> together) => new(standing, together);

    /// <summary>The table for sources that are counted together: this one where that makes no difference.</summary>
    /// <param name="standing">The case of this table, without claims that were withdrawn or corrected.</param>
    /// <param name="sources">The sources.</param>
    public ClaimTable For(Case standing, FrozenSet<SourceId> sources) =>
        sources.Count < 2 || (Splits.Count == 0 && KeptBy.Count == 0) ? this : new ClaimTable(standing, sources);

    /// <summary>The end in Unix ticks, not before it where it lies between two: published times are finer.</summary>
    public static long EndTicks(Interval time)
    {
        var (end, ticks) = (Intervals.EndOf(time), Intervals.EndOf(time).ToUnixTimeTicks());
        return end == Instant.MaxValue || Instant.FromUnixTimeTicks(ticks) == end ? ticks : ticks + 1;
    }

    /// <summary>The places, in order, of the reports whose class is as asked.</summary>
    public int[] PlacesOf(Func<ClaimClass, bool> wanted)
    {
        bool[] ofClass = [.. AllClasses.Select(wanted)];
        var places = new int[Classes.Count(c => ofClass[c])];
        for (int i = 0, filled = 0; filled < places.Length; i++)
        {
            if (ofClass[Classes[i]])
            {
                places[filled++] = i;
            }
        }

        return places;
    }

    private Dictionary<ReportId, List<Report>> PartsByWhole() =>
        PlacesOf(c => c.IsPart).Select(i => Reports[i]).GroupBy(p => p.PartOf!.Value).ToDictionary(g => g.Key, g => g.ToList());

    // Each processor numbers the classes of its share of the reports; numbered again one share after the other they come
    // out as if all had been read in order.
    private ClaimClasses Read(FrozenSet<SourceId> distinct)
    {
        var shares = Environment.ProcessorCount;
        var own = new ClaimClasses[shares];
        int Start(int share) => (int)((long)Reports.Length * share / shares);
        Parallel.For(0, shares, share =>
        {
            own[share] = new ClaimClasses(distinct);
            for (var i = Start(share); i < Start(share + 1); i++)
            {
                Starts[i] = Intervals.StartOf(Reports[i].Window.Extent).ToUnixTimeTicks();
                Ends[i] = EndTicks(Reports[i].Window.Extent);
                Classes[i] = own[share].NumberOf(Reports[i]);
            }
        });
        var all = own[0];
        for (var share = 1; share < shares; share++)
        {
            int[] numbers = [.. own[share].All.Select(all.NumberOf)];
            for (var i = Start(share); i < Start(share + 1); i++)
            {
                Classes[i] = numbers[Classes[i]];
            }
        }

        return all;
    }

    private void Sort()
    {
        var order = new int[Reports.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var reports = Reports.AsSpan().ToArray();
        var byId = Comparer<int>.Create((a, b) => reports[a].Id.CompareTo(reports[b].Id));
        Array.Sort(Starts, order);
        Ends = Array.ConvertAll(order, i => Ends[i]);
        Ties(Starts, 0, order.Length, (from, to) =>
        {
            Array.Sort(Ends, order, from, to - from);
            Ties(Ends, from, to, (a, b) => Array.Sort(order, a, b - a, byId));
        });
        Classes = Array.ConvertAll(order, i => Classes[i]);
        for (var i = 0; i < order.Length; i++)
        {
            Reports[i] = reports[order[i]];
        }
    }

    private static void Ties(long[] times, int first, int end, Action<int, int> run)
    {
        for (var from = first; from < end;)
        {
            var to = from + 1;
            while (to < end && times[to] == times[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                run(from, to);
            }

            from = to;
        }
    }
}
