namespace Holdfire.Fusion;

/// <summary>What of an earlier result at the same parameters still holds: rows that say the same, their pairs and their components.</summary>
/// <remarks>What is decided in a component depends on its rows and what is stated of them alone, so that it is taken over where all of these are as before.</remarks>
internal sealed class KeptRows
{
    private const int None = -1;
    private readonly FusionResult earlier;
    private readonly FusionRows rows;
    private readonly StatedLinks links;
    private readonly bool[] isEvidence;

    // The number that a row had, and the number that it has; -1 where there is none, or it says something else.
    private readonly int[] before;
    private readonly int[] now;

    private KeptRows(FusionResult earlier, FusionRows rows, StatedLinks links, int[] evidence)
    {
        (this.earlier, this.rows, this.links) = (earlier, rows, links);
        (before, now) = (new int[rows.Count], new int[earlier.Count]);
        isEvidence = Flags(rows.Count, evidence);
        Match(Flags(earlier.Count, earlier.Evidence));
    }

    /// <summary>What still holds; null where there is no earlier result, or weights are others since.</summary>
    public static KeptRows? Of(FusionResult? earlier, FusionRows rows, StatedLinks links, int[] evidence) =>
        earlier is null || earlier.Links.HasApart != links.HasApart ? null : new KeptRows(earlier, rows, links, evidence);

    /// <summary>Whether a result was made at these weights: by the same parameters and the same list of acts.</summary>
    public static bool AreWeightsOf(FusionResult result, Scorer scorer) =>
        ReferenceEquals(result.Scorer.Parameters, scorer.Parameters) && result.Scorer.ActCodes.AsSpan().SequenceEqual(scorer.ActCodes.AsSpan());

    /// <summary>The number of a row of the earlier result; -1 where it is gone, or other than it was.</summary>
    public int Now(int row) => now[row];

    /// <summary>All candidate pairs: those of rows that are kept from before, those of all others found in the index.</summary>
    public Edge[] Candidates(CellIndex index, int[] evidence)
    {
        var kept = earlier.Edges.Select(e => new Edge(now[e.A], now[e.B], e.Bits)).Where(e => e.A >= 0 && e.B >= 0);
        int[] others = [.. evidence.Where(r => before[r] < 0)];
        var found = Chunks.Gather(others.Length, (from, to) =>
        {
            var pairs = new List<Edge>();
            for (var i = from; i < to; i++)
            {
                index.PairsOf(others[i], rows.Values[others[i]], pairs);
            }

            return pairs;
        });

        // Of two that are both not kept the pair is found from either side.
        return [.. kept, .. found.SelectMany(f => f).Distinct()];
    }

    /// <summary>The component of the earlier result that has just these rows, with nothing else stated of them; -1 where there is none.</summary>
    public int ComponentOf(int[] members)
    {
        var then = Array.ConvertAll(members, m => before[m]);
        var component = then[0] < 0 ? None : earlier.ComponentOf(then[0]);
        return component >= 0 && earlier.Components.Members(component).AsSpan().SequenceEqual(then) && Array.TrueForAll(members, IsStatedAsBefore)
            ? component : None;
    }

    /// <summary>The first row of the group that a row of a component that is kept was in.</summary>
    public int GroupOf(int row) => now[earlier.GroupOf(before[row])];

    /// <summary>The probability of the group that starts with a row of a component that is kept.</summary>
    public double ProbabilityOf(int row) => earlier.ProbabilityOf(before[row]);

    /// <summary>Whether a component of the earlier result was too large to be divided.</summary>
    public bool WasCrowded(int component) => earlier.IsCrowded(component);

    /// <summary>The odds of groups among those near to them that were found then.</summary>
    public NearOdds? Near => earlier.Near;

    private static bool[] Flags(int count, int[] set)
    {
        var flags = new bool[count];
        Array.ForEach(set, i => flags[i] = true);
        return flags;
    }

    // Both are in the order of their ids.
    private void Match(bool[] wasEvidence)
    {
        Array.Fill(before, None);
        Array.Fill(now, None);
        for (var (row, old) = (0, 0); row < rows.Count && old < earlier.Count;)
        {
            var order = rows[row].Id.CompareTo(earlier.ReportAt(old).Id);
            if (order == 0 && isEvidence[row] == wasEvidence[old] && rows.Values[row].Equals(earlier.Rows.Values[old]))
            {
                (before[row], now[old]) = (old, row);
            }

            row += order <= 0 ? 1 : 0;
            old += order >= 0 ? 1 : 0;
        }
    }

    private bool IsStatedAsBefore(int row)
    {
        var (stated, then) = (links.Of(row), earlier.Links.Of(before[row]));
        var (apart, apartThen) = (links.ApartFrom(row), earlier.Links.ApartFrom(before[row]));
        return stated.Count == then.Count && apart.Count == apartThen.Count &&
            stated.Zip(then).All(l => before[l.First.From] == l.Second.From && before[l.First.To] == l.Second.To && l.First.Kind == l.Second.Kind) &&
            apart.Zip(apartThen).All(a => before[a.First] == a.Second);
    }
}
