using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.State;

/// <summary>An entry at its place in the log.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Leaf">Its leaf hash.</param>
/// <param name="Entry">The entry.</param>
public sealed record StoredEntry(long Index, MerkleHash Leaf, Entry Entry);
