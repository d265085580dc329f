using Holdfire.Record.Tlog;

namespace Holdfire.Record.State;

/// <summary>A ledger with the right edge of the tree over the same entries: enough to go on from, without those entries.</summary>
/// <param name="Ledger">What follows from the entries.</param>
/// <param name="Frontier">The right edge of the tree over them, of the same size.</param>
internal sealed record LedgerSnapshot(Ledger Ledger, MerkleFrontier Frontier);
