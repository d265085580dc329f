using System.Globalization;
using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>
/// ST-DBSCAN (Birant and Kut, "ST-DBSCAN: an algorithm for clustering spatial-temporal data", Data and Knowledge Engineering 60,
/// 2007) on centres and middles of spans, without its third, non-spatial distance. Noise stands alone.
/// </summary>
/// <param name="Km">Neighbours lie within this distance, and</param>
/// <param name="Minutes">within this time.</param>
/// <param name="MinPoints">A core has as many neighbours, itself included.</param>
internal sealed record StDbscan(double Km, double Minutes, int MinPoints)
{
    private const double KmPerDegree = 111.19;

    public Grouping Group(IReadOnlyList<PeerReport> reports)
    {
        var grid = Enumerable.Range(0, reports.Count).ToLookup(i => Cell(reports[i]));
        var groups = new int[reports.Count];
        var next = 0;
        for (var i = 0; i < reports.Count; i++)
        {
            if (groups[i] == 0 && Near(i) is var near && near.Count >= MinPoints)
            {
                groups[i] = ++next;
                var open = new Queue<int>(near);
                while (open.TryDequeue(out var j))
                {
                    if (groups[j] == 0)
                    {
                        groups[j] = next;
                        if (Near(j) is var more && more.Count >= MinPoints)
                        {
                            more.ForEach(open.Enqueue);
                        }
                    }
                }
            }
        }

        return new Grouping(Enumerable.Range(0, reports.Count).Where(i => groups[i] > 0)
            .ToDictionary(i => reports[i].Id, i => groups[i].ToString(CultureInfo.InvariantCulture)));

        List<int> Near(int i)
        {
            var (t, y, x) = Cell(reports[i]);
            var found = new List<int>();
            for (var n = 0; n < 27; n++)
            {
                found.AddRange(grid[(t + (n / 9) - 1, y + (n / 3 % 3) - 1, x + (n % 3) - 1)].Where(j => AreNear(reports[i], reports[j])));
            }

            return found;
        }
    }

    public bool AreNear(PeerReport a, PeerReport b) =>
        Math.Abs(a.Middle - b.Middle) <= Minutes && Circle.Km(a.Latitude, a.Longitude, b.Latitude, b.Longitude) <= Km;

    // Cells of longitude are as wide as is needed at 60 degrees, so that neighbours lie in neighbouring cells up to there.
    private (long Time, long Y, long X) Cell(PeerReport r) => (
        (long)Math.Floor(r.Middle / Minutes), (long)Math.Floor(r.Latitude * KmPerDegree / Km),
        (long)Math.Floor(r.Longitude * KmPerDegree / (2 * Km)));
}
