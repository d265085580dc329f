using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Verification;

/// <summary>What a record is checked against besides itself.</summary>
/// <param name="Operator">The operator's key, got from elsewhere; null to take the one in the folder.</param>
/// <param name="Earlier">A checkpoint that was seen earlier; null for none.</param>
public sealed record VerifyOptions(NoteVerifier? Operator = null, SignedNote? Earlier = null)
{
    /// <summary>Keys of witnesses, got from elsewhere. Each of them must have cosigned.</summary>
    public ImmutableArray<NoteVerifier> Witnesses { get; init; } = [];

    /// <summary>Which witnesses must have cosigned; null for none. Its quorum must be met.</summary>
    public TlogPolicy? Policy { get; init; }

    /// <summary>Whether trusted witnesses and the policy must vouch for the newest checkpoint; false where an earlier one is enough.</summary>
    public bool MustCoverNewest { get; init; }
}
