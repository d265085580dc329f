using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>Counts of reports in cells of one size.</summary>
/// <param name="EdgeKm">The edge of a cell, km.</param>
/// <param name="Hours">The time of a cell, hours; 0 for the whole time of the map.</param>
/// <param name="Cells">The keys of cells that hold reports, rising.</param>
/// <param name="Counts">How many reports each holds.</param>
public sealed record DensityLevel(double EdgeKm, double Hours, ImmutableArray<long> Cells, ImmutableArray<int> Counts)
{
    internal long Key(GeoPoint at, double hour)
    {
        var band = Sphere.BandOf(at.Latitude, EdgeKm);
        var column = Sphere.ColumnOf(at.Longitude, Sphere.ColumnsPerDegree(band, EdgeKm));
        var bucket = Hours > 0 ? (long)Math.Floor(hour / Hours) : 0;
        return (bucket << 32) | ((long)band << 16) | (uint)column;
    }

    internal bool IsSorted()
    {
        for (var i = 1; i < Cells.Length; i++)
        {
            if (Cells[i - 1] >= Cells[i])
            {
                return false;
            }
        }

        return true;
    }
}
