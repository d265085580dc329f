using System.CommandLine;
using Holdfire.Record.Index;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record reindex DIR</c>.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var command = new Command(
            "reindex", "Throw the look-up file away and build it anew from the log.\n\nExample: holdfire record reindex harvest")
        {
            folder,
        };
        command.SetAction(result =>
        {
            using var index = RecordIndexes.Rebuild(result.GetRequiredValue(folder));
            result.Terminal.Out.WriteLine(FormattableString.Invariant($"record: {RecordIndex.FileName} built anew over {index.Count} entries"));
            return ExitCodes.Done;
        });
        return command;
    }
}
