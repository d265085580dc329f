using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>Which cells of a level can hold a report within the gate of a given one.</summary>
/// <remarks>
/// A report of the level reaches at most half an edge and half a bucket. So its place lies within the root of the summed
/// squares of both reaches, and the middle of its window within both half windows, lags and errors of the given one's.
/// </remarks>
internal readonly struct CellSearch
{
    private readonly FusionRow row;
    private readonly int level;
    private readonly double edge, arc;

    public CellSearch(in FusionRow row, int level, double gate)
    {
        (this.row, this.level) = (row, level);
        edge = CellLevels.EdgeKm(level);
        var reach = Reach.Km(row, gate);
        var chord = Math.Sqrt((reach * reach) + (edge * edge / 4));
        arc = Sphere.Arc(chord) + 1e-6;
        var hours = Reach.Hours(row, gate) + (CellLevels.EdgeHours(level) / 2) + 1e-9;
        var middle = (row.Start + row.End) / 2;
        FirstBucket = CellKey.Bucket(middle - hours, CellLevels.EdgeHours(level));
        LastBucket = CellKey.Bucket(middle + hours, CellLevels.EdgeHours(level));
        FirstBand = Sphere.BandOf(row.Latitude - Sphere.DegreesOf(arc), edge);
        LastBand = Sphere.BandOf(row.Latitude + Sphere.DegreesOf(arc), edge);
        Longitudes = Sphere.LongitudeReach(row.Latitude, arc) + 1e-9;
    }

    public long FirstBucket { get; }

    public long LastBucket { get; }

    public int FirstBand { get; }

    public int LastBand { get; }

    private double Longitudes { get; }

    /// <summary>
    /// The keys from and to which cells of a band and bucket are to be searched; the second pair where the first crosses the
    /// antimeridian, else empty.
    /// </summary>
    public (long From, long To, long From2, long To2) Keys(long bucket, int band)
    {
        var perDegree = Sphere.ColumnsPerDegree(band, edge);
        var key = CellKey.Of(level, bucket, band, 0);
        var (west, east) = (row.Longitude - Longitudes, row.Longitude + Longitudes);
        var last = key + Sphere.ColumnOf(180, perDegree);
        if (east - west >= 360)
        {
            return (key, last, 0, -1);
        }

        var first = key + Sphere.ColumnOf(Math.Max(west, -180), perDegree);
        var end = key + Sphere.ColumnOf(Math.Min(east, 180), perDegree);
        if (west <= -180)
        {
            return (key, end, key + Sphere.ColumnOf(west + 360, perDegree), last);
        }

        return east >= 180
            ? (first, last, key, key + Sphere.ColumnOf(east - 360, perDegree))
            : (first, end, 0, -1);
    }
}
