using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;
using NodaTime;

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
        command.SetAction(result => WitnessCommand.With(result.Terminal, result.GetRequiredValue(state), result.GetRequiredValue(key), witness =>
        {
            var rows = witness.Logs().Select(log => Row(witness, log)).ToArray();
            Answer.Print(
                result.Terminal,
                result.GetValue(format),
                new
                {
                    schema = "holdfire/witness/1",
                    witness = witness.Key.ToVkey(),
                    records = rows.Select(r => new
                    {
                        record = r.Log.Name, key = r.Log.ToVkey(), size = r.Last?.Size, root = r.Last?.Root.ToString(), cosigned = r.At?.ToString(),
                        clock_ahead = IsAhead(r.At),
                    }),
                },
                () => new Sheet(
                    ["record", "size", "root", "cosigned"],
                    [.. rows.Select(r => (ImmutableArray<string>)[
                        r.Log.Name, r.Last?.Size.ToString(CultureInfo.InvariantCulture) ?? "", r.Last?.Root.ToString() ?? "",
                        r.At?.ToString() ?? "never"])]),
                notes: () => rows.Where(r => IsAhead(r.At)).Select(r =>
                    $"{r.Log.Name}: cosigned at a time that is still to come by this machine's clock: nothing is cosigned before it. "
                    + "See 'holdfire witness init --after'"));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static bool IsAhead(Instant? at) => at > SystemClock.Instance.GetCurrentInstant() + Witness.ClockStep;

    private static (NoteVerifier Log, Checkpoint? Last, Instant? At) Row(Witness witness, NoteVerifier log)
    {
        if (witness.Last(log.Name) is not { } note)
        {
            return (log, null, null);
        }

        return (log, Checkpoint.Parse(note.Text).OrThrow(), witness.LastTime(log.Name));
    }
}
