using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Tests.Fusion;

public sealed class IncidentStoreTests
{
    [Fact]
    public void Reports_AddedOneAtATimeInAnyOrder_GiveWhatAllAtOnceGive() =>
        Gen.Select(Theatre.Linked(30), Gen.Int, Gen.Int[0, 30], Gen.Int[0, 2]).Sample((reports, seed, atOnce, pins) =>
        {
            var order = reports.ToArray();
            new Random(seed).Shuffle(order);
            var pinned = Pins(reports, pins);
            var store = new IncidentStore(Theatre.Input(order.Take(atOnce).ToArray(), pinned));
            foreach (var report in order.Skip(atOnce))
            {
                store.Add(report);
            }

            AssertSame(Fuser.Fuse(Theatre.Input(reports, pinned)), store, reports);
        }, iter: 100);

    [Fact]
    public void APost_ThatTurnsOutToTellOfTwoEvents_IsTakenApartAgain()
    {
        Report Row(string id, Measure measure, long count) => Theatre.At(id, "aa-army", 4, count: count) with { Measure = measure, Reference = "post/1" };
        Report[] reports = [Row("A1", Measure.Launched, 9), Row("A2", Measure.Destroyed, 7), Row("A3", Measure.Destroyed, 2), Theatre.At("M1", "monitor", 4.1, 0.5)];
        var store = new IncidentStore(Theatre.Input([]));
        store.Add(reports[3]);
        store.Add(reports[1]);
        store.Add(reports[0]);
        Assert.Contains(new ReportId("A1"), store.ReportsWith(new("A2")));
        store.Add(reports[2]);
        AssertSame(Fuser.Fuse(Theatre.Input(reports)), store, reports);
    }

    [Fact]
    public void ManyReports_PastTheUnsortedOnes_GiveWhatAllAtOnceGive()
    {
        var random = new Random(7);
        var reports = Enumerable.Range(0, 1500).Select(i => Theatre.At(
            $"R{i:0000}", Theatre.Sources[random.Next(4)].Id.Value, random.NextDouble() * 400, random.NextDouble() * 60, random.NextDouble() * 60,
            random.Next(3) == 0 ? 9 : 1, count: random.Next(1, 9), hours: random.Next(4) == 0 ? 12 : 0.02)).ToArray();
        var store = new IncidentStore(Theatre.Input([.. reports.Take(300)]));
        foreach (var report in reports.Skip(300))
        {
            store.Add(report);
        }

        AssertSame(Fuser.Fuse(Theatre.Input(reports)), store, reports);
    }

    [Fact]
    public void TooManyReportsOfOnePlaceAndTime_LeaveTheStoreAsAllAtOnceWould()
    {
        Report[] crowd = [.. Enumerable.Range(0, 1_500).Select(i => Theatre.At($"R{i:0000}", Theatre.Sources[i % 4].Id.Value, 1))];
        Report[] others = [Theatre.At("A1", "aa-army", 500, 50, 50), Theatre.At("A2", "monitor", 500.1, 50, 50)];
        var store = new IncidentStore(Theatre.Input([.. crowd[1..], others[0]]));
        Assert.Throws<TooLargeException>(() => store.IncidentOf(crowd[1].Id));
        Assert.Throws<TooLargeException>(() => store.Add(crowd[0]));
        var all = Fuser.Fuse(Theatre.Input(others));
        Assert.Equal(IncidentId.Of(all.ReportAt(all.GroupOf(1)).Id), store.Add(others[1]));
        Assert.Equal(all.ProbabilityOf(all.GroupOf(1)), store.ProbabilityWith(others[1].Id));
        Assert.Equal(crowd.Length + 2, store.Count);
        Assert.Throws<TooLargeException>(() => store.ReportsWith(crowd[0].Id));
    }

    [Fact]
    public void AReport_ThatIsThereAlready_IsRefused()
    {
        var store = new IncidentStore(Theatre.Input([Theatre.At("A1", "aa-army", 4.0)]));
        Assert.Throws<ArgumentException>(() => store.Add(Theatre.At("A1", "aa-army", 4.0)));
    }

    private static Pin[] Pins(Report[] reports, int pins) => pins == 0 || reports.Length < 4 ? []
        : [new("P1", reports[0].Id, reports[^1].Id, pins == 1, "x", "y"), new("P2", reports[1].Id, reports[2].Id, pins == 2, "x", "y")];

    private static void AssertSame(FusionResult all, IncidentStore store, Report[] reports)
    {
        for (var i = 0; i < all.Count; i++)
        {
            var id = all.ReportAt(i).Id;
            Assert.Equal(IncidentId.Of(all.ReportAt(all.GroupOf(i)).Id), store.IncidentOf(id));
            Assert.Equal(all.ProbabilityOf(all.GroupOf(i)), store.ProbabilityWith(id));
        }

        Assert.Equal(reports.Length, store.Count);
    }
}
