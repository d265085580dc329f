using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire push URL --from DIR</c>: sends what an office signed without a network.</summary>
internal static class PushCommand
{
    private const int MostTogether = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public static Command Create()
    {
        var address = new Argument<string>("URL") { Description = "the address of the server, such as https://records.example" };
        var from = Options.Required("--from", "DIR", "the outbox: the folder that --outbox named when the entries were signed");
        var key = Options.Text("--key-file", "FILE", "a file with the key of your account, where the server asks who is there (holdfire user key add)");
        var command = new Command(
            "push",
            "Send the entries that wait in an outbox to the server of their record. Each is entered once, however often it is sent: after a lost answer, run it again. "
            + "What the record has goes to DIR/sent, with the proof. What it refuses stays and is named, exit code 3.\n\n"
            + "Example: holdfire push https://records.example --from outbox --key-file office.key")
        {
            address, from, key,
        };
        command.SetAction(async (result, stop) =>
        {
            var (outbox, server) = (new Outbox(Existing(result.GetRequiredValue(from))), ServerOf(result.GetRequiredValue(address)));
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server, Timeout = Patience };
            http.DefaultRequestHeaders.Authorization = result.GetValue(key) is { } file ? new AuthenticationHeaderValue("Bearer", SecretIn(file)) : null;
            return await Push(result.Terminal, http, outbox, stop).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> Push(Terminal terminal, HttpClient http, Outbox outbox, CancellationToken stop)
    {
        var (sent, refused) = (0, 0);
        foreach (var together in outbox.Waiting.Chunk(MostTogether))
        {
            if (await Send(http, together, stop).ConfigureAwait(false) is var (proofs, error) && proofs is not null)
            {
                sent += Mark(outbox, together, proofs);
                continue;
            }

            // One that is refused keeps the others from going in with it: then each goes alone, in their order.
            foreach (var one in together)
            {
                (proofs, error) = together.Length == 1 ? (null, error) : await Send(http, [one], stop).ConfigureAwait(false);
                if (proofs is not null)
                {
                    sent += Mark(outbox, [one], proofs);
                }
                else
                {
                    refused++;
                    terminal.Error.WriteLine($"push: {one.File}: {VisibleText.Line(error)}");
                }
            }
        }

        terminal.Out.WriteLine(FormattableString.Invariant($"push: {sent} {(sent == 1 ? "entry" : "entries")} sent, {refused} refused"));
        return refused > 0 ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    private static int Mark(Outbox outbox, (string File, Entry Entry)[] together, string[] proofs)
    {
        for (var i = 0; i < together.Length; i++)
        {
            outbox.MarkSent(together[i].File, proofs[i]);
        }

        return together.Length;
    }

    // The proofs, or why the record refuses them. Anything else than a refusal ends the command: what waits can be sent again.
    private static async Task<(string[]? Proofs, string Error)> Send(HttpClient http, (string File, Entry Entry)[] entries, CancellationToken stop)
    {
        using var body = new ByteArrayContent([.. entries.SelectMany(e => e.Entry.Bytes.ToArray().Append((byte)'\n'))]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        HttpResponseMessage answer;
        try
        {
            answer = await http.PostAsync("api/v1/entries", body, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new IOException($"{http.BaseAddress}: the server gave no answer: {e.Message}. What waits can be sent again", e);
        }

        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(stop).ConfigureAwait(false);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created when ProofsIn(text) is { } proofs && proofs.Length == entries.Length => (proofs, ""),
                HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest => (null, DetailIn(text)),
                var status => throw new IOException(FormattableString.Invariant($"{http.BaseAddress}: the server answered {(int)status}: {VisibleText.Line(DetailIn(text))}. What waits can be sent again")),
            };
        }
    }

    private static string[]? ProofsIn(string text)
    {
        try
        {
            using var answer = JsonDocument.Parse(text);
            return [.. answer.RootElement.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("proof").GetString()!)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string DetailIn(string text)
    {
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement.GetProperty("detail").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "nothing that a server of a record says";
        }
    }

    private static string Existing(string folder) => Directory.Exists(folder) ? folder : throw new InputException("--from", "a folder", $"'{folder}'");

    // Anyone on the way could read the key and keep entries back.
    private static Uri ServerOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? new Uri(uri.AbsoluteUri.TrimEnd('/') + "/") : throw new InputException("URL", "https://…, or http:// on this machine", $"'{address}'");

    private static string SecretIn(string file) => File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } secret && secret.All(c => c is > ' ' and < (char)127) ? secret
        : throw new InputException("--key-file", "a file with the key of an account", $"'{file}'");
}
