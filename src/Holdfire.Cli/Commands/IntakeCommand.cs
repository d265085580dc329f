using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Server.OpenRosa;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire intake</c>: what phones sent and the record does not have.</summary>
internal static class IntakeCommand
{
    public static Command Create()
    {
        var record = Options.Required(Options.RecordName, "DIR", "the record's folder");
        var format = Options.Format();
        var command = new Command(
            "list", "List submissions of phones that are kept beside a record and are not in it: each waits for a file, or can be no report as it is.\n\nExample: holdfire intake list --record harvest")
        {
            record, format,
        };
        command.SetAction(result =>
        {
            var waiting = WaitingSubmission.In(RecordInput.Open(result.GetRequiredValue(record)));
            Answer.Print(
                result.Terminal, result.GetValue(format),
                new { schema = "holdfire/intake/1", waiting = waiting.Select(w => new { id = w.Id, received = Texts.Of(w.ReceivedAt), user = w.User, audience = w.Audience.ToString(), missing = w.Missing }) },
                () => new Sheet(["submission", "received", "from", "for", "waits for"], [.. waiting.Select(w => (ImmutableArray<string>)
                    [w.Id, Texts.Of(w.ReceivedAt), w.User, w.Audience.ToString(), w.Missing.IsEmpty ? "somebody to look at it" : string.Join(", ", w.Missing)])]));
            return ExitCodes.Done;
        });
        return new Command("intake", "What phones sent to a server of a record (docs/server.md, Phones).") { command };
    }
}
