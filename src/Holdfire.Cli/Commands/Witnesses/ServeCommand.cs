using System.CommandLine;
using System.Net;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var (state, key) = (WitnessCommand.State(), WitnessCommand.Key());
        var listen = Options.Text("--listen", "PREFIX", "where to listen; http://127.0.0.1:8642/ if left out. Put TLS in front of it");
        var command = new Command(
            "serve",
            "Answer requests to cosign over HTTP (C2SP tlog-witness) until stopped. Only records made known by 'trust' or 'cosign' "
            + "are cosigned.\n\n"
            + "Example: holdfire witness serve --state witness --key witness.key")
        {
            state, key, listen,
        };
        command.SetAction((result, cancellation) => Task.FromResult(WitnessCommand.With(
            result.GetRequiredValue(state), result.GetRequiredValue(key), witness =>
            {
                var prefix = result.GetValue(listen) ?? "http://127.0.0.1:8642/";
                using var listener = new HttpListener();
                try
                {
                    listener.Prefixes.Add(prefix);
                    listener.Start();
                }
                catch (Exception e) when (e is ArgumentException or HttpListenerException)
                {
                    throw new InputException(
                        $"--listen: expected a prefix such as http://127.0.0.1:8642/ that is free, found '{prefix}': {e.Message}");
                }

                using var stop = cancellation.Register(listener.Stop);
                Console.Error.WriteLine($"holdfire: {witness.Key} listens on {prefix}");
                WitnessServer.RunAsync(listener, PathOf(prefix), witness).GetAwaiter().GetResult();
                return ExitCodes.Done;
            })));
        return command;
    }

    // A prefix may have * or + for any host.
    private static string PathOf(string prefix) => prefix[prefix.IndexOf('/', prefix.IndexOf("//", StringComparison.Ordinal) + 2)..];
}
