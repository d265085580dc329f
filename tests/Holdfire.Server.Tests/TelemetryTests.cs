using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Holdfire.Server.Tests;

/// <summary>What a collector is told: that there were requests, and nothing of who asked for what.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_is_told_of_requests_and_of_nobody()
    {
        var told = new ConcurrentQueue<(string Path, string Body)>();
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        var listening = Listen(listener, told);
        using var made = await ThrowAwayRecord.OfCase(Path.Combine(Repository.Root, "cases", "practice-valley"));
        await using (var server = await HoldfireServer.StartAsync(ServedRecord.Open(made.Folder), new ServerOptions { Port = 0, Telemetry = new Uri(address) }, _ => { }))
        {
            using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
            client.DefaultRequestHeaders.UserAgent.ParseAdd("SecretBrowser/1.0");
            (await client.GetAsync("/search?q=secretword", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            await client.GetAsync("/key/hf_secrettoken/formList", TestContext.Current.CancellationToken);
        }

        // What is left is sent when it stops.
        listener.Close();
        await listening;
        Assert.Contains(told, t => t.Path == "/v1/metrics" && t.Body.Contains("http.server.request.duration", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Path == "/v1/traces" && t.Body.Contains("/search", StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain("secret", t.Body, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task Listen(HttpListener listener, ConcurrentQueue<(string Path, string Body)> told)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                told.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
