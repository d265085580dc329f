using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>Claims that are counted together, by start, end and id.</summary>
/// <remarks>Times are Unix ticks of 100 ns, so that windows compare without arithmetic on instants.</remarks>
internal sealed class ClaimSeries
{
    /// <summary>A series of claims.</summary>
    /// <param name="table">The table of their case.</param>
    /// <param name="claims">Their places there, in order.</param>
    /// <param name="reports">The claims, where their counts are not those of the table.</param>
    /// <param name="known">The places of the reports whose inclusions count, in order; null for all.</param>
    /// <param name="places">How areas lie to each other.</param>
    public ClaimSeries(ClaimTable table, int[] claims, Report[]? reports, int[]? known, Gazetteer places)
    {
        Claims = reports ?? Array.ConvertAll(claims, i => table.Reports[i]);
        Starts = Array.ConvertAll(claims, i => table.Starts[i]);
        Ends = Array.ConvertAll(claims, i => table.Ends[i]);
        Table = new ClassTable(Array.ConvertAll(claims, i => table.Classes[i]), table.AllClasses, places);
        Classes = Table.Classes;
        Kinds = Array.ConvertAll(Classes, c => Table.All[c].Kind);
        var sources = new List<SourceId>();
        int[] bySource = [.. Table.All.Select(c => NumberOf(c.Source, sources))];
        Sources = Array.ConvertAll(Classes, c => bySource[c]);
        SourceCount = sources.Count;
        Ancestors = table.Links.Within(claims, known);
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
}
