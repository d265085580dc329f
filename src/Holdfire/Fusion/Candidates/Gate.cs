namespace Holdfire.Fusion;

/// <summary>The few numbers that the gate of place and time needs, packed for scanning.</summary>
internal readonly struct Gate(in FusionRow row, double gate)
{
    private readonly double x = row.X, y = row.Y, z = row.Z;
    private readonly double reach = gate * gate * row.PlaceVariance;
    private readonly double from = row.Start - (gate * row.TimeError), to = row.End + (gate * row.TimeError);

    public bool Passes(in Gate other)
    {
        var (dx, dy, dz) = (x - other.x, y - other.y, z - other.z);
        return from <= other.to && other.from <= to && (dx * dx) + (dy * dy) + (dz * dz) <= (reach + other.reach) * (1 + 1e-12);
    }
}
