using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>A density map made ready for many questions: its cells by their keys.</summary>
internal sealed class DensityLookup
{
    private readonly DensityMap map;
    private readonly Dictionary<long, int>[] counts;

    public DensityLookup(DensityMap map)
    {
        this.map = map;
        counts = new Dictionary<long, int>[map.Levels.Length];
        Chunks.Run(counts.Length, 1, (i, _) => counts[i] = ByKey(map.Levels[i]));
    }

    /// <summary>The density at a point and time, with no finer cells than the report is exact, reports per km² and hour.</summary>
    /// <param name="at">The point.</param>
    /// <param name="hour">The time, hours since 1970.</param>
    /// <param name="deviationKm">The standard deviation of the place along each axis, km.</param>
    public double At(GeoPoint at, double hour, double deviationKm)
    {
        var density = map.Floor;
        var inside = hour >= map.From && hour <= map.To;
        for (var i = 0; i < counts.Length; i++)
        {
            var level = map.Levels[i];
            if ((level.Hours > 0 && !inside) || level.EdgeKm < 2 * deviationKm)
            {
                continue;
            }

            var hours = level.Hours > 0 ? level.Hours : Math.Max(1, map.To - map.From);
            var volume = level.EdgeKm * level.EdgeKm * hours;
            var count = counts[i].GetValueOrDefault(level.Key(at, hour));
            density = (count + DensityMap.ParentWeight) / (volume + (DensityMap.ParentWeight / density));
        }

        return density;
    }

    private static Dictionary<long, int> ByKey(DensityLevel level)
    {
        var counts = new Dictionary<long, int>(level.Cells.Length);
        for (var i = 0; i < level.Cells.Length; i++)
        {
            counts.Add(level.Cells[i], level.Counts[i]);
        }

        return counts;
    }
}
