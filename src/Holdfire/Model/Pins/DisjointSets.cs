namespace Holdfire.Model;

/// <summary>Sets of numbers that are joined and never parted; each is known by its least number.</summary>
/// <remarks>
/// Tarjan (1975), with path halving and the least number as root in place of ranks: roots are the same for every order.
/// </remarks>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++)
        {
            parent[i] = i;
        }
    }

    public int Find(int member)
    {
        while (parent[member] != member)
        {
            parent[member] = parent[parent[member]];
            member = parent[member];
        }

        return member;
    }

    public void Join(int a, int b)
    {
        var (x, y) = (Find(a), Find(b));
        if (x != y)
        {
            parent[Math.Max(x, y)] = Math.Min(x, y);
        }
    }
}
