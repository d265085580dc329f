using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Which reports were found to be about the same event.</summary>
public sealed class FusionResult
{
    private readonly Scorer scorer;
    private readonly FusionRows rows;
    private readonly StatedLinks links;
    private readonly Edge[] edges;
    private readonly LinkedComponents components;
    private readonly NodeBuilder nodes;
    private readonly int[] groupOf;
    private readonly double[] probability;
    private readonly int[] componentOf;
    private HashSet<int> crowdedComponents = [];
    private int solvedAnew;

    internal FusionResult(
        Scorer scorer, RowBuilder builder, FusionRows rows, StatedLinks links, int[] evidence, Edge[] edges, LinkedComponents components)
    {
        (this.scorer, Builder, this.rows, this.links) = (scorer, builder, rows, links);
        (Evidence, this.edges, this.components) = (evidence, edges, components);
        nodes = new NodeBuilder(rows, links);
        groupOf = new int[rows.Count];
        probability = new double[rows.Count];
        componentOf = new int[rows.Count];
        Array.Fill(probability, 1);
        Array.Fill(componentOf, -1);
        for (var i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = i;
        }
    }

    /// <summary>The number of reports.</summary>
    public int Count => rows.Count;

    /// <summary>Reports of which nothing can be said, since too many of them may be of one event; by their first ids, as a rule none.</summary>
    public ImmutableArray<CrowdedReports> Crowded { get; private set; } = [];

    /// <summary>The parameter set by which they were found.</summary>
    public FusionParameters Parameters => scorer.Parameters;

    internal Scorer Scorer => scorer;

    internal Edge[] Edges => edges;

    /// <summary>How many components were divided anew, and not taken over from an earlier result.</summary>
    internal int SolvedAnew => solvedAnew;

    /// <summary>Odds to go on from; null where nobody will.</summary>
    internal NearOdds? Near { get; private set; }

    internal RowBuilder Builder { get; }

    internal FusionRows Rows => rows;

    internal StatedLinks Links => links;

    internal LinkedComponents Components => components;

    /// <summary>The rows whose fields are evidence; the others repeat or deny one of them.</summary>
    internal int[] Evidence { get; }

    /// <summary>The report of a number; numbers go by the order of the ids.</summary>
    public Report ReportAt(int number) => rows[number];

    /// <summary>The number of the first report of the group that a report is in.</summary>
    public int GroupOf(int number) => groupOf[number];

    /// <summary>The probability that the group which starts with this report is right: these reports and no other; 0 where it is crowded.</summary>
    public double ProbabilityOf(int first) => probability[first];

    /// <summary>All incidents, in the order of their first reports.</summary>
    /// <param name="places">The places that the reports name.</param>
    public IEnumerable<Incident> Incidents(Gazetteer places) => new IncidentBuilder(this, places).All();

    /// <summary>All incidents in the same order, none with its runner-up, for those who need the reading chosen alone.</summary>
    /// <param name="places">The places that the reports name.</param>
    public IEnumerable<Incident> Chosen(Gazetteer places) => new IncidentBuilder(this, places).Chosen();

    /// <summary>The incident that holds the report of a number.</summary>
    /// <exception cref="TooLargeException">It is among <see cref="Crowded"/> reports.</exception>
    public Incident IncidentOf(int number, Gazetteer places) => new IncidentBuilder(this, places).Holding(number);

    /// <summary>Why the incident that starts with this report holds the reports that it holds.</summary>
    public IncidentReasons ReasonsOf(int first) => ReasonBuilder.Of(this, first);

    /// <summary>The probability of each pair of reports that had a chance to be of one event; other pairs have none.</summary>
    public IEnumerable<PairProbability> Pairs() => new PairOdds(this).All();

    /// <summary>The component of a report, or -1 where it has no candidate at all.</summary>
    internal int ComponentOf(int number) => componentOf[number];

    /// <summary>The first row of those that are stated to be of one event with this one.</summary>
    internal int AtomOf(int number) => componentOf[number] < 0 || links.Of(number).Count == 0 ? number
        : nodes.Nodes(components.Members(componentOf[number])).First(n => Array.IndexOf(n.Members, number) >= 0).First;

    internal Problem ProblemOf(int component) => new(scorer, rows, nodes.Nodes(components.Members(component)));

    /// <summary>How a component that was solved is divided.</summary>
    internal Clustering ClusteringOf(int component, Problem problem)
    {
        // Nodes come in the order of their first rows.
        var firsts = Array.ConvertAll(problem.Nodes, n => n.First);
        return ComponentSolver.Again(
            problem, EdgesOf(component), Array.ConvertAll(firsts, f => Array.BinarySearch(firsts, groupOf[f])), Array.ConvertAll(firsts, f => probability[f]));
    }

    internal ArraySegment<Edge> EdgesOf(int component)
    {
        var (offset, length) = components.Edges(component).GetOffsetAndLength(edges.Length);
        return new ArraySegment<Edge>(edges, offset, length);
    }

    /// <summary>Divides all components; those that are kept as they were.</summary>
    /// <param name="kept">What holds of an earlier result; null where there is none.</param>
    /// <param name="near">Odds to go on from and to add to; null where nobody will go on.</param>
    internal void Solve(KeptRows? kept, NearOdds? near)
    {
        Near = near;
        var crowded = new ConcurrentBag<int>();
        components.Run((from, to) =>
        {
            var solver = new ComponentSolver(near);
            for (var component = from; component < to; component++)
            {
                if (!(kept is null ? Solve(component, solver) : TakeOver(component, kept) ?? Solve(component, solver)))
                {
                    crowded.Add(component);
                }
            }
        });
        crowdedComponents = [.. crowded];
        Crowded = [.. crowded.Select(c => CrowdedReports.Of(rows, components.Members(c))).OrderBy(c => c.Reports[0])];
    }

    /// <summary>Whether a component is too large to be divided.</summary>
    internal bool IsCrowded(int component) => crowdedComponents.Contains(component);

    // Whether it was divided; null where it is not what it was.
    private bool? TakeOver(int component, KeptRows kept)
    {
        var members = components.Members(component);
        if (kept.ComponentOf(members) is not (>= 0 and var earlier))
        {
            return null;
        }

        foreach (var member in members)
        {
            (componentOf[member], groupOf[member], probability[member]) = (component, kept.GroupOf(member), kept.ProbabilityOf(member));
        }

        return !kept.WasCrowded(earlier);
    }

    private bool Solve(int component, ComponentSolver solver)
    {
        Interlocked.Increment(ref solvedAnew);
        var problem = ProblemOf(component);
        if (solver.Solve(problem, EdgesOf(component)) is not { } clustering)
        {
            foreach (var member in components.Members(component))
            {
                (componentOf[member], probability[member]) = (component, 0);
            }

            return false;
        }

        for (var i = 0; i < problem.Nodes.Length; i++)
        {
            var first = problem.Nodes[clustering.GroupOf[i]].First;
            foreach (var member in problem.Nodes[i].Members)
            {
                groupOf[member] = first;
                componentOf[member] = component;
            }

            if (clustering.GroupOf[i] == i)
            {
                probability[first] = clustering.Probability[i];
            }
        }

        return true;
    }
}
