using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Commands.WorkingDay;

/// <summary><c>holdfire queue assign</c> and the like: the steps of an event's verification.</summary>
internal static class StepCommands
{
    private const string Prefix = "V";

    /// <summary>All of them.</summary>
    public static Command[] All() =>
    [
        Plain("to-verify", VerificationStepKind.ToVerify, "Say that somebody is to go and look; it is given to nobody yet.", "to-verify I-B-4 --by \"duty officer\""),
        Assign(),
        Plain("visit", VerificationStepKind.Visited, "Say that somebody was there.", "visit I-B-4 --by \"patrol 2\" --text \"tracks of a bulldozer\""),
        Plain("refuse", VerificationStepKind.AccessRefused, "Say that somebody went and was not let in.", "refuse I-B-4 --by \"patrol 2\" --text \"turned back at the mill\""),
        Plain("verify", VerificationStepKind.Verified, "Say that what happened was established.", "verify I-B-4 --by \"duty officer\""),
        Plain("not-verifiable", VerificationStepKind.NotVerifiable, "Say that it cannot be established.", "not-verifiable I-B-4 --by \"duty officer\" --text \"mined\""),
        Plain("close", VerificationStepKind.Closed, "Say that nothing more is to be done.", "close I-B-4 --by \"duty officer\""),
        Propose(),
        OnProposal("approve", VerificationStepKind.Approved, "Approve a finding that somebody else proposed. In a record another key must sign than the one that proposed it.", "approve V-3f9a2c1b --by \"head of sector\""),
        OnProposal("dissent", VerificationStepKind.Dissent, "Say that you do not agree with a finding that was proposed, and why. It stays beside the finding.", "dissent V-3f9a2c1b --by \"liaison of Lowland\" --text \"the orchard was abandoned\""),
    ];

    private static Argument<string> Incident() => new("INCIDENT") { Description = "the id of an incident, as 'holdfire queue' prints it, or of a report" };

    private static Option<string?> TextOption() => Options.Text("--text", "TEXT", "in words; everyone will see it");

    private static Command Plain(string name, VerificationStepKind kind, string help, string example)
    {
        var (incident, text) = (Incident(), TextOption());
        var command = Command(name, help, example, [incident, text]);
        return Run(command, (result, hand, id) => Step(hand, id, WorkTarget.Report(result.GetRequiredValue(incident), hand.Case), kind, result.GetValue(text)));
    }

    private static Command Assign()
    {
        var (incident, text) = (Incident(), TextOption());
        var to = Options.Required("--to", "WHO", "the person or team who is to look");
        var due = Options.Text("--due", "INSTANT", "by when, such as 2030-05-11T18:00Z");
        var command = Command("assign", "Give an event to somebody who is to go and look.", "assign I-B-4 --to \"patrol 2\" --due 2032-05-04T15:00Z --by \"duty officer\"", [incident, to, due, text]);
        return Run(command, (result, hand, id) => Step(hand, id, WorkTarget.Report(result.GetRequiredValue(incident), hand.Case), VerificationStepKind.Assigned, result.GetValue(text)) with
        {
            To = IncidentPinCommand.Words("--to", result.GetRequiredValue(to)), Due = WorkOptions.ReadInstant("--due", result.GetValue(due)),
        });
    }

    private static Command Propose()
    {
        var (incident, text) = (Incident(), TextOption());
        var standard = Options.Required("--standard", "STANDARD", "how well the event is established: alleged, corroborated or verified");
        var actor = Options.Text("--actor", "PARTY", "who did it, where that is part of the finding");
        var command = Command(
            "propose", "Propose what is to be found of an event. Another person approves it.", "propose I-B-4 --standard verified --actor LO --by \"patrol 2\"", [incident, standard, actor, text]);
        return Run(command, (result, hand, id) => Step(hand, id, WorkTarget.Report(result.GetRequiredValue(incident), hand.Case), VerificationStepKind.Proposed, result.GetValue(text)) with
        {
            Standard = StandardOf(result.GetRequiredValue(standard)), Actor = result.GetValue(actor) is { } party ? WorkTarget.Party("--actor", party, hand.Case) : null,
        });
    }

    private static Command OnProposal(string name, VerificationStepKind kind, string help, string example)
    {
        var proposal = new Argument<string>("PROPOSAL") { Description = "the id of the step that proposed the finding, as 'holdfire queue show' prints it" };
        var text = TextOption();
        text.Required = kind == VerificationStepKind.Dissent;
        var command = Command(name, help, example, [proposal, text]);
        return Run(command, (result, hand, id) =>
        {
            var of = WorkTarget.Proposal("PROPOSAL", result.GetRequiredValue(proposal), hand.Case);
            if (kind == VerificationStepKind.Approved && (of.By == hand.By || (of.SignedBy.Length > 0 && of.SignedBy == hand.Holder)))
            {
                throw new InputException("", $"another person, with another key, than who proposed {of.Id}", of.By == hand.By ? hand.By : hand.Holder);
            }

            return Step(hand, id, of.Report, kind, text.Required ? IncidentPinCommand.Words("--text", result.GetValue(text) ?? "") : result.GetValue(text)) with { Of = of.Id };
        });
    }

    private static Command Command(string name, string help, string example, ReadOnlySpan<Symbol> symbols)
    {
        var command = new Command(name, $"{help} It is a line of {WorkItems.FileOf(EntryKind.Step)}, or with --record a signed entry.\n\nExample: holdfire queue {example} --case cases/practice-valley");
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        return command;
    }

    private static Command Run(Command command, Func<ParseResult, WorkHand, string, VerificationStep> make)
    {
        var options = WorkOptions.AddTo(command);
        command.SetAction((result, _) => options.Add(result, EntryKind.Step, Prefix, (hand, id) => WorkItems.Text(make(result, hand, id))));
        return command;
    }

    private static VerificationStep Step(WorkHand hand, string id, ReportId report, VerificationStepKind kind, string? text) =>
        new(id, report, kind, hand.By, hand.Holder, hand.At, "", null, null, null, "", text?.Trim() ?? "");

    private static ProofNeeded StandardOf(string text) => Enum.GetValues<ProofNeeded>().Where(s => Texts.Words(s) == text).Select(s => (ProofNeeded?)s).FirstOrDefault()
        ?? throw new InputException("--standard", "alleged, corroborated or verified", $"'{text}'");
}
