namespace Holdfire.Fusion;

/// <summary>The sizes of blocking cells: each report lies in one cell of the least size that its reach fits twice into.</summary>
/// <remarks>
/// The reach of a report is its deviations times the gate, so two reports within the gate lie within both reaches of each other.
/// </remarks>
internal static class CellLevels
{
    public const int Space = 6;
    public const int Time = 6;
    public const int All = Space * Time;

    private static readonly double[] Edges = [4, 16, 64, 256, 1024, 4096];
    private static readonly double[] Hours = [2, 8, 32, 128, 512, 2048];

    /// <summary>The level of a report, or -1 where its reach fits no cell.</summary>
    public static int Of(double reachKm, double reachHours)
    {
        var (space, time) = (Array.FindIndex(Edges, e => e >= 2 * reachKm), Array.FindIndex(Hours, h => h >= 2 * reachHours));
        return space < 0 || time < 0 ? -1 : (space * Time) + time;
    }

    public static double EdgeKm(int level) => Edges[level / Time];

    public static double EdgeHours(int level) => Hours[level % Time];

    /// <summary>
    /// Whether pairs of the two levels are looked for from a report of the first: each pair of levels is searched in the
    /// one direction that looks into fewer cells.
    /// </summary>
    public static bool SearchesFrom(int level, int other)
    {
        var (there, back) = (CellsSeen(level, other), CellsSeen(other, level));
        return there < back || (there.Equals(back) && level <= other);
    }

    private static double CellsSeen(int from, int to)
    {
        var space = (EdgeKm(from) / EdgeKm(to)) + 2;
        return space * space * ((EdgeHours(from) / EdgeHours(to)) + 2);
    }
}
