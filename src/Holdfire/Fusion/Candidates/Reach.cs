namespace Holdfire.Fusion;

/// <summary>How far from a report another can lie, seen from this one's precision alone.</summary>
internal static class Reach
{
    public static double Km(in FusionRow row, double gate) => gate * Math.Sqrt(row.PlaceVariance);

    /// <summary>Half the window and the error of its ends.</summary>
    public static double Hours(in FusionRow row, double gate) => ((row.End - row.Start) / 2) + (gate * row.TimeError);
}
