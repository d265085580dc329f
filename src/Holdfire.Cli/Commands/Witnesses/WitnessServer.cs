using System.Net;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary>The HTTP interface of a witness (C2SP tlog-witness): <c>add-checkpoint</c>, and the last checkpoint of each log.</summary>
internal static class WitnessServer
{
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>Answers requests until the listener is stopped.</summary>
    public static async Task RunAsync(HttpListener listener, string prefix, Witness witness)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context, prefix, witness));
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, string prefix, Witness witness)
    {
        try
        {
            var (status, type, body) = await Answer(context.Request, prefix, witness).ConfigureAwait(false);
            var bytes = Encoding.UTF8.GetBytes(body);
            (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength64) = (status, type, bytes.Length);
            await context.Response.OutputStream.WriteAsync(bytes).ConfigureAwait(false);
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Whoever asked is gone. What was cosigned for him is kept, and he is told its size when he asks again.
            context.Response.Abort();
        }
    }

    private static async Task<(int Status, string Type, string Body)> Answer(HttpListenerRequest request, string prefix, Witness witness)
    {
        var path = request.Url!.AbsolutePath;
        var name = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        try
        {
            if (name == "add-checkpoint" && request.HttpMethod == "POST")
            {
                return await AddCheckpoint(request, witness).ConfigureAwait(false);
            }

            if (request.HttpMethod == "GET" && name.Split('/') is [var hash, "checkpoint"]
                && witness.Logs().FirstOrDefault(l => Witness.NameOf(l.Name) == hash) is { } log && witness.Last(log.Name) is { } note)
            {
                return (200, Plain, note.ToString());
            }
        }
        catch (RecordException e)
        {
            await Console.Error.WriteLineAsync($"holdfire: {e.Message}").ConfigureAwait(false);
            return (500, Plain, "the witness cannot answer; its operator sees why\n");
        }

        return (404, Plain, "expected POST add-checkpoint or GET HASH/checkpoint of a log that was cosigned\n");
    }

    private static async Task<(int Status, string Type, string Body)> AddCheckpoint(HttpListenerRequest request, Witness witness)
    {
        var bytes = new byte[SignedNote.LongestNote + 1];
        var length = await request.InputStream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false).ConfigureAwait(false);
        if (length == bytes.Length)
        {
            return (413, Plain, $"expected at most {SignedNote.LongestNote} bytes\n");
        }

        if (!AddCheckpointRequest.Parse(Encoding.UTF8.GetString(bytes, 0, length)).Is(out var parsed, out var fault))
        {
            return (400, Plain, $"{fault}\n");
        }

        var answer = witness.Cosign(parsed);
        return ((int)answer.Status, answer.Status == WitnessStatus.OtherSize ? WitnessAnswer.SizeType : Plain, answer.Body);
    }
}
