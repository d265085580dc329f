using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>A town or village: its centre and radius, and whether places around are told by it.</summary>
internal readonly record struct Town(double X, double Y, double RadiusKm, bool Large);

/// <summary>A square of the theatre with a line across it, towns and six regions; kilometres from its centre, x east, y north.</summary>
internal sealed class Sector
{
    public const int Regions = 6;
    public const double RegionRadiusKm = 60.1;

    private const int Settlements = 160;
    private const int NearLine = 60;
    private const int Columns = 90;
    private const int Rows = 58;
    private const double KmPerDegree = 111.32;

    private readonly double[] waves;

    public Sector(int number, Density density, Dice dice)
    {
        Number = number;
        Half = Parameters.SectorKm / 2;
        (var row, var column) = ((number / Columns) + 50, (number + 45) % Columns);
        (Latitude, Longitude) = (-52.2 + (1.8 * (row % Rows)), -144 + (3.2 * column));
        waves = [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? dice.Uniform(4, 12) : dice.Uniform(0, 2 * Math.PI))];
        HotSpots = [.. Enumerable.Range(0, density.HotSpots).Select(_ => dice.Uniform(-Half + 10, Half - 10))];
        HotWeights = [.. HotSpots.Select(_ => dice.Gamma(1.5))];
        Watched = [.. Enumerable.Range(0, 10).Select(_ => dice.Chance(0.6))];
        Towns = [.. Enumerable.Range(0, Settlements).Select(i => Place(i, dice))];
    }

    public static int Most => Columns * (Rows - 8);

    public int Number { get; }

    public double Half { get; }

    public double Latitude { get; }

    public double Longitude { get; }

    public ImmutableArray<Town> Towns { get; }

    public ImmutableArray<double> HotSpots { get; }

    public ImmutableArray<double> HotWeights { get; }

    /// <summary>Which tenths of the line, from the south, sensors watch.</summary>
    public ImmutableArray<bool> Watched { get; }

    public string Code => FormattableString.Invariant($"X-S{Number + 1:0000}");

    /// <summary>The line's x at this y: west of it is held by AA, east by BB.</summary>
    public double Line(double y)
    {
        var x = 0.0;
        for (var i = 0; i < waves.Length; i += 2)
        {
            x += waves[i] * Math.Sin((y * Math.PI * (i + 2) / (4 * Half)) + waves[i + 1]);
        }

        return x;
    }

    public string HeldBy(double x, double y) => x < Line(y) ? "AA" : "BB";

    public string RegionCode(int region) => FormattableString.Invariant($"{Code}-R{region + 1}");

    public int RegionAt(double x, double y) =>
        (x < 0 ? 0 : 3) + Math.Clamp((int)((y + Half) / (2 * Half / 3)), 0, 2);

    public (double X, double Y) RegionCentre(int region) =>
        ((region < 3 ? -0.5 : 0.5) * Half, ((region % 3) - 1) * (2 * Half / 3));

    public (double Latitude, double Longitude) Degrees(double x, double y)
    {
        var latitude = Latitude + (y / KmPerDegree);
        return (latitude, Longitude + (x / (KmPerDegree * Math.Cos(latitude * Math.PI / 180))));
    }

    public Town Nearest(double x, double y, bool large)
    {
        var best = Towns[0];
        foreach (var town in Towns)
        {
            if ((!large || town.Large) && Square(town) < Square(best))
            {
                best = town;
            }
        }

        return best;

        double Square(Town t) => ((t.X - x) * (t.X - x)) + ((t.Y - y) * (t.Y - y));
    }

    private Town Place(int number, Dice dice)
    {
        var y = dice.Uniform(-Half, Half);
        var x = number >= NearLine ? dice.Uniform(-Half, Half) : Line(y) + dice.Normal(12);
        return new Town(Math.Clamp(x, -Half, Half), y, dice.Uniform(2, 6), number % 5 == 0);
    }
}
