namespace Holdfire.Sources.Files;

/// <summary>Which report is said to lie in which other, to find those that lie in themselves.</summary>
internal sealed class LinkBook(string expected)
{
    private readonly Dictionary<string, List<(string To, Spot At)>> links = new(StringComparer.Ordinal);

    public void Add(string from, string to, Spot at)
    {
        if (!links.TryGetValue(from, out var list))
        {
            links[from] = list = new List<(string, Spot)>(1);
        }

        list.Add((to, at));
    }

    /// <summary>A fault at one link of every cycle. Iterative: chains may be as long as the case.</summary>
    public void Check(FaultList faults)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<(string From, int Next)>();
        foreach (var start in links.Keys.Where(k => !done.Contains(k)))
        {
            Push(start);
            while (path.TryPop(out var top))
            {
                if (!links.TryGetValue(top.From, out var list) || top.Next == list.Count)
                {
                    onPath.Remove(top.From);
                    done.Add(top.From);
                    continue;
                }

                path.Push((top.From, top.Next + 1));
                var (to, at) = list[top.Next];
                if (onPath.Contains(to))
                {
                    faults.Add(at, expected, to);
                }
                else if (!done.Contains(to))
                {
                    Push(to);
                }
            }
        }

        void Push(string id)
        {
            onPath.Add(id);
            path.Push((id, 0));
        }
    }
}
