using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Witnesses;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness serve</c>.</summary>
internal static class ServeCommand
{
    private const string Usual = "http://127.0.0.1:8642/";

    public static Command Create()
    {
        var (state, key) = (WitnessCommand.State(), WitnessCommand.Key());
        var listen = Options.Text(
            "--listen", "PREFIX", $"where to listen; {Usual} if left out. Put TLS in front of it. A host * is every address of the machine");
        var command = new StoppingCommand(
            "serve",
            "Answer requests to cosign over HTTP (C2SP tlog-witness) until stopped. Only records made known by 'trust' or 'cosign' "
            + "are cosigned.\n\n"
            + "Example: holdfire witness serve --state witness --key witness.key")
        {
            state, key, listen,
        };
        command.SetAction((result, cancellation) => Run(
            result.Terminal, result.GetRequiredValue(state), result.GetRequiredValue(key), result.GetValue(listen) ?? Usual, cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string state, string keyFile, string prefix, CancellationToken cancellation)
    {
        var address = AddressOf(prefix);
        try
        {
            using var key = SigningKey.Read(terminal, keyFile).OrThrow();
            var witness = new Witness(state, key, SystemClock.Instance);
            var server = await WitnessServer.StartAsync(witness, address, terminal.Error, cancellation).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                await terminal.Error.WriteLineAsync($"holdfire: {witness.Key} listens on {prefix}").ConfigureAwait(false);
                await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw new InputException(e.Error);
        }
        catch (IOException e)
        {
            throw Refused(prefix, e.Message);
        }
    }

    private static BindingAddress AddressOf(string prefix)
    {
        try
        {
            var address = BindingAddress.Parse(prefix);
            return address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false }
                ? address
                : throw Refused(prefix, "only plain http is spoken");
        }
        catch (FormatException e)
        {
            throw Refused(prefix, e.Message);
        }
    }

    private static InputException Refused(string prefix, string why) =>
        new("--listen", $"a prefix such as {Usual} that is free", $"'{prefix}': {why}");
}
