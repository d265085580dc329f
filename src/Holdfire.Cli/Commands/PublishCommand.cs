using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Server;
using Holdfire.Server.Publishing;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire publish DIR</c>: the site as files for any web server.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("DIR") { Description = "the folder to write to, new or empty" };
        var folder = Options.Case();
        var command = new StoppingCommand(
            "publish",
            "Write the pages, the answers and exports without filters, and the log itself as files that any web server can give. Search and questions with options need "
            + "'holdfire serve' and are left out.\n\n"
            + "Example: holdfire publish site --case cases/practice-line")
        {
            target, folder,
        };
        command.SetAction(async (result, cancellation) =>
        {
            if (result.GetValue<string?>(CommonOptions.RecordedAt.Name) is not null)
            {
                throw new InputException("--recorded-at", "none here: the record is published as it is now", "");
            }

            var to = result.GetRequiredValue(target);
            if (result.Record is { } existing)
            {
                return Write(result.Terminal, RecordInput.Existing(existing), to, cancellation);
            }

            var caseFolder = result.GetRequiredValue(folder);
            _ = CaseInput.Load(result.Terminal, caseFolder);
            using var made = await ThrowAwayRecord.OfCase(caseFolder).ConfigureAwait(false);
            return Write(result.Terminal, made.Folder, to, cancellation);
        });
        return command;
    }

    private static int Write(Terminal terminal, string record, string folder, CancellationToken stop)
    {
        try
        {
            var count = PublishedSite.Write(ServedRecord.Open(record), folder, stop);
            terminal.Out.WriteLine(FormattableString.Invariant($"publish: {count} files written to {folder}; give the folder to any web server"));
            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
    }
}
