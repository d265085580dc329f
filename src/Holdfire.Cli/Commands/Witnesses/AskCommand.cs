using System.CommandLine;
using Holdfire.Record;
using Holdfire.Record.Witnesses;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary><c>holdfire witness ask</c>: the record's side.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the record's folder" };
        var url = Options.Required("--url", "URL", "the witness's submission prefix (C2SP tlog-witness)");
        var witness = Options.Required("--witness", "FILE", "the witness's verifier key");
        var command = new StoppingCommand(
            "ask",
            "Ask a witness over HTTP to cosign a record's checkpoint, and keep its cosignature with the record. Any witness that follows C2SP "
            + "tlog-witness can be asked.\n\nExample: holdfire witness ask record --url https://witness.example/ --witness witness.vkey")
        {
            folder, url, witness,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var text = result.GetRequiredValue(url);
            if (!Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var prefix)
                || prefix.Scheme is not ("http" or "https"))
            {
                throw new InputException("--url", "a URL with http or https", $"'{text}'");
            }

            var key = WitnessCommand.ReadVkey("--witness", result.GetRequiredValue(witness));
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 1 << 20 };
            try
            {
                var answer = await WitnessClient.AskAsync(http, prefix, key, result.GetRequiredValue(folder), cancellation)
                    .ConfigureAwait(false);
                result.Terminal.Out.WriteLine(answer.OrThrow());
                return ExitCodes.Done;
            }
            catch (RecordException e)
            {
                throw new InputException(e.Error);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                throw new IOException($"{prefix}: {e.Message}", e);
            }
        });
        return command;
    }
}
