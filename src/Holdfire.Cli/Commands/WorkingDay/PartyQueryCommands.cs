using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Commands.WorkingDay;

/// <summary><c>holdfire query</c>: questions to parties, and what they reply.</summary>
internal static class PartyQueryCommands
{
    /// <summary>The command with those below it.</summary>
    public static Command Create() =>
        new("query", "Questions to parties about claims, and what they reply: their right of reply.") { QueryCommand.Create("query list"), Send(), Answer() };

    private static Command Send()
    {
        var party = Options.Required("--party", "PARTY", "who is asked");
        var about = new Option<string[]>("--about")
        {
            Description = "the id of a report, of an incident, or of a number in a statement; may be given several times", HelpName = "ID", Required = true,
        };
        var text = Options.Required("--text", "TEXT", "the question");
        var due = Options.Text("--due", "INSTANT", "by when a reply is asked for, such as 2030-05-14T12:00Z");
        var command = new Command(
            "send", "Record a question that is sent to a party; --at says when it was sent.\n\nExample: holdfire query send --party LO --about B-4 --text \"Whose bulldozer was at the mill?\" --due 2032-05-09T12:00Z --by \"liaison officer\" --case cases/practice-valley")
        {
            party, about, text, due,
        };
        var options = WorkOptions.AddTo(command);
        command.SetAction((result, _) => options.Add(result, EntryKind.Query, "Q", (hand, id) => WorkItems.Text(new PartyQuery(
            id, WorkTarget.Party("--party", result.GetRequiredValue(party), hand.Case),
            [.. result.GetRequiredValue(about).Select(a => WorkTarget.Claim(a, hand.Case)).Distinct()], IncidentPinCommand.Words("--text", result.GetRequiredValue(text)),
            hand.At, DueAfter(hand, result.GetValue(due)), hand.By))));
        return command;
    }

    private static Command Answer()
    {
        var query = new Argument<string>("QUERY") { Description = "the id of the question, as 'holdfire query list' prints it" };
        var text = Options.Required("--text", "TEXT", "what the party says, in its words");
        var statement = Options.Text("--statement", "ID", "the statement in which it says so");
        var command = new Command(
            "answer", "Record what a party replied to a question; --at says when it came in. It is shown next to the claim.\n\nExample: holdfire query answer Q-1 --text \"It was a farmer's.\" --by \"liaison officer\" --case cases/practice-valley")
        {
            query, text, statement,
        };
        var options = WorkOptions.AddTo(command);
        command.SetAction((result, _) => options.Add(result, EntryKind.Reply, "A", (hand, id) =>
        {
            var of = Query(result.GetRequiredValue(query), hand.Case);
            return WorkItems.Text(new PartyReply(
                id, of.Party, of.Id, of.Reports, hand.At, IncidentPinCommand.Words("--text", result.GetRequiredValue(text)), StatementOf(result.GetValue(statement), hand.Case), hand.By));
        }));
        return command;
    }

    private static NodaTime.Instant? DueAfter(WorkHand hand, string? text) =>
        WorkOptions.ReadInstant("--due", text) is not { } due ? null
        : due >= hand.At ? due : throw new InputException("--due", $"an instant after it was sent, {InstantText.Format(hand.At)}", $"'{text}'");

    private static PartyQuery Query(string id, Case @case) => @case.Queries.FirstOrDefault(q => q.Id == id)
        ?? throw new InputException("QUERY", @case.Queries.IsEmpty ? "a question; none is recorded" : $"one of {string.Join(", ", @case.Queries.Select(q => q.Id))}", $"'{id}'");

    private static StatementId? StatementOf(string? id, Case @case) => id is null ? null
        : @case.Statements.Any(s => s.Id.Value == id) ? new StatementId(id) : throw new InputException("--statement", "the id of a known statement", $"'{id}'");
}
