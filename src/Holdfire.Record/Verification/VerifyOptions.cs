using Holdfire.Record.Tlog;

namespace Holdfire.Record.Verification;

/// <summary>What a record is checked against besides itself.</summary>
/// <param name="Operator">The operator's key, got from elsewhere; null to take the one in the folder.</param>
/// <param name="Earlier">A checkpoint that was seen earlier; null for none.</param>
public sealed record VerifyOptions(NoteVerifier? Operator = null, SignedNote? Earlier = null);
