using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (state, key) = (WitnessCommand.State(), WitnessCommand.Key());
        var format = Options.Format();
        var command = new Command(
            "status",
            "The records that a witness knows, and what it cosigned last.\n\nExample: holdfire witness status --state witness --key witness.key")
        {
            state, key, format,
        };
        command.SetAction(result => WitnessCommand.With(result.GetRequiredValue(state), result.GetRequiredValue(key), witness =>
        {
            var rows = witness.Logs().Select(log => Row(witness, log)).ToArray();
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/witness/1",
                    witness = witness.Key.ToVkey(),
                    records = rows.Select(r => new
                    {
                        record = r.Log.Name, key = r.Log.ToVkey(), size = r.Last?.Size, root = r.Last?.Root.ToString(), cosigned = r.At,
                    }),
                },
                () => new Sheet(
                    ["record", "size", "root", "cosigned"],
                    [.. rows.Select(r => (ImmutableArray<string>)[
                        r.Log.Name, r.Last?.Size.ToString(CultureInfo.InvariantCulture) ?? "", r.Last?.Root.ToString() ?? "",
                        r.At ?? "never"])]));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static (NoteVerifier Log, Checkpoint? Last, string? At) Row(Witness witness, NoteVerifier log)
    {
        if (witness.Last(log.Name) is not { } note)
        {
            return (log, null, null);
        }

        var at = note.Signatures.Select(witness.Key.CosignedAt).Max();
        return (log, Checkpoint.Parse(note.Text).OrThrow(), at?.ToString());
    }
}
