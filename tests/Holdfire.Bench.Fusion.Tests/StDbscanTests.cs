using System.Collections.Immutable;
using CsCheck;
using Holdfire.Bench.Fusion.Peers;

namespace Holdfire.Bench.Fusion.Tests;

public sealed class StDbscanTests
{
    private static readonly StDbscan Scan = new(3, 60, 3);

    [Fact]
    public void Cores_AreTogether_JustWhereAChainOfNeighboursJoinsThem() => Reports.Sample(reports =>
    {
        var grouping = Scan.Group(reports);
        var cores = reports.Where(r => reports.Count(o => Scan.AreNear(r, o)) >= Scan.MinPoints).ToList();
        var unions = new Unions(cores.Count);
        for (var i = 0; i < cores.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Scan.AreNear(cores[i], cores[j]))
                {
                    unions.Join(i, j);
                }
            }
        }

        for (var i = 0; i < cores.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.Equal(unions.Find(i) == unions.Find(j), grouping.Of(cores[i].Id) == grouping.Of(cores[j].Id));
            }
        }
    }, iter: 200);

    [Fact]
    public void Noise_StandsAlone() => Reports.Sample(reports =>
    {
        var grouping = Scan.Group(reports);
        foreach (var far in reports.Where(r => !reports.Any(o => o.Id != r.Id && Scan.AreNear(r, o))))
        {
            Assert.Equal("r:" + far.Id, grouping.Of(far.Id));
        }
    }, iter: 200);

    private static Gen<ImmutableArray<PeerReport>> Reports =>
        Gen.Select(Gen.Double[47, 47.4], Gen.Double[20, 20.4], Gen.Double[0, 600]).Array[2, 60]
            .Select(spots => spots.Select((s, i) => new PeerReport(
                $"r{i}", "s", s.Item3, s.Item3, s.Item1, s.Item2, 1, "attack", "", 1, 1, null, null, false, [])).ToImmutableArray());
}
