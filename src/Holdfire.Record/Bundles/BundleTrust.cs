using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bundles;

/// <summary>What a verifier has from elsewhere; a bundle alone can only show that it agrees with itself.</summary>
/// <param name="OperatorKey">The operator's key, or null.</param>
/// <param name="Checkpoint">A checkpoint of the same record seen earlier, or null.</param>
public sealed record BundleTrust(NoteVerifier? OperatorKey, SignedNote? Checkpoint)
{
    /// <summary>Keys of witnesses. Each of them must have cosigned.</summary>
    public ImmutableArray<NoteVerifier> Witnesses { get; init; } = [];

    /// <summary>Which witnesses must have cosigned; null for none. Its quorum must be met.</summary>
    public TlogPolicy? Policy { get; init; }

    /// <summary>
    /// The consistency proof between the bundle's checkpoint and <see cref="Checkpoint"/>, whichever is newer (RFC 6962, section 2.1.2);
    /// null where there is none.
    /// </summary>
    public ImmutableArray<MerkleHash>? Consistency { get; init; }

    /// <summary>Nothing.</summary>
    public static BundleTrust None { get; } = new(null, null);
}
