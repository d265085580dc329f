using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bundles;

/// <summary>What a verifier has from elsewhere; a bundle alone can only show that it agrees with itself.</summary>
/// <param name="OperatorKey">The operator's key, or null.</param>
/// <param name="Checkpoint">A checkpoint of the same record seen earlier, or null.</param>
public sealed record BundleTrust(NoteVerifier? OperatorKey, SignedNote? Checkpoint)
{
    /// <summary>Nothing.</summary>
    public static BundleTrust None { get; } = new(null, null);
}
