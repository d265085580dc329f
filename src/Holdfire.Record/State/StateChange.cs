namespace Holdfire.Record.State;

/// <summary>How the state of an entry was before a later one changed it, so that the ledger can be had as it was at any size.</summary>
/// <param name="At">The index of the later entry.</param>
/// <param name="Target">The index of the entry that it changed.</param>
/// <param name="Before">The state before.</param>
internal readonly record struct StateChange(int At, int Target, PackedState Before);
