using System.CommandLine;
using Holdfire.Record;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record disclose DIR ENTRY</c>.</summary>
internal static class DiscloseCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var entry = new Argument<long>("ENTRY") { Description = "the index of an entry with a protected content" };
        var command = new Command(
            "disclose",
            "Let all see a protected content: its file goes to DIR/disclosed, where anyone can check it against the commitment in the log.\n\n"
            + "Example: holdfire record disclose harvest 17")
        {
            folder, entry,
        };
        command.SetAction(result => Run(result.GetRequiredValue(folder), result.GetRequiredValue(entry)));
        return command;
    }

    private static int Run(string folder, long index)
    {
        var record = RecordInput.Open(folder);
        if (index < 0 || index >= record.Ledger.Count || !record.Ledger[index].Protected)
        {
            throw new InputException(FormattableString.Invariant($"expected the index of an entry with a protected content, found {index}"));
        }

        try
        {
            new ContentFolder(folder).Disclose(record.Entry(index).Entry.ContentHash);
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }

        Console.Out.WriteLine(FormattableString.Invariant($"record: the content of entry {index} is disclosed"));
        return ExitCodes.Done;
    }
}
