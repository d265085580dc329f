using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness cosign</c>.</summary>
internal static class CosignCommand
{
    public static Command Create()
    {
        var (state, key) = (WitnessCommand.State(), WitnessCommand.Key());
        var folder = new Argument<string>("DIR") { Description = "the record's folder" };
        var log = Options.Text("--log", "FILE", "the record's operator key; that in the folder, which is then pinned, if left out");
        var command = new Command(
            "cosign",
            "Check that a record goes on from what was seen last, and put a cosignature under its checkpoint. Where it forked or shrank, "
            + "refuse and print the proof: both checkpoints, signed by the operator.\n\n"
            + "Example: holdfire witness cosign record --state witness --key witness.key")
        {
            folder, state, key, log,
        };
        command.SetAction(result => WitnessCommand.With(result.Terminal, result.GetRequiredValue(state), result.GetRequiredValue(key), witness =>
        {
            var path = result.GetRequiredValue(folder);
            RecordLinks.Refuse(path);
            var reader = LogReader.Open(path).OrThrow();
            var operatorKey = result.GetValue(log) is { } file ? WitnessCommand.ReadVkey("--log", file) : reader.OperatorKey().OrThrow();
            if (!witness.Logs().Contains(operatorKey))
            {
                // A key that nobody has checked must not be pinned where the checkpoint does not even verify with it.
                reader.Verify(operatorKey).OrThrow();
                witness.Trust(operatorKey);
                result.Terminal.Error.WriteLine($"holdfire: {operatorKey.Name} was not known; its key {operatorKey} is trusted from now on");
            }

            return Say(result.Terminal, witness, FolderWitness.Cosign(witness, path));
        }));
        return command;
    }

    private static int Say(Terminal terminal, Witness witness, FolderAnswer asked)
    {
        var (request, answer) = asked;
        var checkpoint = Checkpoint.Parse(request.Checkpoint.Text).OrThrow();
        if (answer.Cosignature is { } cosignature)
        {
            terminal.Out.WriteLine($"cosigned {checkpoint.Origin}, size {checkpoint.Size}, root {checkpoint.Root}");
            terminal.Out.WriteLine(cosignature);
            return ExitCodes.Done;
        }

        terminal.Error.WriteLine($"holdfire: {witness.Key} does not cosign: {answer.Reason}");
        if (answer.Last is { } last)
        {
            terminal.Out.WriteLine($"The checkpoint that was cosigned last:\n\n{last}");
            terminal.Out.WriteLine(
                $"The checkpoint that does not go on from it, with the consistency proof that the record gives:\n\n{request}");
        }

        return ExitCodes.BadInput;
    }
}
