using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Time;

namespace Holdfire.Counts;

/// <summary>All claims of one side and measure, by start, end and id.</summary>
/// <remarks>Times are Unix ticks of 100 ns, so that windows compare without arithmetic on instants.</remarks>
internal sealed class ClaimSeries
{
    /// <summary>A series of these claims, in any order.</summary>
    public ClaimSeries(IEnumerable<Report> reports, Gazetteer places, IncludedClaims included)
    {
        Claims = [.. reports];
        Starts = Array.ConvertAll(Claims, r => Intervals.StartOf(r.Window.Extent).ToUnixTimeTicks());
        Array.Sort(Starts, Claims);
        SortTies();
        Ends = Array.ConvertAll(Claims, r => Intervals.EndOf(r.Window.Extent).ToUnixTimeTicks());
        Table = new ClassTable(Claims, places);
        Classes = Table.Classes;
        Kinds = Array.ConvertAll(Classes, c => Table.All[c].Kind);
        var sources = new List<SourceId>();
        Sources = Array.ConvertAll(Claims, r => NumberOf(r.Source, sources));
        SourceCount = sources.Count;
        Ancestors = included.Within(Claims);
    }

    /// <summary>The claims.</summary>
    public Report[] Claims { get; }

    /// <summary>When each starts.</summary>
    public long[] Starts { get; }

    /// <summary>When each ends.</summary>
    public long[] Ends { get; }

    /// <summary>The number of the class of each.</summary>
    public int[] Classes { get; }

    /// <summary>The number of the kind of each.</summary>
    public int[] Kinds { get; }

    /// <summary>The number of the source of each, from 0.</summary>
    public int[] Sources { get; }

    /// <summary>How many sources there are.</summary>
    public int SourceCount { get; }

    /// <summary>The classes.</summary>
    public ClassTable Table { get; }

    /// <summary>For a claim that others include, directly or not, the places in this series of those others.</summary>
    public IReadOnlyDictionary<int, int[]> Ancestors { get; }

    /// <summary>Whether claims of the two kinds, at the same time, may be about the same events.</summary>
    public bool Conflict(int a, int b) => Table.Kinds.Conflict(a, b);

    // A side has few sources.
    private static int NumberOf(SourceId source, List<SourceId> known)
    {
        var number = known.IndexOf(source);
        if (number < 0)
        {
            number = known.Count;
            known.Add(source);
        }

        return number;
    }

    private void SortTies()
    {
        for (var from = 0; from < Claims.Length;)
        {
            var to = from + 1;
            while (to < Claims.Length && Starts[to] == Starts[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                Array.Sort(Claims, from, to - from, TieOrder.Instance);
            }

            from = to;
        }
    }

    private sealed class TieOrder : IComparer<Report>
    {
        public static readonly TieOrder Instance = new();

        public int Compare(Report? x, Report? y)
        {
            var byEnd = Intervals.EndOf(x!.Window.Extent).CompareTo(Intervals.EndOf(y!.Window.Extent));
            return byEnd != 0 ? byEnd : x.Id.CompareTo(y.Id);
        }
    }
}
