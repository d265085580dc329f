using System.Globalization;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Server.Api;
using Holdfire.Server.SignIn;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Events;

/// <summary><c>GET /api/v1/events</c>: what is entered from now on, as server-sent events (WHATWG HTML, 9.2).</summary>
/// <remarks>
/// An event an entry: its id is the index, so that who was cut off goes on where it was (<c>Last-Event-ID</c>). It names what was entered;
/// what it says is asked for as everything else is.
/// </remarks>
internal sealed class EventsEndpoint(bool isOpen, ServerOptions options)
{
    /// <summary>The address.</summary>
    public const string Path = "/api/v1/events";

    // How many listen at a time, and how many events one answer catches up with.
    private const int MostListeners = 64;
    private const int MostAtOnce = 1000;

    // In seconds: long enough for others to end.
    private const int RetryAfter = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    // How often it is asked anew who listens, where nothing is told.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly CallerShares shares = new(options.ListenersPerCaller);
    private int listeners;

    /// <summary>Sends events until the client or the server ends it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="record">The record, as its audience sees it.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Send(HttpContext context, ServedRecord record, CancellationToken stop)
    {
        var caller = Caller.Of(context.Connection.RemoteIpAddress, options.IsThisMachineLimited);
        if (!shares.TryTake(caller))
        {
            await Problems.WriteAsync(context.Response, Problems.ListenerLimit(), RetryAfter, stop).ConfigureAwait(false);
            return;
        }

        var count = Interlocked.Increment(ref listeners);
        try
        {
            if (count > MostListeners)
            {
                await Problems.WriteAsync(context.Response, Problems.TooMany(), RetryAfter, stop).ConfigureAwait(false);
                return;
            }

            await Follow(context, record, stop).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref listeners);
            shares.GiveBack(caller);
        }
    }

    private async Task Follow(HttpContext context, ServedRecord record, CancellationToken stop)
    {
        var response = context.Response;
        (response.ContentType, response.Headers.CacheControl) = ("text/event-stream", "no-store");
        response.Headers.XContentTypeOptions = "nosniff";
        if (isOpen && record.Audience == Audience.Public)
        {
            response.Headers.AccessControlAllowOrigin = "*";
        }

        var size = record.Size;
        var next = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < size ? last + 1 : size;
        await Write(response, FormattableString.Invariant($"retry: 2000\nevent: size\ndata: {size}\n\n"), stop).ConfigureAwait(false);
        var looked = TimeSpan.Zero;
        for (var silent = TimeSpan.Zero; !stop.IsCancellationRequested; (silent, looked) = (silent + Pause, looked + Pause))
        {
            var (text, reached) = New(record, next);
            if (text.Length > 0 || looked >= Look)
            {
                // Whoever was signed out, or whose key or role is another now, is told nothing more.
                looked = TimeSpan.Zero;
                if (!await Viewers.IsStill(context).ConfigureAwait(false))
                {
                    return;
                }
            }

            if (text.Length > 0 || silent >= Quiet)
            {
                await Write(response, text.Length > 0 ? text : ":\n\n", stop).ConfigureAwait(false);
                (next, silent) = (reached, TimeSpan.Zero);
            }

            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static (string Text, long Reached) New(ServedRecord record, long from) => record.Size == from ? ("", from) : record.Read(r =>
    {
        var (text, to) = (new StringBuilder(), Math.Min(r.Size, from + MostAtOnce));
        for (var i = from; i < to; i++)
        {
            var entry = r.Entry(i).Entry;
            if (entry.IsSealed)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"id: {i}\nevent: {EntryKinds.NameOf(entry.Kind)}\ndata: {DataOf(i, entry)}\n\n");
        }

        return (text.ToString(), to);
    });

    private static string DataOf(long index, Entry entry) => new System.Text.Json.Nodes.JsonObject
    {
        ["index"] = index, ["kind"] = EntryKinds.NameOf(entry.Kind), ["id"] = entry.Item.Id.Length > 0 ? entry.Item.Id : null,
    }.ToJsonString();

    private static async Task Write(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop).ConfigureAwait(false);
        await response.Body.FlushAsync(stop).ConfigureAwait(false);
    }
}
