using System.Collections.Immutable;
using Holdfire.Bench.Fusion.Peers;

namespace Holdfire.Bench.Fusion.Tests;

public sealed class SplinkModelTests
{
    // Two hundred events far apart, each told by two sources at nearly the same time and place.
    private static readonly ImmutableArray<PeerReport> Reports = [.. Enumerable.Range(0, 400).Select(i => new PeerReport(
        $"r{i}", i % 2 == 0 ? "a" : "b", (i / 2 * 500) + (i % 2), (i / 2 * 500) + (i % 2) + 1, 47 + (i / 2 % 14 * 0.05), 20 + (i / 2 % 9 * 0.07),
        1, "attack.shelling", "AA", 1 + (i / 2 % 7), 1 + (i / 2 % 7), null, null, false, []))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsPlain_IsFound(bool oneToOne)
    {
        using var model = new SplinkModel(Reports, UEstimate.Learnt);
        var grouping = model.Group(0.5, oneToOne);
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(grouping.Of($"r{2 * i}"), grouping.Of($"r{(2 * i) + 1}")));
        Assert.Equal(200, Reports.Select(r => grouping.Of(r.Id)).Distinct().Count());
    }

    [Fact]
    public void OneToOne_NeverJoinsTwoOfOneSource()
    {
        ImmutableArray<PeerReport> crowded = [.. Reports, .. Reports.Where(r => r.Source == "b").Select(r => r with { Id = "x" + r.Id, From = r.From + 2, To = r.To + 2 })];
        using var model = new SplinkModel(crowded, UEstimate.Learnt);
        var grouping = model.Group(0.3, oneToOne: true);
        Assert.All(crowded.GroupBy(r => (grouping.Of(r.Id), r.Source)), g => Assert.Single(g));
    }
}
