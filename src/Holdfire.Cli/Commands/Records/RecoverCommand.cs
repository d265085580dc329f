using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Log;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record recover DIR</c>.</summary>
internal static class RecoverCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var yes = new Option<bool>("--yes") { Description = "give up entries that were acknowledged and cannot be read any more" };
        var @operator = RecordInput.OperatorOption();
        var command = new Command(
            "recover",
            "Take up a record whose journal is damaged or lost, and begin a new journal. What is published stays as it is. Where entries would be "
            + "lost it says which, and changes nothing without --yes.\n\n"
            + "Example: holdfire record recover harvest")
        {
            folder, yes, @operator,
        };
        command.SetAction((result, _) => Run(
            result.Terminal, RecordInput.Existing(result.GetRequiredValue(folder)), result.GetValue(@operator), result.GetValue(yes)));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, string? operatorFile, bool acceptLoss)
    {
        using var key = RecordInput.OperatorKey(terminal, folder, operatorFile);
        try
        {
            var options = RecordInput.LogOptions(operatorFile) with
            {
                AcceptLoss = acceptLoss, Witnesses = await RecordInput.AskWitnesses(terminal, folder).ConfigureAwait(false),
            };
            var log = RecordLog.Open(folder, key, options);
            await using (log.ConfigureAwait(false))
            {
                foreach (var notice in log.Notices)
                {
                    terminal.Error.WriteLine($"record: {notice}");
                }

                terminal.Out.WriteLine(FormattableString.Invariant(
                    $"record: {log.Current.Size} entries, root {log.Current.Root}; the journal is whole"));
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
    }
}
