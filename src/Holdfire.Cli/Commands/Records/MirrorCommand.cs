using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Mirrors;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record mirror URL DIR</c>.</summary>
internal static class MirrorCommand
{
    private const int MostSeconds = 86_400;

    // One answer that does not hold may be the error page of a proxy on the way.
    private const int MostRefused = 3;

    public static Command Create()
    {
        var address = new Argument<string>("URL") { Description = "where the record is published, such as https://records.example/harvest/record/" };
        var folder = new Argument<string>("DIR") { Description = "the folder of the copy: a new one, or the copy of an earlier time" };
        var key = Options.Text("--trusted-vkey", "VKEY", "the operator's key, or a file with it, got elsewhere than from the record");
        var follow = Options.Text("--follow", "SECONDS", "look for new entries again and again, with so many seconds between; stop with Ctrl+C. It ends where three answers one after the other do not hold");
        var command = new StoppingCommand(
            "mirror",
            "Copy a record that is published elsewhere, check all of it, and take nothing that does not hold. Again, it copies what is new, and refuses a record that was "
            + "rolled back or rewritten. All commands that read a record work on the copy, without a network.\n\n"
            + "Example: holdfire record mirror https://records.example/harvest/record/ harvest-copy --follow 60")
        {
            address, folder, key, follow,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var seconds = result.GetValue(follow) is not { } text ? (int?)null
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostSeconds ? number
                : throw new InputException("--follow", $"seconds from 1 to {MostSeconds}", $"'{text}'");
            var trusted = result.GetValue(key) is { } vkey ? RecordInput.Is(NoteVerifier.Parse(File.Exists(vkey) ? File.ReadAllText(vkey).TrimEnd('\n') : vkey)) : null;
            using var http = RecordInput.Is(HttpTiles.Open(result.GetRequiredValue(address)));
            for (var refused = 0; ;)
            {
                var code = Copy(result.Terminal, http, result.GetRequiredValue(folder), trusted, seconds is not null);
                refused = code == ExitCodes.Touched ? refused + 1 : 0;
                if (seconds is not { } pause || refused == MostRefused)
                {
                    return code;
                }

                await Task.Delay(TimeSpan.FromSeconds(pause), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (cancellation.IsCancellationRequested)
                {
                    return ExitCodes.Done;
                }
            }
        });
        return command;
    }

    // While it follows, a server that cannot be reached is asked again.
    private static int Copy(Terminal terminal, HttpTiles from, string folder, NoteVerifier? key, bool goesOn)
    {
        try
        {
            using var progress = new ProgressLine(terminal, "entries checked");
            var verified = RecordMirror.Copy(from, folder, key, progress.Show);
            foreach (var error in verified.Errors)
            {
                terminal.Error.WriteLine(error);
            }

            terminal.Out.WriteLine(verified is { Errors.IsEmpty: true, Checkpoint: { } checkpoint }
                ? FormattableString.Invariant($"mirror: {folder} is the record {checkpoint.Origin} at {checkpoint.Size} entries, root {checkpoint.Root}")
                : FormattableString.Invariant($"mirror: TOUCHED: {verified.Errors.Length} errors; {folder} stays as it was"));
            return verified.Errors.IsEmpty ? ExitCodes.Done : ExitCodes.Touched;
        }
        catch (RecordException e) when (goesOn && !e.Error.IsTouched)
        {
            terminal.Error.WriteLine($"mirror: {e.Message}; it will be tried again");
            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (IOException e) when (goesOn)
        {
            terminal.Error.WriteLine($"mirror: {e.Message}; it will be tried again");
            return ExitCodes.Done;
        }
    }
}
