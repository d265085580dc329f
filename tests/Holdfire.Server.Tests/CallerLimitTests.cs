using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Tests;

/// <summary>One caller does not take all processors from the others.</summary>
public sealed class CallerLimitTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static readonly ServerOptions Two = new() { AnswersPerCaller = 2 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", false)]
    [InlineData("192.0.2.7", "192.0.2.8", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", false)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", false)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    public void A_caller_who_has_as_many_answers_as_one_may_keeps_no_other_waiting(string first, string second, bool isFree)
    {
        using var limiter = CallerLimit.Of(Two);
        Assert.True(limiter.AttemptAcquire(Request(first)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request(first)).IsAcquired);
        Assert.Equal(isFree, limiter.AttemptAcquire(Request(second)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request(second, "/record/tile/0/000")).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Request(second, "/api/v1/events")).IsAcquired);
    }

    [Fact]
    public async Task Further_requests_wait_and_too_many_are_refused()
    {
        using var limiter = CallerLimit.Of(Two);
        var first = limiter.AttemptAcquire(Request("192.0.2.7"));
        using var second = limiter.AttemptAcquire(Request("192.0.2.7"));
        var waiting = Enumerable.Range(0, 32).Select(_ => limiter.AcquireAsync(Request("192.0.2.7"), 1, Stop).AsTask()).ToArray();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        Assert.False((await limiter.AcquireAsync(Request("192.0.2.7"), 1, Stop)).IsAcquired);
        first.Dispose();
        Assert.True((await waiting[0]).IsAcquired);
    }

    [Fact]
    public async Task Who_is_refused_is_told_so_by_a_problem()
    {
        var options = new ServerOptions { Port = 0, AnswersPerCaller = 1, ConnectionsPerCaller = 200, IsThisMachineLimited = true };
        await using var server = await HoldfireServer.StartAsync(ServedRecord.Open(served.Folder), options, e => Assert.Fail(e.ToString()), Stop);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => client.GetAsync($"/api/v1/incidents?known-by=2030-05-11T00:00:{i % 60:00}Z", Stop)));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("http.caller_limit", JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/record/checkpoint", Stop)).StatusCode);
    }

    private static DefaultHttpContext Request(string address, string path = "/api/v1/truces")
    {
        var context = new DefaultHttpContext();
        (context.Connection.RemoteIpAddress, context.Request.Path) = (IPAddress.Parse(address), path);
        return context;
    }
}
