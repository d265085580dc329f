using NodaTime;

namespace Holdfire.Model;

/// <summary>A step of an event's verification. It names a report of the event, since events change as reports come in, and reports do not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The report by which it stays with its event, in whichever incident that report is.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">Who did it, by role or name.</param>
/// <param name="SignedBy">Who signed it; empty in a case folder, where nobody signs.</param>
/// <param name="At">When it was done.</param>
/// <param name="To">Of an assignment, to whom; else empty.</param>
/// <param name="Due">Of an assignment, by when; null where nothing is said.</param>
/// <param name="Standard">Of a proposed finding, how well the event is established; else null.</param>
/// <param name="Actor">Of a proposed finding, who did it; null where it says nothing of that.</param>
/// <param name="Of">Of an approval or dissent, the id of the proposal; else empty.</param>
/// <param name="Text">In words; may be empty.</param>
public sealed record VerificationStep(
    string Id, ReportId Report, VerificationStepKind Kind, string By, string SignedBy, Instant At, string To, Instant? Due, ProofNeeded? Standard,
    PartyId? Actor, string Of, string Text)
{
    /// <summary>Whether a person of the mission signed it: not a server, and nobody who speaks as a source of a party.</summary>
    public bool IsSignedByMission { get; init; }
}
