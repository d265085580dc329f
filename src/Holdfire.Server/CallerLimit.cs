using System.Threading.RateLimiting;
using Holdfire.Server.Api;
using Holdfire.Server.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Holdfire.Server;

/// <summary>How many answers one caller has worked out at a time, so that nobody takes all processors from the others.</summary>
/// <remarks>
/// This machine's own callers are not limited, as a proxy in front is one of them, and limits its callers itself. Files of the log cost no
/// work; those who wait for events are counted on their own.
/// </remarks>
internal static class CallerLimit
{
    // Enough for a page with its parts and a script that asks one thing after the other.
    private const int WaitingForEach = 16;

    /// <summary>Sets up the middleware.</summary>
    public static void Configure(RateLimiterOptions limiter, ServerOptions options)
    {
        limiter.GlobalLimiter = Of(options);
        limiter.OnRejected = (refused, stop) => new ValueTask(Problems.WriteAsync(refused.HttpContext.Response, Problems.CallerLimit(), 1, stop));
    }

    /// <summary>The limiter of all callers.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(ServerOptions options) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        CallerOf(context, options) is not { } caller ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.AnswersPerCaller, QueueLimit = options.AnswersPerCaller * WaitingForEach, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    // Null for who is not limited. Files of the log and events have no work behind them.
    private static string? CallerOf(HttpContext context, ServerOptions options) =>
        context.Request.Path.StartsWithSegments("/record") || context.Request.Path == EventsEndpoint.Path ? null
        : Caller.Of(context.Connection.RemoteIpAddress, options.IsThisMachineLimited);
}
