using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Reports;

namespace Holdfire.Incidents;

/// <summary>Makes the incidents of a result, with what their reports leave possible and the other readings.</summary>
internal sealed class IncidentBuilder(FusionResult result, Gazetteer places)
{
    /// <summary>A chance below which no other reading is worth naming.</summary>
    private const double Certain = 1e-6;

    /// <summary>All incidents by the number of their first report.</summary>
    public IEnumerable<Incident> All()
    {
        var found = Chunks.Gather(result.Components.Roots.Length, 64, (from, to) =>
        {
            var solver = new ComponentSolver();
            return Enumerable.Range(from, to - from).SelectMany(c => OfComponent(c, solver)).ToList();
        });
        return Alone().Concat(found.SelectMany(f => f)).OrderBy(i => i.First).Select(i => i.Incident);
    }

    /// <summary>The same incidents in the same order without the other readings, most of whose cost is theirs.</summary>
    public IEnumerable<Incident> Chosen()
    {
        var groups = Enumerable.Range(0, result.Count).GroupBy(result.GroupOf).Select(g => g.ToArray()).ToList();
        return Chunks.Gather(groups.Count, 64, (from, to) => groups[from..to].ConvertAll(g => (First: g[0], Incident: Build(g, null))))
            .SelectMany(f => f).OrderBy(i => i.First).Select(i => i.Incident);
    }

    /// <summary>The incident that holds a report.</summary>
    public Incident Holding(int number) => result.ComponentOf(number) is var component and >= 0
        ? OfComponent(component, new ComponentSolver()).Single(i => i.First == result.GroupOf(number)).Incident
        : Build([number], null);

    private IEnumerable<(int First, Incident Incident)> Alone() =>
        Enumerable.Range(0, result.Count).Where(i => result.ComponentOf(i) < 0).Select(i => (i, Build([i], null)));

    private IEnumerable<(int First, Incident Incident)> OfComponent(int component, ComponentSolver solver)
    {
        var problem = result.ProblemOf(component);
        var clustering = solver.Solve(problem, result.EdgesOf(component));
        var others = solver.Around(problem, clustering)
            .Where(a => a.Nodes.Length > 1 && clustering.Probability[a.Group] < 1 - Certain)
            .Select(a => (a.Group, Reading: RunnerUp(problem, clustering, a.Group, a.Nodes, a.Exact)))
            .ToDictionary(a => a.Group, a => a.Reading);
        foreach (var group in clustering.GroupOf.Where((g, i) => g == i))
        {
            int[] rows = [.. problem.Nodes.Where((_, i) => clustering.GroupOf[i] == group).SelectMany(n => n.Members).Order()];
            yield return (rows[0], Build(rows, others.GetValueOrDefault(group)));
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

    private Reading RunnerUp(Problem problem, Clustering clustering, int group, int[] nodes, ExactSolver exact)
    {
        var mask = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            mask |= clustering.GroupOf[nodes[i]] == group ? 1 << i : 0;
        }

        var (bits, groups) = exact.Without(mask);
        return new Reading(
            [.. groups.Where(g => (g & mask) != 0).Select(Reports)],
            Math.Min(1, result.Scorer.Odds(bits - exact.BestBits)));

        ImmutableArray<ReportId> Reports(int chosen) =>
            [.. nodes.Where((_, i) => (chosen & (1 << i)) != 0).SelectMany(n => problem.Nodes[n].Members).Order()
                .Select(r => result.ReportAt(r).Id)];
    }
}
