namespace Holdfire.Bench.Fusion.Peers;

/// <summary>Sets that are joined (union-find with path halving).</summary>
internal sealed class Unions(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (parents[item] != item)
        {
            item = parents[item] = parents[parents[item]];
        }

        return item;
    }

    public void Join(int a, int b) => parents[Find(b)] = Find(a);
}
