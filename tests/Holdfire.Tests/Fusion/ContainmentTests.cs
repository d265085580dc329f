using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;

namespace Holdfire.Tests.Fusion;

public sealed class ContainmentTests
{
    [Fact]
    public void ASum_OfManyLaunches_IsMatchedByTheMostThatOneSourceTells()
    {
        Report[] reports =
        [
            Sum("S1", 108), Single("A1", "aa-army", 2, 4), Single("A2", "aa-army", 4, 3), Single("B1", "bb-army", 2.1, 5),
            Single("B2", "bb-army", 11.5, 2, 2), Single("M1", "monitor", 20, 9),
        ];
        var contained = Of(reports);
        Assert.Equal((7, 14), (contained.AtLeast, contained.AtMost!.Value));
        Assert.Equal(["A1", "A2"], contained.LeastReports.Select(r => r.Value));
        Assert.False(contained.IsExceeded);
    }

    [Fact]
    public void ASum_OfFewerThanOneSourceTells_IsExceeded()
    {
        var contained = Of([Sum("S1", 3), Single("A1", "aa-army", 2, 4)]);
        Assert.True(contained.IsExceeded);
        Assert.Equal(3, contained.MatchedAtLeast);
    }

    [Fact]
    public void Bounds_OfSourcesThatTellTrue_HoldTheTruth() => True.Sample(t =>
    {
        // Which true events lie in the sum and are told of by anyone, and how many launches they are.
        var told = t.Events.Where((e, i) => e.Hour >= 0 && e.Hour + 0.02 <= 12 && t.Seen.Any(s => s[i])).Sum(e => e.Count);
        var reports = t.Events.SelectMany((e, i) => t.Seen.Select((s, source) => s[i]
            ? Single($"R{i:00}{source}", Theatre.Sources[source].Id.Value, e.Hour - t.Late[source], e.Count, 0.02 + t.Late[source]) : null)).OfType<Report>();
        var contained = Of([Sum("S1", 500), .. reports]);
        Assert.InRange(told, contained.AtLeast, contained.AtMost!.Value);
    }, iter: 300);

    private static Gen<((double Hour, int Count)[] Events, bool[][] Seen, double[] Late)> True =>
        from events in Gen.Select(Gen.Int[-200, 1400], Gen.Int[1, 9]).Array[1, 12]
        from seen in Gen.Bool.Array[events.Length].Array[3]
        from late in Gen.Int[0, 200].Array[3]
        select (events.Select(e => (Hour: (e.Item1 / 100.0) + 0.003, Count: e.Item2)).ToArray(), seen, late.Select(l => l / 100.0).ToArray());

    private static Containment Of(Report[] reports)
    {
        var result = Fuser.Fuse(Theatre.Input(reports));
        return new Containments(result, CaseBuilder.Places).All().Single();
    }

    private static Report Sum(string id, long count) => Single(id, "aa-army", 0, count, 12) with
    {
        Measure = Measure.Launched, IsAggregate = true, Window = TimeWindow.Exact(CaseBuilder.Hours(0, 12)),
    };

    private static Report Single(string id, string source, double hour, long count, double hours = 0.02) =>
        Theatre.At(id, source, hour, count: count, act: "attack.air.uav.one-way", hours: hours) with
        {
            Measure = Measure.Destroyed, Point = null, Areas = [CaseBuilder.North],
        };
}
