using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Cli.Commands.WorkingDay;

/// <summary>What a command of the working day names: reports, parties and proposals of the case.</summary>
internal static class WorkTarget
{
    private const int Near = 3;

    /// <summary>A report by its id, or by that of an incident, which holds the id of the report that names it.</summary>
    public static ReportId Report(string text, Case @case)
    {
        foreach (var report in @case.Reports)
        {
            if (report.Id.Value == text || IncidentId.Of(report.Id).Value == text)
            {
                return report.Id;
            }
        }

        var near = @case.Reports.Select(r => r.Id.Value).OrderBy(id => EditDistance.Between(text, id)).ThenBy(id => id, StringComparer.Ordinal).Take(Near);
        throw new InputException("", $"the id of a known incident or report, such as {string.Join(", ", near)}", $"'{text}'");
    }

    /// <summary>A claim, which may be a number in a statement too.</summary>
    public static ReportId Claim(string text, Case @case) =>
        @case.Statements.Any(s => s.Quantities.Any(q => q.Id.Value == text)) ? new ReportId(text) : Report(text, @case);

    /// <summary>A party, by its id.</summary>
    public static PartyId Party(string option, string text, Case @case) =>
        @case.Parties.Any(p => p.Id.Value == text) ? new PartyId(text)
        : throw new InputException(option, $"one of {string.Join(", ", @case.Parties.Select(p => p.Id))}", $"'{text}'");

    /// <summary>A step that proposes a finding, by its id.</summary>
    public static VerificationStep Proposal(string option, string text, Case @case) =>
        @case.Steps.FirstOrDefault(s => s.Id == text && s.Kind == VerificationStepKind.Proposed)
        ?? throw new InputException(
            option, "the id of a step that proposes a finding" + (@case.Steps.Where(s => s.Kind == VerificationStepKind.Proposed).Select(s => s.Id).ToArray() is { Length: > 0 } known
                ? $", such as {string.Join(", ", known.Take(Near))}" : "; the case has none"), $"'{text}'");
}
