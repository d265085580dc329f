namespace Holdfire.Fusion;

/// <summary>
/// The sums over the reports of one supposed event from which its weight follows. Reports are added in the order of their ids.
/// </summary>
internal struct Evidence
{
    /// <summary>How many reports.</summary>
    public int Number;

    // Place: precision, weighted points and squares about the first report.
    public double PlacePrecision, PlaceX, PlaceY, PlaceZ, PlaceSquares, LnPlaceVariances;
    public double OriginX, OriginY, OriginZ, OriginHour;

    // Times without edges as normal distributions; those with edges as their overlap.
    public int Times;
    public double TimePrecision, TimeWeighted, TimeSquares, LnTimeVariances;
    public int Windows;
    public double LatestStart, EarliestEnd, Shortest, LnLengths, EdgeError;

    // Background.
    public double LnDensities, DensityWeight, DensityWeighted;

    public double LinkBits;

    // How many reports give a minute that one before them gives, and what reports of a source that has told before weigh.
    public int SameMinutes;
    public double TwiceBits;

    public QuantitySum Count, Killed, Injured;
    public int CountKey;

    public void Add(in FusionRow row)
    {
        if (Number == 0)
        {
            (OriginX, OriginY, OriginZ, OriginHour) = (row.X, row.Y, row.Z, (row.Start + row.End) / 2);
            (LatestStart, EarliestEnd) = (double.NegativeInfinity, double.PositiveInfinity);
            (Shortest, CountKey) = (double.PositiveInfinity, -1);
        }

        Number++;
        LinkBits += row.LinkBits;
        AddPlace(row);
        AddTime(row);
        var weight = 1 / (row.PlaceVariance * row.TimeVariance);
        LnDensities += row.LnDensity;
        DensityWeight += weight;
        DensityWeighted += weight * row.LnDensity;
        if (row.Count.IsStated && (CountKey < 0 || CountKey == row.CountKey))
        {
            CountKey = row.CountKey;
            Count.Add(row.Count);
        }

        Killed.Add(row.Killed);
        Injured.Add(row.Injured);
    }

    private void AddPlace(in FusionRow row)
    {
        var p = 1 / row.PlaceVariance;
        var (x, y, z) = (row.X - OriginX, row.Y - OriginY, row.Z - OriginZ);
        PlacePrecision += p;
        PlaceX += p * x;
        PlaceY += p * y;
        PlaceZ += p * z;
        PlaceSquares += p * ((x * x) + (y * y) + (z * z));
        LnPlaceVariances += row.LnPlaceVariance;
    }

    private void AddTime(in FusionRow row)
    {
        if (row.HasEdges)
        {
            Windows++;
            LatestStart = Math.Max(LatestStart, row.Start - OriginHour);
            EarliestEnd = Math.Min(EarliestEnd, row.End - OriginHour);
            Shortest = Math.Min(Shortest, row.End - row.Start);
            LnLengths += row.LnTimeExtent;
            EdgeError = Math.Max(EdgeError, row.TimeError);
            return;
        }

        var p = 1 / row.TimeVariance;
        var middle = ((row.Start + row.End) / 2) - OriginHour;
        Times++;
        TimePrecision += p;
        TimeWeighted += p * middle;
        TimeSquares += p * middle * middle;
        LnTimeVariances += row.LnTimeExtent;
    }
}
