using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>How thickly true events lie in a sector of 200 by 200 km.</summary>
/// <param name="Name">The name of the preset.</param>
/// <param name="Sectors">How many sectors a case has where neither sectors nor reports are asked for.</param>
/// <param name="Days">How many days.</param>
/// <param name="LinePerDay">True events at the line per sector and day, those that others set off included.</param>
/// <param name="RearPerDay">True events anywhere in the sector, at random.</param>
/// <param name="WaveShare">The share of a nightly drone wave that falls into a sector.</param>
/// <param name="HotSpots">Stretches of the line that draw the fire.</param>
/// <param name="HotKm">The standard deviation of a stretch along the line.</param>
public sealed record Density(
    string Name, int Sectors, int Days, double LinePerDay, double RearPerDay, double WaveShare, int HotSpots, double HotKm)
{
    public static ImmutableArray<Density> Presets { get; } =
    [
        new("sparse", 8, 60, 2, 0.5, 0.01, 8, 12),
        new("medium", 2, 60, 12, 1.5, 0.05, 8, 8),
        new("dense", 1, 60, 45, 3, 0.15, 8, 6),
        new("front-line", 1, 40, 90, 0, 0, 4, 4),
    ];
}
