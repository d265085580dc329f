using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>Claims that are counted together, by start, end and id.</summary>
/// <remarks>Times are Unix ticks of 100 ns, so that windows compare without arithmetic on instants.</remarks>
internal sealed class ClaimSeries
{
    private readonly SplitMember[] members;
    private readonly bool[] wholes;

    /// <summary>A series of claims.</summary>
    /// <param name="table">The table of their case.</param>
    /// <param name="claims">Their places there, in order.</param>
    /// <param name="reports">The claims, where their counts are not those of the table.</param>
    /// <param name="known">The places of the reports whose inclusions count, in order; null for all.</param>
    /// <param name="places">How areas lie to each other.</param>
    public ClaimSeries(ClaimTable table, int[] claims, Report[]? reports, int[]? known, Gazetteer places)
    {
        var own = reports ?? Array.ConvertAll(claims, i => table.Reports[i]);
        Splits = table.Splits;
        KeptBy = table.KeptBy;
        var slots = SplitSlots.Of(table, claims, own);
        T[] Each<T>(T[] ofTable, Func<int, T> ofWhole) => slots is null
            ? Array.ConvertAll(claims, c => ofTable[c]) : Array.ConvertAll(slots, s => s < 0 ? ofWhole(~s) : ofTable[claims[s]]);
        Claims = slots is null ? own : Array.ConvertAll(slots, s => s < 0 ? Splits[~s].Whole : own[s]);
        Starts = Each(table.Starts, w => SplitSlots.StartOf(Splits[w]));
        Ends = Each(table.Ends, w => SplitSlots.EndOf(Splits[w]));
        Table = new ClassTable(Each(table.Classes, w => table.SplitClasses[w]), table.AllClasses, places);
        Classes = Table.Classes;
        Kinds = Array.ConvertAll(Classes, c => Table.All[c].Kind);
        var sources = new List<SourceId>();
        int[] bySource = [.. Table.All.Select(c => NumberOf(c.Source, sources))];
        Sources = Array.ConvertAll(Classes, c => bySource[c]);
        SourceCount = sources.Count;
        members = Splits.Count == 0 ? [] : Each(table.Members, w => new SplitMember(w, false));
        HasSplits = Array.Exists(members, m => m.Split >= 0);
        wholes = slots is null ? [] : Array.ConvertAll(slots, s => s < 0);
        Ancestors = slots is null ? table.Links.Within(claims, known) : SplitSlots.Above(table.Links.Within(claims, known), slots, members);
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

    /// <summary>For each claim with parts in other times that is one claim all the same, the claims in it that keep it so.</summary>
    public IReadOnlyDictionary<ReportId, ImmutableArray<ReportId>> KeptBy { get; }

    /// <summary>The claims that count as several, since parts of them have a time of their own.</summary>
    public IReadOnlyList<SplitClaim> Splits { get; }

    /// <summary>Whether any claim of the series is one of those several.</summary>
    public bool HasSplits { get; }

    /// <summary>The number, among <see cref="Splits"/>, of the claim that one is counted for; -1 for none.</summary>
    public int SplitOf(int claim) => members.Length == 0 ? -1 : members[claim].Split;

    /// <summary>Whether it stands for all of a claim that was split, beside what that one is counted as: it says how many there are at the least.</summary>
    public bool IsWhole(int claim) => wholes.Length > 0 && wholes[claim];

    /// <summary>Whether two claims that overlap in time may be about the same events.</summary>
    public bool Meet(int a, int b)
    {
        var split = SplitOf(a);
        return split < 0 || split != SplitOf(b) ? Conflict(Kinds[a], Kinds[b])
            : IsWhole(a) || IsWhole(b) || !(Splits[split].IsDisjoint || members[a].IsRest || members[b].IsRest);
    }

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
