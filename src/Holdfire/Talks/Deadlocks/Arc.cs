namespace Holdfire.Talks.Deadlocks;

/// <summary>An edge of the graph that is searched; it may stand for several preconditions.</summary>
/// <param name="From">The node that comes first, or either end of one that is not strict.</param>
/// <param name="To">The other node.</param>
/// <param name="Strict">Whether it has an order; else both ends are one.</param>
/// <param name="Drop">The smallest ways to be rid of it; null where it must stay.</param>
/// <param name="Weaken">The smallest ways to make it not strict; null where it must not be.</param>
internal sealed record Arc(int From, int To, bool Strict, SmallestChanges? Drop, SmallestChanges? Weaken)
{
    /// <summary>The same arc, no longer to be changed.</summary>
    public Arc Kept => this with { Drop = null, Weaken = null };

    public bool Touches(int node) => From == node || To == node;

    public int OtherEnd(int node) => From == node ? To : From;
}
