using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Holdfire.Server.Api;
using Holdfire.Server.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Holdfire.Server;

/// <summary>How many answers one caller has worked out at a time, so that nobody takes all processors from the others.</summary>
/// <remarks>
/// A caller is an address; of IPv6 a network of 64 bits, which one caller has whole. This machine's own callers are not limited, as a proxy
/// in front is one of them, and limits its callers itself. Files of the log and waiting for events cost no work.
/// </remarks>
internal static class CallerLimit
{
    // Enough for a page with its parts and a script that asks one thing after the other.
    private const int WaitingForEach = 16;

    /// <summary>Sets up the middleware.</summary>
    public static void Configure(RateLimiterOptions limiter, ServerOptions options)
    {
        limiter.GlobalLimiter = Of(options);
        limiter.OnRejected = RefuseAsync;
    }

    /// <summary>The limiter of all callers.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(ServerOptions options) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        CallerOf(context, options) is not { } caller ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.AnswersPerCaller, QueueLimit = options.AnswersPerCaller * WaitingForEach, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    // Null for who is not limited.
    private static string? CallerOf(HttpContext context, ServerOptions options)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return context.Request.Path.StartsWithSegments("/record") || context.Request.Path == EventsEndpoint.Path || (IPAddress.IsLoopback(address) && !options.IsThisMachineLimited) ? null
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellation)
    {
        var (response, body) = (refused.HttpContext.Response, Problems.Bytes(Problems.CallerLimit()));
        (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status429TooManyRequests, HttpProblem.ContentType, body.Length);
        response.Headers.RetryAfter = "1";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, cancellation).ConfigureAwait(false);
    }
}
