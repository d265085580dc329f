using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A step of an event's verification.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The report by which it stays with its event.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">Who did it, by role or name.</param>
/// <param name="At">When it was done.</param>
/// <param name="To">Of an assignment, to whom; else null.</param>
/// <param name="Due">Of an assignment, by when; null where nothing is said.</param>
/// <param name="Standard">Of a proposed finding, how well the event is established; else null.</param>
/// <param name="Actor">Of a proposed finding, who did it; null where it says nothing of that.</param>
/// <param name="Of">Of an approval or dissent, the id of the proposal; else null.</param>
/// <param name="Text">In words; null where nothing is said.</param>
public sealed record StepAnswer(
    string Id, string Report, VerificationStepKind Kind, string By, Instant At, string? To, Instant? Due, ProofNeeded? Standard, string? Actor, string? Of, string? Text)
{
    /// <summary>From a step.</summary>
    public static StepAnswer From(VerificationStep s) => new(
        s.Id, s.Report.Value, s.Kind, s.By, s.At, Said(s.To), s.Due, s.Standard, s.Actor?.Value, Said(s.Of), Said(s.Text));

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
