namespace Holdfire.Talks.Deadlocks;

/// <summary>Preconditions to change, as bits of their places in a component's list.</summary>
/// <param name="Dropped">Those to drop.</param>
/// <param name="Weakened">Those to weaken to "together".</param>
internal readonly record struct ChangeSet(ulong Dropped, ulong Weakened)
{
    public ChangeSet And(ChangeSet other) => new(Dropped | other.Dropped, Weakened | other.Weakened);
}
