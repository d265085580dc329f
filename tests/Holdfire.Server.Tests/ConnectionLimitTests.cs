using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Holdfire.Server.Tests;

/// <summary>Who opens many connections or is slow on them keeps nobody else out. Callers are told apart by addresses of this machine.</summary>
public sealed class ConnectionLimitTests(WritableRecord record) : IClassFixture<WritableRecord>
{
    private const string One = "127.0.0.2";
    private const string Other = "127.0.0.3";
    private static readonly ServerOptions Limited = new() { Port = 0, IsThisMachineLimited = true };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_who_holds_all_connections_that_one_may_keeps_no_other_out()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have one address of this machine");
        await using var server = await Serve(Limited with { ConnectionsPerCaller = 3 });
        var held = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Connect(server, One)));
        foreach (var open in held)
        {
            Assert.StartsWith("HTTP/1.1 200", await Ask(open, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
        }

        using (var further = await Connect(server, One))
        {
            Assert.Equal("", await Ask(further, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }

        using (var another = await Connect(server, Other))
        {
            Assert.StartsWith("HTTP/1.1 200", await Ask(another, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
        }

        // One that ends makes room for another; the server hears of it in its own time.
        held[0].Dispose();
        for (var answer = ""; answer.Length == 0;)
        {
            using var again = await Connect(server, One);
            answer = await Ask(again, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }

        held[1].Dispose();
        held[2].Dispose();
    }

    [Fact]
    public async Task More_connections_than_the_server_bears_are_closed_at_once()
    {
        await using var server = await Serve(Limited with { Connections = 2 });
        using var first = await Connect(server, "127.0.0.1");
        using var second = await Connect(server, "127.0.0.1");
        Assert.StartsWith("HTTP/1.1 200", await Ask(first, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await Ask(second, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
        using var third = await Connect(server, "127.0.0.1");
        Assert.Equal("", await Ask(third, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ", "HTTP/1.1 408")]
    [InlineData("POST /api/v1/entries HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n[", "HTTP/1.1 408")]
    public async Task Who_never_ends_a_request_is_cut_off(string begun, string answer)
    {
        await using var server = await Serve(Limited with
        {
            HeaderTime = TimeSpan.FromSeconds(1), IdleTime = TimeSpan.FromSeconds(1), SlowTime = TimeSpan.FromSeconds(1.5), LeastBytesPerSecond = 500, Writer = record.Writer,
        });
        using var slow = await Connect(server, "127.0.0.1");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var trickle = begun.Length > 0 ? Trickle(slow, enough.Token) : Task.CompletedTask;
        Assert.StartsWith(answer, await Ask(slow, begun), StringComparison.Ordinal);
        await enough.CancelAsync();
        await trickle;
    }

    [Fact]
    public async Task One_who_listens_to_many_streams_keeps_no_other_from_listening()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have one address of this machine");
        await using var server = await Serve(Limited with { ListenersPerCaller = 2 });
        using var first = await Connect(server, One);
        using var second = await Connect(server, One);
        const string Listen = "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 200", await Ask(first, Listen), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await Ask(second, Listen), StringComparison.Ordinal);
        using (var third = await Connect(server, One))
        {
            var refused = await Ask(third, Listen);
            Assert.StartsWith("HTTP/1.1 429", refused, StringComparison.Ordinal);
            Assert.Equal("http.listener_limit", JsonDocument.Parse(refused[refused.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("code").GetString());
        }

        using (var another = await Connect(server, Other))
        {
            Assert.StartsWith("HTTP/1.1 200", await Ask(another, Listen), StringComparison.Ordinal);
        }

        first.Dispose();
        for (var answer = "HTTP/1.1 429"; answer.StartsWith("HTTP/1.1 429", StringComparison.Ordinal);)
        {
            using var again = await Connect(server, One);
            answer = await Ask(again, Listen);
        }
    }

    private Task<HoldfireServer> Serve(ServerOptions options) =>
        HoldfireServer.StartAsync(ServedRecord.Open(record.Folder), options, e => Assert.Fail(e.ToString()), Stop);

    private static async Task<TcpClient> Connect(HoldfireServer server, string from)
    {
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, new Uri(server.Address).Port, Stop);
        return client;
    }

    // The first that is answered; nothing where the server closed the connection without a word.
    private static async Task<string> Ask(TcpClient client, string request)
    {
        var bytes = new byte[16 << 10];
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
            return Encoding.UTF8.GetString(bytes, 0, await client.GetStream().ReadAsync(bytes, Stop));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task Trickle(TcpClient slow, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(100, enough);
                await slow.GetStream().WriteAsync("x"u8.ToArray(), enough);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
            {
                // The server has closed it, or the test is over.
            }
        }
    }
}
