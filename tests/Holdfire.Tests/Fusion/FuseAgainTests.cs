using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Tests.Build;

namespace Holdfire.Tests.Fusion;

public sealed class FuseAgainTests
{
    [Fact]
    public void Reports_AddedInAnyOrder_GiveWhatAllAtOnceGive() =>
        Gen.Select(Theatre.Linked(30), Gen.Int, Gen.Int[0, 30], Gen.Int[1, 4], Gen.Int[0, 2]).Sample((reports, seed, atOnce, step, pins) =>
        {
            var order = reports.ToArray();
            new Random(seed).Shuffle(order);
            var pinned = Pins(reports, pins);
            var result = Fuser.FuseAgain(Theatre.Input(order.Take(atOnce).ToArray(), pinned), null);
            for (var count = atOnce; count < order.Length; count += step)
            {
                Report[] now = [.. order.Take(count + step)];
                result = Fuser.FuseAgain(Theatre.Input(now, pinned), result);
                AssertSame(Theatre.Input(now, pinned), result);
            }
        }, iter: 12);

    [Fact]
    public void Reports_TakenAwayAndChanged_GiveWhatAllAtOnceGive() =>
        Gen.Select(Theatre.Linked(25), Theatre.Linked(25), Gen.Int, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((before, after, seed, pinsBefore, pinsAfter) =>
        {
            // Ids are the same in both, so that some reports are as before, some are others, some are gone or new.
            var random = new Random(seed);
            Report[] mixed = [.. after.Select((r, i) => i < before.Length && random.Next(4) > 0 ? before[i] : r)];
            var earlier = Fuser.FuseAgain(Theatre.Input(before, Pins(before, pinsBefore)), null);
            var input = Theatre.Input(mixed, Pins(mixed, pinsAfter));
            AssertSame(input, Fuser.FuseAgain(input, earlier));
        }, iter: 50);

    [Fact]
    public void APost_ThatTurnsOutToTellOfTwoEvents_IsTakenApartAgain()
    {
        Report Row(string id, Measure measure, long count) => Theatre.At(id, "aa-army", 4, count: count) with { Measure = measure, Reference = "post/1" };
        Report[] reports = [Row("A1", Measure.Launched, 9), Row("A2", Measure.Destroyed, 7), Theatre.At("M1", "monitor", 4.1, 0.5)];
        var joined = Fuser.FuseAgain(Theatre.Input(reports), null);
        Assert.Equal(joined.GroupOf(0), joined.GroupOf(1));
        var input = Theatre.Input([.. reports, Row("A3", Measure.Destroyed, 2)]);
        AssertSame(input, Fuser.FuseAgain(input, joined));
    }

    [Fact]
    public void ManyReports_OfWhichSomeAreManyTogether_GiveWhatAllAtOnceGive()
    {
        var reports = Many(900, vague: true);
        var result = Fuser.FuseAgain(Theatre.Input([.. reports.Take(700)]), null);
        for (var count = 710; count <= reports.Length; count += 95)
        {
            var input = Theatre.Input([.. reports.Take(count)]);
            result = Fuser.FuseAgain(input, result);
            AssertSame(input, result);
        }
    }

    [Fact]
    public void OneReport_SolvesTheComponentThatItJoinsAlone()
    {
        var reports = Many(300);
        var earlier = Fuser.FuseAgain(Theatre.Input(reports), null);
        Assert.True(earlier.SolvedAnew > 1);
        Assert.Equal(0, Fuser.FuseAgain(Theatre.Input(reports), earlier).SolvedAnew);
        Assert.Equal(0, Fuser.FuseAgain(Theatre.Input([.. reports, Theatre.At("Z1", "monitor", 500, 90, 90)]), earlier).SolvedAnew);
        Assert.Equal(1, Fuser.FuseAgain(Theatre.Input([.. reports, reports[0] with { Id = new("Z1"), Source = new("desk") }]), earlier).SolvedAnew);
        Assert.Equal(earlier.SolvedAnew, Fuser.FuseWhatCanBeTold(Theatre.Input(reports)).SolvedAnew);
    }

    [Fact]
    public void PlacesSourcesAndParameters_ThatAreOthers_GiveWhatTheyGiveAlone()
    {
        var reports = Many(200);
        var earlier = Fuser.FuseAgain(Theatre.Input(reports), null);
        var input = Theatre.Input(reports);
        AssertSameAgain(input with { Parameters = Theatre.Quiet with { PlaceErrorKm = 7 } });
        AssertSameAgain(input with { Sources = [.. Theatre.Sources.Select(s => s.Id.Value == "monitor" ? s with { Rows = SourceRows.DistinctEvents } : s)] });
        AssertSameAgain(input with { Reports = [.. reports, Theatre.At("Z1", "monitor", 3, act: "detention")] });

        void AssertSameAgain(FusionInput other) => AssertSame(other, Fuser.FuseAgain(other, earlier));
    }

    [Fact]
    public void TooManyReportsOfOnePlaceAndTime_AreNamedAgain()
    {
        Report[] crowd = [.. Enumerable.Range(0, 1_500).Select(i => Theatre.At($"R{i:0000}", Theatre.Sources[i % 4].Id.Value, 1))];
        Report[] others = [Theatre.At("A1", "aa-army", 500, 50, 50), Theatre.At("A2", "monitor", 500.1, 50, 50)];
        var earlier = Fuser.FuseAgain(Theatre.Input([.. crowd, others[0]]), null);
        Assert.Single(earlier.Crowded);
        var input = Theatre.Input([.. crowd, .. others]);
        AssertSame(input, Fuser.FuseAgain(input, earlier));
    }

    private static Report[] Many(int count, bool vague = false)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => Theatre.At(
            $"R{i * 37 % count:0000}", Theatre.Sources[random.Next(4)].Id.Value, random.NextDouble() * 100, random.NextDouble() * 30, random.NextDouble() * 30,
            vague && random.Next(20) == 0 ? 900 : random.Next(3) == 0 ? 9 : 1, count: random.Next(1, 9), hours: vague && random.Next(30) == 0 ? 2000 : random.Next(4) == 0 ? 12 : 0.02))];
    }

    private static Pin[] Pins(Report[] reports, int pins) => pins == 0 || reports.Length < 4 ? []
        : [new("P1", reports[0].Id, reports[^1].Id, pins == 1, "x", "y"), new("P2", reports[1].Id, reports[2].Id, pins == 2, "x", "y")];

    // All that is asked of a result, not the groups alone: the other readings rest on components and edges as well.
    private static void AssertSame(FusionInput input, FusionResult again)
    {
        var all = Fuser.FuseWhatCanBeTold(input);
        Assert.Equal(Theatre.Groups(all), Theatre.Groups(again));
        Assert.Equal(Enumerable.Range(0, all.Count).Select(all.ProbabilityOf), Enumerable.Range(0, again.Count).Select(again.ProbabilityOf));
        Assert.Equal(all.Crowded.Select(c => c.Says), again.Crowded.Select(c => c.Says));
        Assert.Equal(Texts(all), Texts(again));
        Assert.Equal(all.Pairs(), again.Pairs());
    }

    private static IEnumerable<string> Texts(FusionResult result) => result.Incidents(CaseBuilder.Places).Select(i =>
        $"{i.Id} {i.Probability:R} {string.Join(' ', i.Reports.Select(r => r.Id))} {string.Join(" / ", i.RunnerUp?.Groups.Select(g => string.Join(' ', g)) ?? [])} {i.RunnerUp?.Odds:R}");
}
