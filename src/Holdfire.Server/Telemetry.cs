using System.Diagnostics;
using Holdfire.Server.OpenRosa;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Holdfire.Server;

/// <summary>Metrics and traces for whoever runs the server (OpenTelemetry, OTLP over HTTP): how many requests, how long, how much memory. Never who asked for what.</summary>
internal static class Telemetry
{
    private const string Name = "holdfire";

    // What would tell of a person or of what somebody looked for.
    private static readonly string[] Personal = ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];

    /// <summary>Sends them to a collector.</summary>
    /// <param name="services">The server's.</param>
    /// <param name="collector">The address of the collector, such as <c>http://127.0.0.1:4318</c>.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri collector)
    {
        void To(OtlpExporterOptions options, string signal)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(collector, $"v1/{signal}");
        }

        services.AddOpenTelemetry().ConfigureResource(r => r.AddService(Name, autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter(o => To(o, "metrics")))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(o =>
            {
                o.EnrichWithHttpRequest = (activity, request) => Describe(activity, request.Path);
                o.EnrichWithHttpResponse = (activity, response) => Describe(activity, response.HttpContext.Request.Path);
            }).AddOtlpExporter(o => To(o, "traces")));
    }

    // The first part of an address says which kind of answer it was, and nothing of what was asked. That of a phone is followed by its key.
    private static void Describe(Activity activity, PathString path)
    {
        foreach (var tag in Personal)
        {
            activity.SetTag(tag, null);
        }

        var kind = path.Value?.Split('/') is [_, var first, ..] ? "/" + first : "/";
        activity.SetTag("http.route", path.StartsWithSegments(OpenRosaEndpoint.Root.TrimEnd('/')) ? OpenRosaEndpoint.Root : kind);
        activity.DisplayName = activity.GetTagItem("http.request.method") is string method ? $"{method} {activity.GetTagItem("http.route")}" : Name;
    }
}
