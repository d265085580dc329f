using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>Counts reports into a <see cref="DensityMap"/>.</summary>
internal sealed class DensityBuilder(int capacity)
{
    private const double NothingKnown = 1e-9;

    // Coarse to fine; the whole time first, so that a time outside of the map still has a place's usual density.
    private static readonly (double EdgeKm, double Hours)[] Sizes = [(160, 0), (40, 0), (10, 0), (40, 192), (10, 48)];
    private readonly List<(GeoPoint At, double Hour)> points = new(capacity);

    public void Add(GeoPoint at, double hour) => points.Add((at, hour));

    public DensityMap Build()
    {
        if (points.Count == 0)
        {
            return new DensityMap(NothingKnown, 0, 0, []);
        }

        var (from, to) = (double.MaxValue, double.MinValue);
        foreach (var (_, hour) in points)
        {
            (from, to) = (Math.Min(from, hour), Math.Max(to, hour));
        }

        var levels = new DensityLevel[Sizes.Length];
        Chunks.Run(levels.Length, 1, (i, _) => levels[i] = Level(Sizes[i]));
        var coarse = levels[0];
        var floor = points.Count / (coarse.Cells.Length * coarse.EdgeKm * coarse.EdgeKm * Math.Max(1, to - from));
        return new DensityMap(floor, from, to, [.. levels]);
    }

    private DensityLevel Level((double EdgeKm, double Hours) size)
    {
        var level = new DensityLevel(size.EdgeKm, size.Hours, [], []);
        var keys = new long[points.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = level.Key(points[i].At, points[i].Hour);
        }

        Array.Sort(keys);
        var cells = ImmutableArray.CreateBuilder<long>();
        var counts = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                cells.Add(keys[i]);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return level with { Cells = cells.ToImmutable(), Counts = counts.ToImmutable() };
    }
}
