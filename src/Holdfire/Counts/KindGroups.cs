namespace Holdfire.Counts;

/// <summary>Splits claims into groups that share no event. Keeps its scratch space; for one thread at a time.</summary>
internal sealed class KindGroups(ClaimSeries series)
{
    private readonly int[] place = new int[series.Table.Kinds.Count];
    private readonly List<int> kinds = [];

    /// <summary>The claims of each group in the given order, with the group's kinds in the order of their first claims.</summary>
    /// <param name="claims">The claims by their places.</param>
    /// <param name="links">Further pairs that must be in one group.</param>
    public IReadOnlyList<(int[] Claims, int[] Kinds)> Of(int[] claims, (int Inner, int Outer)[] links)
    {
        Collect(claims);
        var parent = Enumerable.Range(0, kinds.Count).ToArray();
        for (var a = 0; a < parent.Length; a++)
        {
            for (var b = a + 1; b < parent.Length; b++)
            {
                if (series.Conflict(kinds[a], kinds[b]))
                {
                    Join(parent, a, b);
                }
            }
        }

        foreach (var (inner, outer) in links)
        {
            Join(parent, PlaceOf(inner), PlaceOf(outer));
        }

        var found = Split(claims, parent);
        kinds.ForEach(k => place[k] = 0);
        return found;
    }

    private int PlaceOf(int claim) => place[series.Kinds[claim]] - 1;

    private void Collect(int[] claims)
    {
        kinds.Clear();
        foreach (var claim in claims)
        {
            var kind = series.Kinds[claim];
            if (place[kind] == 0)
            {
                kinds.Add(kind);
                place[kind] = kinds.Count;
            }
        }
    }

    private static int Root(int[] parent, int of)
    {
        while (parent[of] != of)
        {
            of = parent[of] = parent[parent[of]];
        }

        return of;
    }

    private static void Join(int[] parent, int a, int b) => parent[Root(parent, b)] = Root(parent, a);

    private (int[] Claims, int[] Kinds)[] Split(int[] claims, int[] parent)
    {
        var roots = new int[parent.Length];
        var number = new Dictionary<int, int>();
        for (var k = 0; k < parent.Length; k++)
        {
            number.TryAdd(Root(parent, k), number.Count);
            roots[k] = number[Root(parent, k)];
        }

        if (number.Count == 1)
        {
            return [(claims, [.. kinds])];
        }

        var own = Enumerable.Range(0, number.Count).Select(_ => (Claims: new List<int>(), Kinds: new List<int>())).ToArray();
        for (var k = 0; k < roots.Length; k++)
        {
            own[roots[k]].Kinds.Add(kinds[k]);
        }

        foreach (var claim in claims)
        {
            own[roots[PlaceOf(claim)]].Claims.Add(claim);
        }

        return Array.ConvertAll(own, g => (g.Claims.ToArray(), g.Kinds.ToArray()));
    }
}
