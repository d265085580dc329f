using System.Net;
using System.Net.Http.Headers;
using Holdfire.Accounts;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>Whoever is signed out, revoked, changed or removed while listening is told of nothing that is entered from then on.</summary>
public sealed class EndedStreamTests(AskingRecord served) : IClassFixture<AskingRecord>
{
    private const string Password = "copper window eleven otters";

    [Fact]
    public async Task AKey_ThatIsGoodNoMore_IsToldNothingMore()
    {
        foreach (var (name, end) in (List<(string, Func<AccountDesk, IssuedKey, Task>)>)
            [
                ("key-revoked", (d, k) => d.RevokeKeyAsync(k.Key.Id)), ("key-role", (d, _) => d.SetRoleAsync("key-role", Role.Public, null)),
                ("key-removed", (d, _) => d.RemoveAsync("key-removed")),
            ])
        {
            var key = await served.AddKey(name, Role.Monitor);
            using var stream = await Listen(r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Secret));
            await Enter($"{name}-before");
            Assert.Equal((name, "event: report"), (name, await Next(stream)));
            await served.Accounts(async d =>
            {
                await end(d, key);
                return true;
            });
            await Enter($"{name}-after");
            Assert.Equal((name, null), (name, await Next(stream)));
        }
    }

    [Fact]
    public async Task ASession_ThatHasEnded_IsToldNothingMore()
    {
        foreach (var (name, end) in (List<(string, Func<FormClient, AccountDesk, string, Task>)>)
            [
                ("left", (c, _, _) => c.Post("/sign-out")), ("afar", (_, d, n) => d.SignOutAsync(n)), ("reset", (_, d, n) => d.ResetAsync(n)), ("removed", (_, d, n) => d.RemoveAsync(n)),
            ])
        {
            using var client = await SignedIn(name);
            using var stream = await Listen(r => r.Headers.Add("Cookie", string.Join("; ", client.Cookies.Select(c => $"{c.Key}={c.Value}"))));
            await Enter($"{name}-before");
            Assert.Equal((name, "event: report"), (name, await Next(stream)));
            await served.Accounts(async d =>
            {
                await end(client, d, name);
                return true;
            });
            await Enter($"{name}-after");
            Assert.Equal((name, null), (name, await Next(stream)));
        }
    }

    [Fact]
    public async Task Others_GoOn()
    {
        using var anybody = await Listen(_ => { });
        using var client = await SignedIn("stays");
        using var session = await Listen(r => r.Headers.Add("Cookie", string.Join("; ", client.Cookies.Select(c => $"{c.Key}={c.Value}"))));
        await served.Add("leaves", Role.Monitor);
        await served.Accounts(d => d.SignOutAsync("leaves"));
        await Enter("others");
        Assert.Equal(["event: report", "event: report"], new[] { await Next(anybody), await Next(session) });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<FormClient> SignedIn(string name)
    {
        var code = await served.Add(name, Role.Monitor);
        var client = new FormClient(served.Address);
        await client.Open("/welcome");
        await client.Post("/welcome", ("name", name), ("code", code));
        var secret = System.Text.RegularExpressions.Regex.Match(client.Html, "secret=([A-Z2-7]+)").Groups[1].Value;
        await client.Post("/welcome/password", ("name", name), ("code", code), ("password", Password), ("again", Password), ("app", AppCode.Of(secret)));
        await client.Open("/account");
        return client;
    }

    private async Task Enter(string by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/entries") { Content = new ByteArrayContent(served.Report().Bytes.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await served.AddKey(by, Role.Monitor)).Secret);
        using var answer = await served.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    // Once it is told the size, it listens.
    private async Task<StreamReader> Listen(Action<HttpRequestMessage> sign)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        sign(request);
        var answer = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        Assert.Equal("event: size", await Next(reader));
        return reader;
    }

    // The next event; null where the stream ends.
    private static async Task<string?> Next(StreamReader stream)
    {
        while (await stream.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
