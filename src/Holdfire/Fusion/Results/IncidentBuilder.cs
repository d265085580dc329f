using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Makes the incidents of a result, with what their reports leave possible and the other readings.</summary>
internal sealed class IncidentBuilder(FusionResult result, Gazetteer places)
{
    /// <summary>A chance below which no other reading is worth naming.</summary>
    private const double Certain = 1e-6;

    /// <summary>All incidents by the number of their first report.</summary>
    public IEnumerable<Incident> All()
    {
        var found = result.Components.Gather((from, to) =>
        {
            var solver = new ComponentSolver();
            return Enumerable.Range(from, to - from).Where(c => !result.IsCrowded(c)).SelectMany(c => OfComponent(c, solver)).ToList();
        });
        return Alone().Concat(found.SelectMany(f => f)).OrderBy(i => i.First).Select(i => i.Incident);
    }

    /// <summary>The same incidents in the same order without the other readings, most of whose cost is theirs.</summary>
    public IEnumerable<Incident> Chosen()
    {
        var groups = Enumerable.Range(0, result.Count).Where(i => !IsCrowded(i)).GroupBy(result.GroupOf).Select(g => g.ToArray()).ToList();
        return Chunks.Gather(groups.Count, 64, (from, to) => groups[from..to].ConvertAll(g => (First: g[0], Incident: Build(g, null))))
            .SelectMany(f => f).OrderBy(i => i.First).Select(i => i.Incident);
    }

    /// <summary>The incident that holds a report.</summary>
    public Incident Holding(int number) => IsCrowded(number)
        ? throw new TooLargeException(CrowdedReports.Of(result.Rows, result.Components.Members(result.ComponentOf(number))).Says)
        : result.ComponentOf(number) is var component and >= 0
        ? OfComponent(component, new ComponentSolver(), result.GroupOf(number)).Single().Incident
        : Build([number], null);

    private bool IsCrowded(int number) => result.ComponentOf(number) is var component and >= 0 && result.IsCrowded(component);

    private IEnumerable<(int First, Incident Incident)> Alone() =>
        Enumerable.Range(0, result.Count).Where(i => result.ComponentOf(i) < 0).Select(i => (i, Build([i], null)));

    // All groups of a component, or the one that starts with a row.
    private IEnumerable<(int First, Incident Incident)> OfComponent(int component, ComponentSolver solver, int? only = null)
    {
        var problem = result.ProblemOf(component);
        var clustering = result.ClusteringOf(component, problem);
        var members = new List<int>[problem.Nodes.Length];
        foreach (var group in clustering.Groups)
        {
            members[group] = [];
        }

        for (var node = 0; node < problem.Nodes.Length; node++)
        {
            members[clustering.GroupOf[node]].AddRange(problem.Nodes[node].Members);
        }

        int[] groups = [.. clustering.Groups.Where(g => only is null || problem.Nodes[g].First == only)];
        int[] open = [.. groups.Where(g => clustering.Probability[g] < 1 - Certain)];
        var readings = solver.Around(
            problem, clustering, open,
            (group, nodes, exact) => nodes.Length > 1 ? RunnerUp(problem, nodes, clustering.MaskOf(group, nodes), exact) : null, _ => null);
        var others = open.Zip(readings).ToDictionary(o => o.First, o => o.Second);
        foreach (var group in groups)
        {
            members[group].Sort();
            yield return (members[group][0], Build([.. members[group]], others.GetValueOrDefault(group)));
        }
    }

    private Incident Build(int[] numbers, Reading? runnerUp)
    {
        ImmutableArray<Report> reports = [.. numbers.Select(result.ReportAt)];

        // A denial says what did not happen; it narrows nothing where others say what did.
        var telling = reports.Where(r => r.Denies.IsEmpty).ToList() is { Count: > 0 } some ? some : [.. reports];
        return new Incident
        {
            Id = IncidentId.Of(reports[0].Id),
            Reports = reports,
            Probability = result.ProbabilityOf(numbers[0]),
            Window = IncidentFields.Window(telling),
            Place = PlaceOf(numbers),
            Areas = IncidentFields.Areas(telling, places),
            Act = IncidentFields.Act(telling),
            Actors = [.. telling.Where(r => r.AllegedActor is not null).Select(r => r.AllegedActor!.Value).Distinct()
                .OrderBy(p => p.Value, StringComparer.Ordinal)],
            Counts = IncidentFields.Counts(telling),
            Contradictions = [.. IncidentFields.Contradictions(reports, places)],
            RunnerUp = runnerUp,
        };
    }

    private GeoCircle? PlaceOf(int[] numbers)
    {
        // Of a two-dimensional normal distribution 95 % lie within this many standard deviations.
        const double NinetyFive = 2.4477;
        var (x, y, z, precision) = (0.0, 0.0, 0.0, 0.0);
        foreach (var number in numbers)
        {
            ref readonly var row = ref result.Rows.Values[number];
            if (row.PlaceVariance > 0)
            {
                var p = 1 / row.PlaceVariance;
                (x, y, z, precision) = (x + (p * row.X), y + (p * row.Y), z + (p * row.Z), precision + p);
            }
        }

        return precision > 0
            ? new GeoCircle(Sphere.Direction(x, y, z), Math.Min(NinetyFive / Math.Sqrt(precision), GeoCircle.LargestRadiusKm))
            : null;
    }

    private Reading RunnerUp(Problem problem, int[] nodes, int mask, ExactSolver exact)
    {
        var (bits, groups) = exact.Without(mask);
        return new Reading(
            [.. groups.Where(g => (g & mask) != 0).Select(Reports)],
            Math.Min(1, result.Scorer.Odds(bits - exact.BestBits)));

        ImmutableArray<ReportId> Reports(int chosen) =>
            [.. nodes.Where((_, i) => (chosen & (1 << i)) != 0).SelectMany(n => problem.Nodes[n].Members).Order()
                .Select(r => result.ReportAt(r).Id)];
    }
}
