using System.Net;
using Holdfire.Accounts;
using Holdfire.Record;
using Holdfire.Server.Api;
using Holdfire.Server.Entries;
using Holdfire.Server.Events;
using Holdfire.Server.Ogc;
using Holdfire.Server.OpenRosa;
using Holdfire.Server.SignIn;
using Holdfire.Server.Site;
using Holdfire.Server.Tips;
using Holdfire.Server.Tiles;
using Holdfire.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server;

/// <summary>Serves a record: pages for people, answers for programs, the log's own files for those who check it.</summary>
/// <remarks>
/// Each answer is a question of the catalogue over a view, so that the command line, the pages and the API cannot
/// disagree; an address with a size of the record in it always gives the same bytes.
/// </remarks>
public sealed class HoldfireServer : IAsyncDisposable
{
    private const string StrictPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // As many as a browser and a proxy send, twice over.
    private const int MostHeaders = 64;

    // What of an answer is handed to a connection at a time.
    private const int PieceBytes = 64 << 10;

    private readonly WebApplication application;
    private readonly ServerOptions options;
    private readonly ConnectionLimit connections;
    private readonly AnswerCache kept;
    private readonly ServedRecord record;
    private readonly RecordHold? hold;
    private readonly EntriesEndpoint entries;
    private readonly EventsEndpoint events;
    private readonly SignInSite? signInSite;
    private readonly OpenRosaEndpoint? phones;
    private readonly TipsEndpoint? tips;
    private readonly SitePages publicPages;
    private readonly Action<Exception> report;

    private HoldfireServer(ServedRecord record, ServerOptions options, Action<Exception> report)
    {
        (this.record, this.options, this.report) = (record, options, report);
        hold = options.Writer is { } open ? new RecordHold(open, options.HoldTime) : null;
        (entries, events) = (new EntriesEndpoint(record, hold, options.SignIn is not null), new EventsEndpoint(IsOpen, options));
        phones = hold is not null && options.Intake is { } intake ? new OpenRosaEndpoint(record, hold, intake, report) : null;
        connections = new ConnectionLimit(options.ConnectionsPerCaller, options.IsThisMachineLimited);
        kept = new AnswerCache(options.CacheBytes);
        var pages = publicPages = new SitePages(record.As(Audience.Public), kept, options);

        // An empty builder reads no settings of the current folder or the environment.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        builder.Services.AddRateLimiter(limiter => CallerLimit.Configure(limiter, options));
        if (options.Telemetry is { } collector)
        {
            builder.Services.AddTelemetry(collector);
        }

        if (options.SignIn is { } signIn)
        {
            var sessions = new Sessions(signIn.Time);
            builder.Services.AddSignIn(AccountFile.PathOf(record.Folder), signIn, sessions);
            signInSite = new SignInSite(pages, sessions, signIn);
            tips = hold is not null && options.Tips is { } taken ? new TipsEndpoint(record.As(Audience.Public), hold, taken, new TimeClock(signIn.Time), report) : null;
        }

        application = builder.Build();
        application.UseRateLimiter();
        application.Run(AnswerAsync);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:8640</c>.</summary>
    public string Address => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Whether it listens on this machine alone.</summary>
    public bool IsOnThisMachineAlone => IsLocal(options.Host);

    /// <summary>Begins to answer.</summary>
    /// <param name="record">What is served.</param>
    /// <param name="options">Where.</param>
    /// <param name="report">Is told of what the operator must see: a record that was touched, a defect.</param>
    /// <param name="cancellation">Gives up beginning.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="RecordException">The file of accounts cannot be used.</exception>
    public static async Task<HoldfireServer> StartAsync(
        ServedRecord record, ServerOptions options, Action<Exception> report, CancellationToken cancellation = default)
    {
        if (options.SignIn is not null)
        {
            // Makes the file where there is none, and says what is wrong with it before anybody is answered.
            await (await AccountDesk.OpenAsync(record.Folder, NodaTime.SystemClock.Instance).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        var server = new HoldfireServer(record, options, report);
        await server.application.StartAsync(cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>Lets the requests that have begun end, for a few seconds, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await application.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (phones is not null)
        {
            await phones.DisposeAsync().ConfigureAwait(false);
        }

        if (hold is not null)
        {
            // What was acknowledged is durable; this publishes it.
            await hold.DisposeAsync().ConfigureAwait(false);
        }

        await application.DisposeAsync().ConfigureAwait(false);
        kept.Dispose();
        entries.Dispose();
        signInSite?.Dispose();
        tips?.Dispose();
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = 0;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestLineSize = 8 << 10;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MaxConcurrentConnections = options.Connections;
        limits.RequestHeadersTimeout = options.HeaderTime;
        limits.KeepAliveTimeout = options.IdleTime;
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new MinDataRate(options.LeastBytesPerSecond, options.SlowTime);
        void Http1(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1;
            connections.Guard(listen);
        }

        if (IPAddress.TryParse(options.Host.Trim('[', ']'), out var ip))
        {
            kestrel.Listen(ip, options.Port, Http1);
        }
        else if (options.Host == "localhost" && options.Port != 0)
        {
            kestrel.ListenLocalhost(options.Port, Http1);
        }
        else if (options.Host == "localhost")
        {
            kestrel.Listen(IPAddress.Loopback, 0, Http1);
        }
        else
        {
            kestrel.ListenAnyIP(options.Port, Http1);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(options.AnswerTime);
        try
        {
            var (path, isKnown) = (context.Request.Path.Value, IsAskedByName(context.Request.Host.Host));
            if (options.SignIn is not null && isKnown)
            {
                if (await Viewers.Find(context).ConfigureAwait(false) is not { } viewer)
                {
                    await SendAsync(context, Audience.Public, ServedResponse.Of(Problems.WrongKey())).ConfigureAwait(false);
                    return;
                }

                context.Viewer = viewer;
            }

            if (signInSite is not null && isKnown && await SignInPage(context).ConfigureAwait(false) is { } page)
            {
                await SendAsync(context, context.Viewer.Audience, page).ConfigureAwait(false);
                return;
            }

            var seen = record.As(options.AudienceOf?.Invoke(context) ?? context.Viewer.Audience);
            if (path == EventsEndpoint.Path && isKnown && HttpMethods.IsGet(context.Request.Method))
            {
                using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.Lifetime.ApplicationStopping);
                await events.Send(context, seen, end.Token).ConfigureAwait(false);
                return;
            }

            if (path == EntriesEndpoint.Path && isKnown && HttpMethods.IsPost(context.Request.Method))
            {
                await SendAsync(context, seen.Audience, await Taken(context, deadline.Token).ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }

            if (tips is not null && isKnown && path == TipsEndpoint.Path)
            {
                await SendAsync(context, seen.Audience, await tips.Answer(context, publicPages, deadline.Token).ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }

            if (phones is not null && isKnown && path?.StartsWith(OpenRosaEndpoint.Root, StringComparison.Ordinal) == true)
            {
                // A photo over a bad network takes as long as it takes; whoever is too slow is cut off by the rate of the body.
                await SendAsync(context, seen.Audience, await phones.Answer(context, context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }

            // Fusing a large record takes a processor for seconds; a thread of the pool's is what it is taken from.
            var response = await Task.Run(() => isKnown ? DispatcherFor(seen).Answer(context.Request, deadline.Token) : ServedResponse.Of(Problems.WrongHost(context.Request.Host.Host)), CancellationToken.None).ConfigureAwait(false);
            await SendAsync(context, seen.Audience, response).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    private async Task<ServedResponse?> SignInPage(HttpContext context)
    {
        try
        {
            return await signInSite!.Find(context).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            if (Problems.Of(e) is { } problem)
            {
                return ServedResponse.Of(problem);
            }

            report(e);
            return ServedResponse.Of(Problems.Defect());
        }
    }

    // Made for each request, of the record as its audience sees it: nobody who answers has another one at hand.
    private Dispatcher DispatcherFor(ServedRecord seen) =>
        new(seen, new QueryEndpoint(seen, kept), new ExportEndpoint(seen, kept), new OgcEndpoint(seen, kept), new TileEndpoint(seen, kept), new SitePages(seen, kept, options), report);

    private async Task<ServedResponse> Taken(HttpContext context, CancellationToken stop)
    {
        try
        {
            return await entries.Take(context, stop).ConfigureAwait(false);
        }
        catch (RecordException e) when (EntriesEndpoint.Refusal(e) is { } refusal)
        {
            return ServedResponse.Of(refusal);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            var problem = Problems.Of(e) ?? Problems.Defect();
            if (problem.Status == StatusCodes.Status500InternalServerError || problem.Code.StartsWith("record.", StringComparison.Ordinal))
            {
                report(e);
            }

            return ServedResponse.Of(problem);
        }
    }

    // Where some are shown more than others, no cache gives one what was made for another: an address does not tell who asks.
    private string VaryingBy(ServedResponse response) => string.Join(", ", ((string?[])
    [
        response.Tag is null ? null : "Accept", response.Language is null ? null : "Accept-Language", options.AudienceOf is null && options.SignIn is null ? null : "Authorization, Cookie",
    ]).OfType<string>());

    private bool IsAskedByName(string host) =>
        !IsLocal(options.Host) || IsLocal(host) || options.Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    // Pages of other sites may read what is published anyway, and not what this machine alone is to see.
    private bool IsOpen => !IsLocal(options.Host) || !options.Names.IsEmpty;

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private async Task SendAsync(HttpContext context, Audience audience, ServedResponse response)
    {
        var isPublic = audience == Audience.Public;
        var headers = context.Response.Headers;
        if (options.SignIn is { } signIn)
        {
            // Browsers take it over https alone.
            headers.StrictTransportSecurity = "max-age=31536000";
            if (response.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            {
                signIn.Told($"sign-in: {response.Status} to {(context.Viewer.IsKnown ? context.Viewer.Name : "nobody known")} from {SignInForm.CallerOf(context)}");
            }
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = context.Viewer.IsKnown ? "no-store" : isPublic || response.Caching == "no-store" ? response.Caching : ServedResponse.Private;
        headers.ContentSecurityPolicy = response.ContentPolicy ?? StrictPolicy;
        if (response.IsForAllSites && IsOpen && isPublic && !context.Viewer.IsKnown)
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Content-Crs";
        }

        // A body that nobody read ends the connection, which whoever would use it again is to know.
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false })
        {
            headers.Connection = "close";
        }

        foreach (var header in response.Headers)
        {
            headers[header.Key] = header.Value;
        }

        if (response.Allow is { } allow)
        {
            headers.Allow = allow;
        }

        if (response.SaveAs is { } name)
        {
            headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        }

        if (response.Language is { } language)
        {
            headers.ContentLanguage = language;
        }

        if (VaryingBy(response) is { Length: > 0 } varying)
        {
            headers.Vary = varying;
        }

        if (response.Tag is { } tag)
        {
            headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch.Any(given => given?.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || t.TrimStart('W', '/') == tag) ?? false))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        // A slow reader holds a piece of what is sent, and never the whole of it.
        (context.Response.StatusCode, context.Response.ContentType) = (response.Status, response.ContentType);
        if (response.File is { } path)
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, PieceBytes, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                context.Response.ContentLength = file.Length;
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await StreamCopyOperation.CopyToAsync(file, context.Response.Body, file.Length, PieceBytes, context.RequestAborted).ConfigureAwait(false);
                }
            }

            return;
        }

        context.Response.ContentLength = response.Body.Length;
        for (var at = 0; at < response.Body.Length && !HttpMethods.IsHead(context.Request.Method); at += PieceBytes)
        {
            await context.Response.Body.WriteAsync(response.Body[at..Math.Min(at + PieceBytes, response.Body.Length)], context.RequestAborted).ConfigureAwait(false);
        }
    }
}
