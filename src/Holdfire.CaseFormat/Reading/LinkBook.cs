namespace Holdfire.CaseFormat;

/// <summary>Which report is said to lie in which other, to find those that lie in themselves.</summary>
internal sealed class LinkBook(string expected)
{
    // Links from one report are chained by their places, in the order in which they were added.
    private readonly Dictionary<string, (int First, int Last)> chains = new(StringComparer.Ordinal);
    private readonly List<(string To, Spot At, int Next)> links = [];

    /// <summary>What is linked to, and where.</summary>
    public IEnumerable<(string Id, Spot At)> Targets => links.Select(l => (l.To, l.At));

    /// <summary>Where the first link of a report stands, or null where it has none.</summary>
    public Spot? SpotOf(string from) => chains.TryGetValue(from, out var chain) ? links[chain.First].At : null;

    public void Add(string from, string to, Spot at)
    {
        var added = links.Count;
        links.Add((to, at, -1));
        if (chains.TryGetValue(from, out var chain))
        {
            links[chain.Last] = links[chain.Last] with { Next = added };
            chains[from] = (chain.First, added);
        }
        else
        {
            chains[from] = (added, added);
        }
    }

    /// <summary>Adds the links of a book of other reports.</summary>
    public void Take(LinkBook other)
    {
        var shift = links.Count;
        links.EnsureCapacity(shift + other.links.Count);
        chains.EnsureCapacity(chains.Count + other.chains.Count);
        links.AddRange(other.links.Select(l => l with { Next = l.Next < 0 ? -1 : l.Next + shift }));
        foreach (var (from, (first, last)) in other.chains)
        {
            chains.Add(from, (first + shift, last + shift));
        }
    }

    /// <summary>An error at one link of every cycle. Iterative: chains may be as long as the case.</summary>
    public void Check(ErrorList errors)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<(string From, int Next)>();
        foreach (var start in chains.Keys.Where(k => !done.Contains(k) && LeadsOn(k)))
        {
            Push(start);
            while (path.TryPop(out var top))
            {
                if (top.Next < 0)
                {
                    onPath.Remove(top.From);
                    done.Add(top.From);
                    continue;
                }

                var (to, at, next) = links[top.Next];
                path.Push((top.From, next));
                if (onPath.Contains(to))
                {
                    errors.Add(at, expected, to);
                }
                else if (chains.ContainsKey(to) && !done.Contains(to))
                {
                    Push(to);
                }
            }
        }

        void Push(string id)
        {
            onPath.Add(id);
            path.Push((id, chains[id].First));
        }
    }

    // Most links end at reports that have none, and are in no cycle.
    private bool LeadsOn(string from)
    {
        for (var next = chains[from].First; next >= 0; next = links[next].Next)
        {
            if (chains.ContainsKey(links[next].To))
            {
                return true;
            }
        }

        return false;
    }
}
