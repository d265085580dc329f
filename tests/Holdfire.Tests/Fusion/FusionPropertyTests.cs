using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Tests.Fusion;

public sealed class FusionPropertyTests
{
    [Fact]
    public void Fusion_OfReportsInAnyOrder_IsTheSame() =>
        Gen.Select(Theatre.Linked(40), Gen.Int).Sample((reports, seed) => { SameInAnyOrder(reports, seed); }, iter: 300);

    [Fact]
    public void Fusion_OfABarrage_IsTheSameInAnyOrderAndAgain() =>
        Gen.Select(Theatre.Linked(250), Gen.Int).Where(g => g.Item1.Length > 180).Sample((reports, seed) =>
        {
            var one = SameInAnyOrder(reports, seed);

            // Incidents take the groups as they were found; each alone is what it is among all.
            var all = one.Incidents(Build.CaseBuilder.Places).ToList();
            Assert.Equal(Theatre.Groups(one), all.Select(i => Ids(i.Reports)));
            Assert.All(all.Take(20), i => Assert.Equal(Readings(i), Readings(one.IncidentOf(Number(one, i), Build.CaseBuilder.Places))));
        }, iter: 5);

    [Fact]
    public void AReport_OfOneEventWithOthersOrAlone_IsEither() =>
        Theatre.Reports(8).Sample(reports =>
        {
            var result = Fuser.Fuse(Theatre.Input(reports));
            var alone = AloneOdds.Of(result);
            var pairs = result.Pairs().ToList();
            for (var i = 0; i < reports.Length; i++)
            {
                // It has a partner unless it is alone, and as many as it likes: the bounds of Boole and Bonferroni.
                var partners = pairs.Where(p => p.A == reports[i].Id || p.B == reports[i].Id).Select(p => p.Probability).Prepend(0).ToList();
                Assert.InRange(alone[i], Math.Max(0, 1 - partners.Sum()) - 1e-6, 1 - partners.Max() + 1e-6);
            }
        }, iter: 300);

    [Fact]
    public void Groups_OfABarrage_AreTheBestAmongTheNodesOfTheirOdds() =>
        Theatre.Reports(250).Where(r => r.Length > 180).Sample(reports =>
        {
            var (result, exact) = (Fuser.Fuse(Theatre.Input(reports)), new ExactSolver());
            for (var component = 0; component < result.Components.Roots.Length; component++)
            {
                var problem = result.ProblemOf(component);
                var clustering = result.ClusteringOf(component, problem);
                foreach (var (group, nodes) in clustering.Groups.Select(g => (g, clustering.Around(g))).Where(n => n.Item2.Length > 0))
                {
                    exact.Solve(problem, nodes);
                    Assert.Equal(exact.Probability(clustering.MaskOf(group, nodes)), clustering.Probability[group], 9);
                    var chosen = nodes.Select(n => clustering.GroupOf[n]).Distinct().Sum(g => problem.Bits(clustering.NodesOf(g)));
                    Assert.Equal(exact.BestBits, chosen, 6);
                }
            }
        }, iter: 10);

    [Fact]
    public void Candidates_OfAnyErrorsAndGate_LoseNone() =>
        Gen.Select(Theatre.Reports(40), Gen.Double[-1, 3], Gen.Double[-1, 3], Gen.Double[1, 10]).Sample((reports, km, hours, gate) =>
        {
            var set = Theatre.Quiet with { PlaceErrorKm = Math.Pow(10, km), TimeErrorHours = Math.Pow(10, hours), GateDeviations = gate };
            var (found, all) = Candidates.FoundAndAll(reports, set);
            Assert.Equal(all, found);
        }, iter: 300);

    [Fact]
    public void Candidates_AgainstAllPairs_LoseNoneAboveTheThreshold() =>
        Theatre.Reports(60).Sample(reports =>
        {
            var (found, all) = Candidates.FoundAndAll(reports);
            Assert.Equal(all, found);
        }, iter: 300);

    [Fact]
    public void Candidates_AcrossAntimeridianAndPole_LoseNone() =>
        Gen.Select(Theatre.Reports(40), Theatre.OneOf<(double, double)>((89.99, 0.0), (-89.98, 120.0), (0.0, 179.99), (65.0, -179.98), (10.0, 180.0))).Sample((reports, at) =>
        {
            var (found, all) = Candidates.FoundAndAll([.. reports.Select(r => Candidates.Moved(r, at.Item1, at.Item2))]);
            Assert.Equal(all, found);
        }, iter: 300);

    [Fact]
    public void Groups_OfAnyReports_HoldNoConflictingHardFacts() =>
        Theatre.Reports(40).Sample(reports =>
        {
            foreach (var incident in Fuser.Fuse(Theatre.Input(reports)).Incidents(Build.CaseBuilder.Places))
            {
                Assert.Single(incident.Reports.Select(r => r.IsAggregate).Distinct());
                Assert.Single(incident.Reports.Select(r => r.Act.Value.Split('.')[0]).Distinct());

                // Of one source only what has the same words or was told at another time.
                Assert.All(
                    incident.Reports.GroupBy(r => r.Source).SelectMany(own => own.SelectMany(a => own.Select(b => (A: a, B: b)))),
                    pair => Assert.True(AreSameWords(pair.A, pair.B) || (pair is { A.Published: { } a, B.Published: { } b } && a != b)));
            }
        }, iter: 300);

    // A source that gives its place again may round it.
    private static bool AreSameWords(Report a, Report b) =>
        (a.Act, a.Count, a.Window.Extent, a.AllegedActor) == (b.Act, b.Count, b.Window.Extent, b.AllegedActor)
        && Sphere.Distance(a.Point!.Value.Centre, b.Point!.Value.Centre) < 0.1;

    [Fact]
    public void Probabilities_OfAnyReports_AreProbabilitiesAndTheOtherReadingIsAnother() =>
        Theatre.Reports(12).Sample(reports =>
        {
            var result = Fuser.Fuse(Theatre.Input(reports));
            Assert.All(result.Pairs(), p => Assert.InRange(p.Probability, 0, 1 + 1e-9));
            Assert.All(result.Incidents(Build.CaseBuilder.Places), i => Assert.InRange(i.Probability, 0, 1 + 1e-9));
            Assert.All(
                result.Incidents(Build.CaseBuilder.Places).Where(i => i.RunnerUp is not null),
                i => Assert.NotEqual(Ids(i.Reports), string.Join('|', i.RunnerUp!.Groups.Select(g => string.Join(' ', g)))));
        }, iter: 300);

    [Fact]
    public void Incidents_WithoutTheirOtherReadings_AreTheSame() =>
        Theatre.Linked(30).Sample(reports =>
        {
            var result = Fuser.Fuse(Theatre.Input(reports));
            Assert.Equal(result.Incidents(Build.CaseBuilder.Places).Select(Told), result.Chosen(Build.CaseBuilder.Places).Select(Told));
        }, iter: 100);

    [Fact]
    public void Pins_OfAnyReports_AreObeyed() =>
        Gen.Select(Theatre.Linked(20), Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Bool).Where(g => g.Item1.Length > 1).Sample((reports, x, y, same) =>
        {
            var (a, b) = (x % reports.Length, y % reports.Length);
            if (a != b)
            {
                var result = Fuser.Fuse(Theatre.Input(reports, new Pin("P1", reports[a].Id, reports[b].Id, same, "duty officer", "read both")));
                Assert.Equal(same, result.GroupOf(a) == result.GroupOf(b));
            }
        }, iter: 500);

    [Fact]
    public void Reports_ThatQuote_AreOfTheEventThatTheyQuote() =>
        Theatre.Linked(30).Sample(reports =>
        {
            var result = Fuser.Fuse(Theatre.Input(reports));
            foreach (var (report, i) in reports.Select((r, i) => (r, i)))
            {
                Assert.All(report.Quotes, q => Assert.Equal(result.GroupOf(i), result.GroupOf(Array.FindIndex(reports, r => r.Id == q))));
            }
        }, iter: 300);

    private static FusionResult SameInAnyOrder(Report[] reports, int seed)
    {
        var shuffled = reports.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (one, two) = (Fuser.Fuse(Theatre.Input(reports)), Fuser.Fuse(Theatre.Input(shuffled)));
        Assert.Equal(Theatre.Groups(one), Theatre.Groups(two));
        Assert.Equal(Probabilities(one), Probabilities(two));
        Assert.Equal(one.Pairs(), two.Pairs());
        return one;
    }

    private static double[] Probabilities(FusionResult result) =>
        [.. Enumerable.Range(0, result.Count).Where(i => result.GroupOf(i) == i).Select(result.ProbabilityOf)];

    private static string Ids(IEnumerable<Report> reports) => string.Join(' ', reports.Select(r => r.Id.Value));

    private static int Number(FusionResult result, Incident incident) =>
        Enumerable.Range(0, result.Count).First(n => result.ReportAt(n).Id == incident.Reports[0].Id);

    private static string Readings(Incident i) => FormattableString.Invariant(
        $"{Ids(i.Reports)} {i.Probability:R} {i.RunnerUp?.Odds:R} {string.Join('|', i.RunnerUp?.Groups.Select(g => string.Join(' ', g)) ?? [])}");

    private static string Told(Incident i) =>
        $"{i.Id} {string.Join(' ', i.Reports.Select(r => r.Id))} {i.Probability} {i.Window} {i.Place} {string.Join(' ', i.Areas)} {i.Act} {string.Join(' ', i.Actors)} "
        + $"{string.Join(' ', i.Counts)} {string.Join(' ', i.Contradictions)}";
}
