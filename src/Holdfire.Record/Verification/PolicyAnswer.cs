namespace Holdfire.Record.Verification;

/// <summary>Whether the witnesses that a policy asks for have cosigned a record.</summary>
/// <param name="Quorum">The name of the quorum in the policy.</param>
/// <param name="MetAt">The largest number of entries that the quorum has cosigned; null where it has cosigned none.</param>
/// <param name="Missing">What is missing at the newest checkpoint; null where nothing is.</param>
public sealed record PolicyAnswer(string Quorum, long? MetAt, Error? Missing);
