using System.Net;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>What every answer says to a browser, whatever was asked for.</summary>
public sealed class HeaderTests(AskingRecord served) : IClassFixture<AskingRecord>
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/about", "/record", "/report", "/verify", "/sign-in", "/welcome", "/account", "/nothing", "/assets/site.css", "/assets/sign-in.js", "/assets/icon.svg", "/healthz",
        "/api/v1/truces", "/api/v1/truces?f=csv", "/api/v1/openapi.json", "/api/v1/nothing", "/api/v1/truces?nothing=1", "/ogc", "/ogc/collections", "/ogc/nothing", "/record/checkpoint", "/record/nothing",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_IsTakenForWhatItIsAndLoadsNothingFromElsewhere(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(served.Address + address, Token);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("Cookie", string.Join(',', answer.Headers.Vary), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.All(policy, p => Assert.DoesNotMatch("https?:|[*]|unsafe-eval", p));
        var type = answer.Content.Headers.ContentType!;
        Assert.True(type.CharSet == "utf-8" || !type.MediaType!.StartsWith("text/", StringComparison.Ordinal), type.ToString());
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("MADEUP")]
    public async Task OtherMethods_AreRefused(string method)
    {
        foreach (var address in (string[])["/", "/account", "/sign-in", "/api/v1/entries", "/record/checkpoint"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await served.Client.SendAsync(request, Token);
            Assert.Equal((address, HttpStatusCode.MethodNotAllowed), (address, answer.StatusCode));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
