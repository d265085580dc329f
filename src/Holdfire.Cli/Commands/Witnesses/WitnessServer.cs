using System.Net;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Witnesses;
using Holdfire.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Holdfire.Cli.Commands.Witnesses;

/// <summary>The HTTP interface of a witness (C2SP tlog-witness): <c>add-checkpoint</c>, and the last checkpoint of each log.</summary>
/// <remarks>
/// Nobody who asks is known, so nobody may hold up the others: connections, headers, bodies and times are limited
/// (<see cref="WitnessLimits"/>), no memory is taken for a body before it came, and checkpoints are checked one at a time, which the
/// witness's own lock asks for anyway.
/// </remarks>
internal sealed class WitnessServer : IAsyncDisposable
{
    private const string Plain = "text/plain; charset=utf-8";
    private readonly WebApplication application;
    private readonly SemaphoreSlim turn = new(1);
    private readonly Witness witness;
    private readonly PathString prefix;
    private readonly TextWriter errors;

    private WitnessServer(Witness witness, BindingAddress address, TextWriter errors)
    {
        (this.witness, this.errors, prefix) = (witness, errors, address.PathBase);

        // An empty builder reads no settings of the current folder or the environment.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, address));
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    /// <summary>Begins to answer at a URL such as <c>http://127.0.0.1:8642/w/</c>; a host that is no address means all of the machine's.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<WitnessServer> StartAsync(Witness witness, BindingAddress address, TextWriter errors, CancellationToken cancellation)
    {
        var server = new WitnessServer(witness, address, errors);
        await server.application.StartAsync(cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>Lets the requests that have begun end, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync().ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    private static void Configure(KestrelServerOptions options, BindingAddress address)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = WitnessLimits.Connections;
        limits.MaxRequestBodySize = WitnessLimits.BodyBytes;
        limits.MaxRequestHeadersTotalSize = WitnessLimits.HeaderBytes;
        limits.MaxRequestHeaderCount = WitnessLimits.Headers;
        limits.RequestHeadersTimeout = WitnessLimits.HeaderTime;
        limits.KeepAliveTimeout = WitnessLimits.IdleTime;
        limits.MinRequestBodyDataRate = new MinDataRate(WitnessLimits.BytesPerSecond, WitnessLimits.Grace);
        limits.MinResponseDataRate = new MinDataRate(WitnessLimits.BytesPerSecond, WitnessLimits.Grace);
        var connections = new ConnectionLimit(WitnessLimits.ConnectionsPerCaller, isThisMachineLimited: false);
        void Http1(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1;
            connections.Guard(listen);
        }

        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            options.Listen(ip, address.Port, Http1);
        }
        else if (address.Host == "localhost")
        {
            options.ListenLocalhost(address.Port, Http1);
        }
        else
        {
            options.ListenAnyIP(address.Port, Http1);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(WitnessLimits.RequestTime);
        try
        {
            var (status, type, body) = await AnswerAsync(context.Request, deadline.Token).ConfigureAwait(false);
            var bytes = Encoding.UTF8.GetBytes(body);
            (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength) = (status, type, bytes.Length);
            await context.Response.Body.WriteAsync(bytes, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Whoever asked is gone or too slow. What was cosigned for him is kept, and he is told its size when he asks again.
            context.Abort();
        }
    }

    private async Task<(int Status, string Type, string Body)> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var name = request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest) ? rest.Value?.TrimStart('/') : null;
            if (name == "add-checkpoint" && HttpMethods.IsPost(request.Method))
            {
                return await AddCheckpointAsync(request, cancellation).ConfigureAwait(false);
            }

            if (HttpMethods.IsGet(request.Method) && name?.Split('/') is [var hash, "checkpoint"]
                && witness.Logs().FirstOrDefault(l => Witness.NameOf(l.Name) == hash) is { } log && witness.Last(log.Name) is { } note)
            {
                return (StatusCodes.Status200OK, Plain, note.ToString());
            }
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, Plain, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? $"expected at most {WitnessLimits.BodyBytes} bytes\n" : "the request could not be read\n");
        }
        catch (RecordException e)
        {
            await errors.WriteLineAsync($"holdfire: {e.Message}").ConfigureAwait(false);
            return (StatusCodes.Status500InternalServerError, Plain, "the witness cannot answer; its operator sees why\n");
        }

        return (StatusCodes.Status404NotFound, Plain, "expected POST add-checkpoint or GET HASH/checkpoint of a log that was cosigned\n");
    }

    private async Task<(int Status, string Type, string Body)> AddCheckpointAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation).ConfigureAwait(false);
        if (!AddCheckpointRequest.Parse(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)).Is(out var parsed, out var error))
        {
            return (StatusCodes.Status400BadRequest, Plain, $"{error}\n");
        }

        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var answer = witness.Cosign(parsed);
            return ((int)answer.Status, answer.Status == WitnessStatus.OtherSize ? WitnessAnswer.SizeType : Plain, answer.Body);
        }
        finally
        {
            turn.Release();
        }
    }
}
