using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>A log as its writer finds it or has brought it about: published up to its newest checkpoint, with an empty journal.</summary>
internal sealed record LogState(
    Checkpoint Checkpoint, SignedNote Note, Journal Journal, DurableWrites Writes, TileWriter Tiles, MerkleFrontier Frontier);
