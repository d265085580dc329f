using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>Rows by the cell that they lie in, sorted, with what the gate needs beside each key.</summary>
internal sealed class CellIndex
{
    private readonly Scorer scorer;
    private readonly FusionRows rows;
    private readonly long[] keys;
    private readonly Gate[] gates;
    private readonly Dictionary<long, (int From, int To)> bands = [];
    private readonly int[] levels;

    /// <summary>Sorts these rows; those that cannot be compared are left out.</summary>
    public CellIndex(Scorer scorer, FusionRows rows, int[] members)
    {
        (this.scorer, this.rows) = (scorer, rows);
        var gate = scorer.Parameters.GateDeviations;
        var all = new long[members.Length];
        Chunks.Run(all.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                all[i] = KeyOf(rows.Values[members[i]], gate);
            }
        });
        Order = new int[members.Length];
        keys = new long[members.Length];
        var count = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] >= 0)
            {
                (keys[count], Order[count++]) = (all[i], members[i]);
            }
        }

        Array.Resize(ref keys, count);
        Order = Order[..count];
        SortTies();
        gates = new Gate[count];
        Chunks.Run(count, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                gates[i] = new Gate(rows.Values[Order[i]], gate);
            }
        });
        levels = Bands();
    }

    /// <summary>The rows in the order of their cells.</summary>
    public int[] Order { get; }

    /// <summary>The level of the row at a place of the order.</summary>
    public int LevelAt(int place) => CellKey.LevelOf(keys[place]);

    /// <summary>
    /// The pairs of the row at a place of the order whose weight reaches the threshold; each pair of the index is found from
    /// one side.
    /// </summary>
    public void PairsOf(int place, List<Edge> found)
    {
        var row = Order[place];
        var level = LevelAt(place);
        foreach (var other in levels)
        {
            if (CellLevels.SearchesFrom(level, other))
            {
                Search(row, rows.Values[row], other, other == level ? place : -1, found);
            }
        }
    }

    /// <summary>All pairs of a row, known by its number, with others of the index; none where the row cannot be compared.</summary>
    public void PairsOf(int number, in FusionRow row, List<Edge> found)
    {
        foreach (var other in row.IsComparable ? levels : [])
        {
            Search(number, row, other, -1, found);
        }
    }

    /// <summary>The cell of a row, or -1 where it is too vague to be compared.</summary>
    public static long KeyOf(in FusionRow row, double gate)
    {
        if (!row.IsComparable)
        {
            return -1;
        }

        var level = LevelOf(row, gate);
        var edge = CellLevels.EdgeKm(level);
        var band = Sphere.BandOf(row.Latitude, edge);
        return CellKey.Of(
            level, CellKey.Bucket((row.Start + row.End) / 2, CellLevels.EdgeHours(level)), band,
            Sphere.ColumnOf(row.Longitude, Sphere.ColumnsPerDegree(band, edge)));
    }

    /// <summary>Whether the reach of a row fits a cell.</summary>
    public static bool HasCell(in FusionRow row, double gate) => LevelOf(row, gate) >= 0;

    /// <summary>Adds a pair of rows where it is a candidate.</summary>
    private static void Weigh(Scorer scorer, FusionRows rows, int a, int b, List<Edge> found)
    {
        ref readonly var x = ref rows.Values[a];
        ref readonly var y = ref rows.Values[b];
        if (!scorer.Bounds.MayReach(x, y) || !scorer.CanBeOne(x, y))
        {
            return;
        }

        var bits = scorer.PairBits(rows, a, b);
        if (bits >= scorer.Parameters.ThresholdBits)
        {
            found.Add(a < b ? new Edge(a, b, bits) : new Edge(b, a, bits));
        }
    }

    private static int LevelOf(in FusionRow row, double gate) => CellLevels.Of(Reach.Km(row, gate), Reach.Hours(row, gate));

    private void Search(int number, in FusionRow row, int level, int after, List<Edge> found)
    {
        var search = new CellSearch(row, level, scorer.Parameters.GateDeviations);
        var own = new Gate(row, scorer.Parameters.GateDeviations);
        for (var bucket = search.FirstBucket; bucket <= search.LastBucket; bucket++)
        {
            for (var band = search.FirstBand; band <= search.LastBand; band++)
            {
                if (bands.TryGetValue(CellKey.BandOf(CellKey.Of(level, bucket, band, 0)), out var run) && run.To > after)
                {
                    var (from, to, from2, to2) = search.Keys(bucket, band);
                    var begin = Math.Max(run.From, after + 1);
                    if (to2 >= from2 && from2 <= to && from <= to2)
                    {
                        (from, to, to2) = (Math.Min(from, from2), Math.Max(to, to2), -1);
                    }

                    Scan(number, own, begin, run.To, from, to, found);
                    if (to2 >= from2)
                    {
                        Scan(number, own, begin, run.To, from2, to2, found);
                    }
                }
            }
        }
    }

    private void Scan(int number, in Gate own, int begin, int end, long from, long to, List<Edge> found)
    {
        var place = begin;
        if (end - begin > 8)
        {
            place = Array.BinarySearch(keys, begin, end - begin, from);
            place = place < 0 ? ~place : place;
            while (place > begin && keys[place - 1] >= from)
            {
                place--;
            }
        }

        for (; place < end && keys[place] <= to; place++)
        {
            if (keys[place] >= from && own.Passes(gates[place]) && Order[place] != number)
            {
                Weigh(scorer, rows, number, Order[place], found);
            }
        }
    }

    // Rows of one cell in the order of their numbers, so that the order is one and the same however the sort works.
    private void SortTies()
    {
        Array.Sort(keys, Order);
        for (var i = 0; i < keys.Length;)
        {
            var j = i + 1;
            while (j < keys.Length && keys[j] == keys[i])
            {
                j++;
            }

            if (j - i > 1)
            {
                Array.Sort(Order, i, j - i);
            }

            i = j;
        }
    }

    private int[] Bands()
    {
        var present = new SortedSet<int>();
        for (var i = 0; i < keys.Length;)
        {
            var band = CellKey.BandOf(keys[i]);
            var j = i + 1;
            while (j < keys.Length && CellKey.BandOf(keys[j]) == band)
            {
                j++;
            }

            bands.Add(band, (i, j));
            present.Add(CellKey.LevelOf(keys[i]));
            i = j;
        }

        return [.. present];
    }
}
