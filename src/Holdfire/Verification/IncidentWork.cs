using Holdfire.Fusion;

namespace Holdfire.Verification;

/// <summary>An event with what was done about it so far.</summary>
/// <param name="Incident">The event.</param>
/// <param name="Progress">How far its verification has come.</param>
public sealed record IncidentWork(Incident Incident, VerificationProgress Progress);
