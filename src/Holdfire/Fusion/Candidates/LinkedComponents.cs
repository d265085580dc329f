using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>The connected components of the candidate graph: what is decided in one does not bear on another.</summary>
internal sealed class LinkedComponents
{
    private const int RowsAtOnce = 512;
    private readonly int[] starts, members, edgeStarts;

    private LinkedComponents(int[] roots, int[] starts, int[] members, int[] edgeStarts) =>
        (Roots, this.starts, this.members, this.edgeStarts) = (roots, starts, members, edgeStarts);

    /// <summary>The least row of each component of two or more rows.</summary>
    public int[] Roots { get; }

    /// <summary>Finds the components and puts the edges in the order of them, then of their rows.</summary>
    public static LinkedComponents Of(int rows, Edge[] edges, StatedLinks links)
    {
        var sets = new DisjointSets(rows);
        foreach (var edge in edges)
        {
            sets.Join(edge.A, edge.B);
        }

        foreach (var link in links.Linked.SelectMany(links.Of))
        {
            sets.Join(link.From, link.To);
        }

        // What lies alone is in no bin.
        var bin = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            bin[sets.Find(i)]++;
        }

        var roots = new List<int>();
        for (var i = 0; i < rows; i++)
        {
            // A root comes before all others of its set.
            var root = sets.Find(i);
            if (root == i && bin[i] > 1)
            {
                bin[i] = roots.Count;
                roots.Add(i);
            }
            else
            {
                bin[i] = root == i ? -1 : bin[root];
            }
        }

        var (starts, members) = Sorted(roots.Count, rows, i => bin[i]);
        var (edgeStarts, order) = Sorted(roots.Count, edges.Length, e => bin[edges[e].A]);
        var copy = Array.ConvertAll(order, e => edges[e]);
        Chunks.Run(roots.Count, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                copy.AsSpan(edgeStarts[i]..edgeStarts[i + 1]).Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
            }
        });
        copy.CopyTo(edges, 0);
        return new LinkedComponents([.. roots], starts, members, edgeStarts);
    }

    /// <summary>Runs over all components in pieces at a time; what a piece does must not depend on the others.</summary>
    public void Run(Action<int, int> piece) => Gather((from, to) =>
    {
        piece(from, to);
        return true;
    });

    /// <summary>What each piece of components gave, in their order.</summary>
    public T[] Gather<T>(Func<int, int, T> piece)
    {
        // Cut by rows: the largest components often come first, and would all fall to one thread.
        var cuts = new List<int> { 0 };
        for (var component = 1; component <= Roots.Length; component++)
        {
            if (component == Roots.Length || starts[component + 1] - starts[cuts[^1]] > RowsAtOnce)
            {
                cuts.Add(component);
            }
        }

        return Chunks.Gather(cuts.Count - 1, 1, (from, _) => piece(cuts[from], cuts[from + 1]));
    }

    /// <summary>The rows of a component, rising.</summary>
    public int[] Members(int component) => members[starts[component]..starts[component + 1]];

    /// <summary>The places of its edges among all edges.</summary>
    public Range Edges(int component) => edgeStarts[component]..edgeStarts[component + 1];

    // A counting sort: stable, and linear.
    private static (int[] Starts, int[] Order) Sorted(int bins, int items, Func<int, int> binOf)
    {
        var starts = new int[bins + 1];
        for (var item = 0; item < items; item++)
        {
            if (binOf(item) is var bin and >= 0)
            {
                starts[bin + 1]++;
            }
        }

        for (var i = 0; i < bins; i++)
        {
            starts[i + 1] += starts[i];
        }

        var (next, order) = (starts.ToArray(), new int[starts[bins]]);
        for (var item = 0; item < items; item++)
        {
            if (binOf(item) is var bin and >= 0)
            {
                order[next[bin]++] = item;
            }
        }

        return (starts, order);
    }
}
