using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Log;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record fsck DIR</c>.</summary>
internal static class FsckCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var command = new Command(
            "fsck",
            "Check the files of the log alone: every entry, tile and the checkpoint against each other, and the journal where there is one. Works on any C2SP tlog-tiles log "
            + "that has log.vkey beside its checkpoint. Exit code 5 where a file is damaged.\n\nExample: holdfire record fsck harvest")
        {
            folder,
        };
        command.SetAction(result => Run(result.Terminal, RecordInput.Existing(result.GetRequiredValue(folder))));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        try
        {
            // Before anything is opened: a pipe in the place of a file is never read to its end.
            if (RecordLinks.Find(folder) is { IsEmpty: false } others)
            {
                foreach (var other in others)
                {
                    terminal.Error.WriteLine(other);
                }

                terminal.Out.WriteLine(FormattableString.Invariant($"log: {others.Length} findings"));
                return ExitCodes.Touched;
            }

            var log = RecordInput.Is(LogReader.Open(folder));
            using var progress = new ProgressLine(terminal, "entries checked");
            var key = RecordInput.Is(log.OperatorKey());
            var findings = LogFsck.Check(log, key, RecordInput.Is(log.WitnessKeys()), entry => progress.Show(entry.Index + 1))
                .AddRange(JournalFsck.Check(log, key));
            foreach (var finding in findings)
            {
                terminal.Error.WriteLine(finding);
            }

            terminal.Out.WriteLine(findings.IsEmpty
                ? FormattableString.Invariant($"log: {log.Size} entries, every file is what the checkpoint commits to")
                : FormattableString.Invariant($"log: {findings.Length} findings"));
            return findings.IsEmpty ? ExitCodes.Done : ExitCodes.Touched;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
    }
}
