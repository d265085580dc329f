using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>A log as its writer finds it or has brought it about: published up to its newest checkpoint, with an empty journal.</summary>
/// <param name="Checkpoint">The newest checkpoint.</param>
/// <param name="Note">The same, signed.</param>
/// <param name="Journal">The journal, begun at it.</param>
/// <param name="Publisher">Puts further groups in place.</param>
/// <param name="Frontier">The tree.</param>
/// <param name="Hold">That this is the one writer.</param>
/// <param name="Memory">How far was signed.</param>
/// <param name="Notices">What opening mended or left out, one line each for a person.</param>
internal sealed record LogState(
    Checkpoint Checkpoint, SignedNote Note, Journal Journal, Publisher Publisher, MerkleFrontier Frontier, WriterHold Hold, SignedMemory Memory,
    ImmutableArray<string> Notices);
