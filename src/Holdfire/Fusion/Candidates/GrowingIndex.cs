namespace Holdfire.Fusion;

/// <summary>
/// Cells to which rows are added: a short list that is gone through, and sorted indices that are joined as they grow, so that
/// a row is sorted anew about as often as the number of rows can be halved.
/// </summary>
internal sealed class GrowingIndex
{
    private const int MostUnsorted = 256;
    private readonly Scorer scorer;
    private readonly FusionRows rows;
    private readonly List<CellIndex> sorted = [];
    private readonly List<int> unsorted = [];
    private readonly HashSet<int> held;

    public GrowingIndex(Scorer scorer, FusionRows rows, int[] members)
    {
        (this.scorer, this.rows) = (scorer, rows);
        sorted.Add(new CellIndex(scorer, rows, members));
        held = [.. members];
    }

    /// <summary>The candidate pairs of a row with the others that are in the index.</summary>
    public List<Edge> PairsOf(int row)
    {
        var found = new List<Edge>();
        if (CellIndex.KeyOf(rows.Values[row], scorer.Parameters.GateDeviations) < 0)
        {
            return found;
        }

        foreach (var index in sorted)
        {
            index.PairsOf(row, rows.Values[row], found);
        }

        foreach (var other in unsorted.Where(o => o != row))
        {
            CellIndex.Weigh(scorer, rows, row, other, found);
        }

        return found;
    }

    /// <summary>Adds a row, unless it is there already.</summary>
    public void Add(int row)
    {
        if (!held.Add(row) || CellIndex.KeyOf(rows.Values[row], scorer.Parameters.GateDeviations) < 0)
        {
            return;
        }

        unsorted.Add(row);
        if (unsorted.Count < MostUnsorted)
        {
            return;
        }

        int[] members = [.. unsorted];
        unsorted.Clear();
        while (sorted.Count > 1 && sorted[^1].Order.Length <= members.Length)
        {
            members = [.. members, .. sorted[^1].Order];
            sorted.RemoveAt(sorted.Count - 1);
        }

        sorted.Add(new CellIndex(scorer, rows, members));
    }
}
