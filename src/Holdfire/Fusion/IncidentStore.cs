using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>
/// Incidents to which reports are added one at a time, at one parameter set. Each report re-solves only the components that it
/// joins; the incidents are those that all reports at once would give. Not safe for several threads.
/// </summary>
public sealed class IncidentStore
{
    private readonly Scorer scorer;
    private readonly RowBuilder builder;
    private readonly FusionRows rows;
    private readonly StatedLinks links;
    private readonly GrowingIndex index;
    private readonly NodeBuilder nodes;
    private readonly Atoms atoms;
    private readonly ComponentSolver solver = new();
    private readonly HashSet<int> edgeless;
    private readonly List<StoredComponent?> components = [];
    private readonly List<(int Component, int Group, double Probability)> states = [];

    /// <summary>Fuses the reports of the input at once, to go on from there.</summary>
    /// <exception cref="ArgumentException">Two reports have one id, or pins contradict each other.</exception>
    public IncidentStore(FusionInput input)
    {
        var result = Fuser.FuseWhatCanBeTold(input);
        (scorer, builder, rows) = (result.Scorer, result.Builder, result.Rows.Growing());
        links = new StatedLinks(rows, input.Pins);
        index = new GrowingIndex(scorer, rows, result.Evidence);
        (nodes, atoms) = (new NodeBuilder(rows, links), new Atoms(rows, links));
        edgeless = [.. Enumerable.Range(0, rows.Count).Except(result.Evidence)];
        for (var c = 0; c < result.Components.Roots.Length; c++)
        {
            components.Add(new StoredComponent(result.Components.Members(c), [.. result.EdgesOf(c)], result.IsCrowded(c)));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            states.Add((result.ComponentOf(i), result.GroupOf(i), result.ProbabilityOf(i)));
        }
    }

    /// <summary>The number of reports.</summary>
    public int Count => rows.Count;

    /// <summary>The number of rows in the component that the last report came to lie in.</summary>
    public int LastComponent { get; private set; }

    /// <summary>Adds a report; the incident that now holds it.</summary>
    /// <exception cref="ArgumentException">A report with this id is there already.</exception>
    /// <exception cref="TooLargeException">
    /// It may be of one event with too many others. It is there then, and the incidents of all other reports are what they would be.
    /// </exception>
    public IncidentId Add(Report report)
    {
        if (rows.TryFind(report.Id, out _))
        {
            throw new ArgumentException($"a report with the id {report.Id} is there already", nameof(report));
        }

        builder.Note(report);
        builder.Fill(out var filled, report);
        var row = rows.Add(report, filled);
        states.Add((-1, row, 1));
        links.Add(row);
        edgeless.Add(row);
        Solve(row);
        return IncidentOf(report.Id);
    }

    /// <summary>The incident that holds a report.</summary>
    /// <exception cref="ArgumentException">There is no such report.</exception>
    /// <exception cref="TooLargeException">Too many reports may be of one event with it.</exception>
    public IncidentId IncidentOf(ReportId report) => IncidentId.Of(rows[states[Find(report)].Group].Id);

    /// <summary>The reports of the incident that holds this one, by id.</summary>
    /// <exception cref="ArgumentException">There is no such report.</exception>
    public ImmutableArray<ReportId> ReportsWith(ReportId report)
    {
        var (component, group, _) = states[Find(report)];
        return component < 0 ? [report] : [.. components[component]!.Members.Where(m => states[m].Group == group).Select(m => rows[m].Id)];
    }

    /// <summary>The probability of the grouping of the incident that holds this report.</summary>
    /// <exception cref="ArgumentException">There is no such report.</exception>
    public double ProbabilityWith(ReportId report) => states[states[Find(report)].Group].Probability;

    private int Find(ReportId report)
    {
        if (!rows.TryFind(report, out var row))
        {
            throw new ArgumentException($"there is no report {report}", nameof(report));
        }

        return states[row].Component is var number and >= 0 && components[number] is { IsCrowded: true } crowded
            ? throw new TooLargeException(new CrowdedReports([.. crowded.Members.Select(m => rows[m].Id).Order()]).Says)
            : row;
    }

    // What the new report links to or makes evidence of again may bring in further components, so until nothing is added.
    private void Solve(int added)
    {
        var members = new HashSet<int> { added };
        var edges = new HashSet<Edge>();
        bool[] isEvidence;
        int[] sorted;
        for (; ;)
        {
            Close(members, edges);
            sorted = [.. members];
            Array.Sort(sorted, rows.Compare);
            isEvidence = atoms.Join(sorted).IsEvidence;
            var missing = sorted.Where((m, i) => isEvidence[i] && edgeless.Contains(m)).ToList();
            if (missing.Count == 0)
            {
                break;
            }

            foreach (var row in missing)
            {
                edges.UnionWith(index.PairsOf(row));
                index.Add(row);
                edgeless.Remove(row);
            }

            members.UnionWith(edges.SelectMany(e => new[] { e.A, e.B }));
        }

        // What is no evidence now may be again, where a post turns out to tell of several events: then its edges are found anew.
        edgeless.UnionWith(sorted.Where((_, i) => !isEvidence[i]));
        Split(sorted, [.. edges.Where(e => !edgeless.Contains(e.A) && !edgeless.Contains(e.B))]);
    }

    /// <summary>Takes in the whole components, and what is linked, of all members.</summary>
    private void Close(HashSet<int> members, HashSet<Edge> edges)
    {
        var open = new Stack<int>(members);
        while (open.TryPop(out var row))
        {
            IEnumerable<int> more = links.Of(row).SelectMany(l => new[] { l.From, l.To });
            if (states[row].Component is var number and >= 0 && components[number] is { } component)
            {
                components[number] = null;
                edges.UnionWith(component.Edges);
                more = more.Concat(component.Members);
            }

            foreach (var other in more.Where(members.Add))
            {
                open.Push(other);
            }
        }
    }

    private void Split(int[] members, Edge[] edges)
    {
        var place = new Dictionary<int, int>(members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            place[members[i]] = i;
        }

        var sets = new DisjointSets(members.Length);
        foreach (var edge in edges)
        {
            sets.Join(place[edge.A], place[edge.B]);
        }

        foreach (var link in members.SelectMany(links.Of))
        {
            sets.Join(place[link.From], place[link.To]);
        }

        var own = edges.ToLookup(e => sets.Find(place[e.A]));
        foreach (var part in Enumerable.Range(0, members.Length).GroupBy(sets.Find))
        {
            Settle([.. part.Select(i => members[i])], [.. own[part.Key]]);
        }

        LastComponent = members.Length;
    }

    private void Settle(int[] members, Edge[] edges)
    {
        if (members.Length == 1)
        {
            states[members[0]] = (-1, members[0], 1);
            return;
        }

        var number = components.Count;
        var problem = new Problem(scorer, rows, nodes.Nodes(members));
        var solved = solver.Solve(problem, edges);
        components.Add(new StoredComponent(members, edges, IsCrowded: solved is null));
        if (solved is not { } clustering)
        {
            foreach (var member in members)
            {
                states[member] = (number, member, 0);
            }

            return;
        }

        for (var i = 0; i < problem.Nodes.Length; i++)
        {
            var first = problem.Nodes[clustering.GroupOf[i]].First;
            foreach (var member in problem.Nodes[i].Members)
            {
                states[member] = (number, first, member == first ? clustering.Probability[i] : 0);
            }
        }
    }
}
