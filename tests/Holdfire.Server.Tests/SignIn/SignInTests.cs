using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Holdfire.Accounts;
using NodaTime;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>People who sign in by password and authenticator app, and their sessions.</summary>
public sealed partial class SignInTests(AskingRecord served) : IClassFixture<AskingRecord>
{
    private const string Password = "copper window eleven otters";

    [Fact]
    public void AppCode_IsThatOfTheStandard() =>
        Assert.Equal(["287082", "081804", "005924"], new[] { 59L, 1111111109L, 1234567890L }.Select(t => AppCode.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", t)));

    [Fact]
    public async Task Code_SetsAPasswordAndAnApp_WithWhichOneSignsIn()
    {
        var (client, secret) = await Welcomed("journey", Role.DutyOfficer);
        Assert.Contains("<bdi>journey</bdi>", client.Html, StringComparison.Ordinal);
        Assert.Contains("duty-officer", client.Html, StringComparison.Ordinal);
        await client.Post("/sign-out");
        Assert.Equal("/sign-in", client.Location);
        await client.Open("/account");
        Assert.Equal("/sign-in", client.Location);
        await client.Open("/sign-in?to=/daily");
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(client, "journey", Password, AppCode.Of(secret, 1), ("to", "/daily")));
        Assert.Equal("/daily", client.Location);
        await client.Open("/account");
        Assert.Contains("<bdi>journey</bdi>", client.Html, StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task Wrong_NamePasswordOrCode_IsOneAnswer()
    {
        var (client, secret) = await Welcomed("wrong", Role.Monitor);
        await client.Post("/sign-out");
        await served.Add("no-way-yet", Role.Monitor);
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (name, password, app) in (List<(string, string, string)>)
            [
                ("nobody-of-this-name", Password, "123456"), ("wrong", "not the password at all", AppCode.Of(secret, 1)), ("wrong", Password, "000000"),
                ("no-way-yet", Password, "123456"), ("", "", ""), ("wrong", "", ""), (new string('x', 300), new string('y', 300), "z"),
            ])
        {
            using var other = new FormClient(served.Address);
            await other.Open("/sign-in");
            answers.Add((await SignIn(other, name, password, app), FormClient.WithoutToken(other.Html)));
            Assert.DoesNotContain("__Host-holdfire", other.Cookies.Keys);
        }

        var (status, html) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Name, password or code is not right", html, StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task AppCode_IsGoodOnce_AndBearsAClockThatIsALittleOff()
    {
        var (client, secret) = await Welcomed("clock", Role.Monitor);
        await client.Post("/sign-out");
        await client.Open("/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(client, "clock", Password, AppCode.Of(secret, -6)));
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(client, "clock", Password, AppCode.Of(secret, 6)));
        var late = AppCode.Of(secret, -1);
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(client, "clock", Password, late));
        await client.Open("/account");
        await client.Post("/sign-out");
        await client.Open("/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(client, "clock", Password, late));
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(client, "clock", Password, AppCode.Of(secret, 1)));
        client.Dispose();
    }

    [Fact]
    public async Task TooManyTries_LockANameWhetherThereIsOneOrNot()
    {
        var (client, secret) = await Welcomed("locked", Role.Monitor);
        await client.Post("/sign-out");
        var pages = new List<string>();
        foreach (var name in (string[])["locked", "not-there"])
        {
            using var other = new FormClient(served.Address);
            await other.Open("/sign-in");
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(HttpStatusCode.BadRequest, await SignIn(other, name, "wrong", "1"));
            }

            Assert.Equal(HttpStatusCode.TooManyRequests, await SignIn(other, name == "locked" ? "LOCKED " : name, Password, AppCode.Of(secret, 1)));
            pages.Add(FormClient.WithoutToken(other.Html));
        }

        Assert.Single(pages.Distinct());
        client.Dispose();
    }

    [Fact]
    public async Task Session_EndsHalfAnHourAfterTheLastRequest()
    {
        var (client, _) = await Welcomed("idle", Role.Monitor);
        for (var minutes = 0; minutes <= 120; minutes += 29)
        {
            served.Time.Ahead = TimeSpan.FromMinutes(minutes);
            await client.Open("/account");
            Assert.Equal("", client.Location);
        }

        served.Time.Ahead += TimeSpan.FromMinutes(31);
        await client.Open("/account");
        served.Time.Ahead = default;
        Assert.Equal("/sign-in", client.Location);
        client.Dispose();
    }

    [Fact]
    public async Task Session_EndsAfterHalfADayWhoeverKeepsAsking()
    {
        var (client, _) = await Welcomed("long", Role.Monitor);
        for (var minutes = 0; minutes < 12 * 60; minutes += 25)
        {
            served.Time.Ahead = TimeSpan.FromMinutes(minutes);
            await client.Open("/account");
            Assert.Equal("", client.Location);
        }

        served.Time.Ahead = TimeSpan.FromMinutes(12 * 60);
        await client.Open("/account");
        served.Time.Ahead = default;
        Assert.Equal("/sign-in", client.Location);
        client.Dispose();
    }

    [Fact]
    public async Task Session_ThatEnded_DoesNotComeBackWithItsCookie()
    {
        var (client, secret) = await Welcomed("copied", Role.Monitor);
        using var copy = new FormClient(served.Address);
        foreach (var (name, value) in client.Cookies)
        {
            copy.Cookies[name] = value;
        }

        await copy.Open("/account");
        Assert.Equal("", copy.Location);
        await client.Post("/sign-out");
        await copy.Open("/account");
        Assert.Equal("/sign-in", copy.Location);
        await client.Open("/sign-in");
        var before = client.Cookies.GetValueOrDefault("__Host-holdfire");
        await SignIn(client, "copied", Password, AppCode.Of(secret, 1));
        Assert.NotEqual(before, client.Cookies["__Host-holdfire"]);
        client.Dispose();
    }

    [Fact]
    public async Task Session_EndsFromAfar()
    {
        foreach (var (name, end) in (List<(string, Func<AccountDesk, string, Task>)>)
            [
                ("afar-out", (d, n) => d.SignOutAsync(n)), ("afar-role", (d, n) => d.SetRoleAsync(n, Role.Public, null)),
                ("afar-reset", (d, n) => d.ResetAsync(n)), ("afar-removed", (d, n) => d.RemoveAsync(n)),
            ])
        {
            var (client, _) = await Welcomed(name, Role.Monitor);
            await served.Accounts(async d =>
            {
                await end(d, name);
                return true;
            });
            await client.Open("/account");
            Assert.Equal((name, "/sign-in"), (name, client.Location));
            client.Dispose();
        }
    }

    [Fact]
    public async Task Everywhere_EndsTheOtherSessionsToo()
    {
        var (first, secret) = await Welcomed("two", Role.Monitor);
        using var second = new FormClient(served.Address);
        await second.Open("/sign-in");
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(second, "two", Password, AppCode.Of(secret, 1)));
        await first.Post("/account/everywhere");
        await second.Open("/account");
        Assert.Equal("/sign-in", second.Location);
        first.Dispose();
    }

    [Fact]
    public async Task Form_WithoutItsToken_ChangesNothing()
    {
        var (client, _) = await Welcomed("forged", Role.Monitor);
        using var other = new FormClient(served.Address);
        await other.Open("/sign-in");
        foreach (var token in (string?[])[null, "", "x", FormClient.TokenIn(other.Html)])
        {
            using var answer = await client.Send(HttpMethod.Post, "/account/everywhere", token, []);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await client.Open("/account");
        Assert.Equal("", client.Location);
        using var plain = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new StringContent("token=x") };
        using var refused = await served.Client.SendAsync(plain, Token);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        client.Dispose();
    }

    [Fact]
    public async Task Cookies_AreForThisHostAndNoScript()
    {
        var (client, _) = await Welcomed("cookies", Role.Monitor);
        Assert.Contains(client.Set, c => c.StartsWith("__Host-holdfire=", StringComparison.Ordinal));
        Assert.Contains(client.Set, c => c.StartsWith("__Host-holdfire-form=", StringComparison.Ordinal));
        Assert.All(client.Set, line =>
        {
            var flags = line.Split(';').Skip(1).Select(f => f.Trim().ToLowerInvariant()).ToList();
            Assert.Contains("secure", flags);
            Assert.Contains("httponly", flags);
            Assert.Contains("samesite=strict", flags);
            Assert.Contains("path=/", flags);
            Assert.DoesNotContain(flags, f => f.StartsWith("domain", StringComparison.Ordinal));
            Assert.DoesNotContain(flags, f => f.StartsWith("expires", StringComparison.Ordinal) || f.StartsWith("max-age", StringComparison.Ordinal));
        });
        client.Dispose();
    }

    [Fact]
    public async Task Pages_OfAccounts_AreKeptByNobodyAndRunTheirOwnScriptAlone()
    {
        foreach (var path in (string[])["/sign-in", "/welcome"])
        {
            using var client = new FormClient(served.Address);
            using var answer = await client.Open(path);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Code_IsGoodOnceAndForThreeDays()
    {
        var code = await served.Add("once", Role.Monitor);
        using var client = new FormClient(served.Address);
        await client.Open("/welcome");
        served.Time.Ahead = TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1);
        await client.Open("/welcome");
        using (var late = await client.Post("/welcome", ("name", "once"), ("code", code)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        }

        var lateHtml = FormClient.WithoutToken(client.Html);
        served.Time.Ahead = default;
        await client.Open("/welcome");
        using (var nobody = await client.Post("/welcome", ("name", "nobody"), ("code", code)))
        {
            Assert.Equal((HttpStatusCode.BadRequest, lateHtml), (nobody.StatusCode, FormClient.WithoutToken(client.Html)));
        }

        using (var typed = await client.Post("/welcome", ("name", "once"), ("code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l'))))
        {
            Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        }

        var secret = SecretIn(client.Html);
        await SetPassword(client, "once", code, Password, secret);
        Assert.Equal("/account", client.Location);
        using var again = new FormClient(served.Address);
        await again.Open("/welcome");
        using var used = await again.Post("/welcome", ("name", "once"), ("code", code));
        Assert.Equal(HttpStatusCode.BadRequest, used.StatusCode);
    }

    [Theory]
    [InlineData("short", "too few", "shorter than 12")]
    [InlineData("common", "password1234", "easy to guess")]
    [InlineData("keys", "qwertyuiopas", "easy to guess")]
    [InlineData("same", "aaaaaaaaaaaaaaaa", "easy to guess")]
    public async Task Password_ThatIsGuessed_IsRefused(string name, string password, string why)
    {
        var code = await served.Add(name, Role.Monitor);
        using var client = new FormClient(served.Address);
        await client.Open("/welcome");
        await client.Post("/welcome", ("name", name), ("code", code));
        await SetPassword(client, name, code, password, SecretIn(client.Html));
        Assert.Contains(why, client.Html, StringComparison.Ordinal);
        using var differ = await client.Post("/welcome/password", ("name", name), ("code", code), ("password", Password), ("again", Password + "x"), ("app", AppCode.Of(SecretIn(client.Html))));
        Assert.Contains("not the same", client.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_IsChangedByWhoKnowsItAndSignedInJustNow()
    {
        var (client, secret) = await Welcomed("changing-password", Role.Monitor);
        const string Next = "seven lanterns under plywood";
        using (var wrong = await client.Post("/account/password", ("now", "wrong"), ("password", Next), ("again", Next)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        served.Time.Ahead = TimeSpan.FromMinutes(16);
        await client.Open("/account");
        using (var old = await client.Post("/account/password", ("now", Password), ("password", Next), ("again", Next)))
        {
            Assert.Contains("sign in again", client.Html, StringComparison.Ordinal);
        }

        served.Time.Ahead = default;
        await client.Open("/account");
        await client.Post("/account/password", ("now", Password), ("password", Next), ("again", Next));
        Assert.Equal("/sign-in", client.Location);
        await client.Open("/account");
        Assert.Equal("/sign-in", client.Location);
        await client.Open("/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(client, "changing-password", Password, AppCode.Of(secret, 1)));
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(client, "changing-password", Next, AppCode.Of(secret, 1)));
        client.Dispose();
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task SigningIn_LeadsNowhereElse(string to)
    {
        var name = $"to-{to.GetHashCode(StringComparison.Ordinal):x}";
        var (client, secret) = await Welcomed(name, Role.Monitor);
        await client.Post("/sign-out");
        await client.Open("/sign-in");
        Assert.Equal(HttpStatusCode.SeeOther, await SignIn(client, name, Password, AppCode.Of(secret, 1), ("to", to)));
        Assert.Equal("/account", client.Location);
        client.Dispose();
    }

    [Fact]
    public async Task Data_OfOneself_ComesAsAFile()
    {
        var (client, _) = await Welcomed("own-data", Role.Party, "ORD");
        await served.Accounts(d => d.AddKeyAsync("own-data", "phone", SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromDays(1)));
        using var answer = await client.Open("/account/data");
        var data = JsonDocument.Parse(client.Html).RootElement;
        Assert.Equal(("own-data", "party", "ORD"), (data.GetProperty("name").GetString(), data.GetProperty("role").GetString(), data.GetProperty("party").GetString()));
        Assert.Equal("phone", data.GetProperty("keys")[0].GetProperty("purpose").GetString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        client.Dispose();
    }

    [Fact]
    public async Task Told_IsWhoSignedInAndNoSecret()
    {
        var (client, secret) = await Welcomed("told", Role.Monitor);
        await client.Post("/sign-out");
        await client.Open("/sign-in");
        await SignIn(client, "my own secret in the wrong field", Password, "1");
        var key = await served.AddKey("told-key", Role.Monitor);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/truces");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key.Secret}");
        using var _ = await served.Client.SendAsync(request, Token);
        Assert.Contains(served.Told, l => Told().IsMatch(l));
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/api/v1/truces");
        wrong.Headers.TryAddWithoutValidation("Authorization", "Bearer hf_wrong");
        using var refused = await served.Client.SendAsync(wrong, Token);
        Assert.Contains(served.Told, l => l.EndsWith("sign-in: 401 to nobody known from 127.0.0.1", StringComparison.Ordinal));
        Assert.Contains(served.Told, l => l.Contains("Z sign-in: refused by password", StringComparison.Ordinal));
        Assert.All(served.Told, l => Assert.DoesNotContain(new[] { Password, secret, key.Secret, "wrong field", "hf_wrong" }, s => l.Contains(s, StringComparison.Ordinal)));
        client.Dispose();
    }

    [Fact]
    public async Task ServerThatAsksNobody_HasNoneOfThesePages()
    {
        await using var practice = new ServedPractice();
        await practice.InitializeAsync();
        foreach (var path in (string[])["/sign-in", "/account", "/welcome", "/assets/sign-in.js"])
        {
            using var answer = await practice.Client.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("/account", await practice.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
        Assert.Contains("href=\"/account\"", await served.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Somebody new who has set a password and an app, and is signed in.
    private async Task<(FormClient Client, string Secret)> Welcomed(string name, Role role, string? party = null)
    {
        var code = await served.Add(name, role, party);
        var client = new FormClient(served.Address);
        await client.Open("/welcome");
        await client.Post("/welcome", ("name", name), ("code", code));
        var secret = SecretIn(client.Html);
        await SetPassword(client, name, code, Password, secret);
        Assert.Equal("/account", client.Location);
        await client.Open("/account");
        return (client, secret);
    }

    private static Task<HttpResponseMessage> SetPassword(FormClient client, string name, string code, string password, string secret) =>
        client.Post("/welcome/password", ("name", name), ("code", code), ("password", password), ("again", password), ("app", AppCode.Of(secret)));

    private static async Task<HttpStatusCode> SignIn(FormClient client, string name, string password, string app, params (string Name, string Value)[] further)
    {
        using var answer = await client.Post("/sign-in", [("name", name), ("password", password), ("app", app), .. further]);
        return answer.StatusCode;
    }

    private static string SecretIn(string html) => Secret().Match(html).Groups[1].Value;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ sign-in: told by password from 127\.0\.0\.1$")]
    private static partial Regex Told();

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex Secret();
}
