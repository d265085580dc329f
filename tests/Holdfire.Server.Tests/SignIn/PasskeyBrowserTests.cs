using Holdfire.Accounts;
using Microsoft.Playwright;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>Passkeys in a browser, with an authenticator that the browser makes up.</summary>
public sealed class PasskeyBrowserTests(AskingRecord served) : IClassFixture<AskingRecord>
{
    [Fact]
    public async Task Passkey_IsMadeWithACodeAndSignsIn()
    {
        await using var chromium = await Chromium.StartAsync();
        var (page, problems) = await Open(chromium.Browser);
        var code = await served.Add("pia", Role.Analyst);
        await page.GotoAsync($"{Site}/welcome");
        await page.FillAsync("input[name=name]", "pia");
        await page.FillAsync("input[name=code]", code);
        await page.ClickAsync("form[action='/welcome'] button");
        await page.ClickAsync("form[action='/welcome/passkey'] button");
        await page.WaitForURLAsync($"{Site}/account");
        Assert.Contains("pia", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("analyst", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // No script sees the session.
        Assert.Equal("", await page.EvaluateAsync<string>("document.cookie"));
        Assert.All(await page.Context.CookiesAsync(), c => Assert.True(c is { Secure: true, HttpOnly: true, SameSite: SameSiteAttribute.Strict }, c.Name));
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.WaitForURLAsync($"{Site}/sign-in");
        await page.ClickAsync("form[action='/sign-in/passkey'] button");
        await page.WaitForURLAsync($"{Site}/account");
        Assert.Contains("pia", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Passkey_ThatWasTakenAway_SignsNobodyIn()
    {
        await using var chromium = await Chromium.StartAsync();
        var (page, _) = await Open(chromium.Browser);
        var code = await served.Add("lost", Role.Monitor);
        await page.GotoAsync($"{Site}/welcome");
        await page.FillAsync("input[name=name]", "lost");
        await page.FillAsync("input[name=code]", code);
        await page.ClickAsync("form[action='/welcome'] button");
        await page.ClickAsync("form[action='/welcome/passkey'] button");
        await page.WaitForURLAsync($"{Site}/account");

        // The only way to sign in is not removed by its owner.
        await page.ClickAsync("form[action='/account/remove'] button");
        Assert.Contains("only way", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await served.Accounts(d => d.ResetAsync("lost"));
        await page.GotoAsync($"{Site}/account");
        Assert.Equal($"{Site}/sign-in", page.Url);
        await page.ClickAsync("form[action='/sign-in/passkey'] button");
        await page.WaitForURLAsync($"{Site}/sign-in/passkey");
        Assert.Contains("The passkey was not used", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync($"{Site}/account");
        Assert.Equal($"{Site}/sign-in", page.Url);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Pages_KeepToWcagAndFitAPhone(string language)
    {
        await using var chromium = await Chromium.StartAsync();
        var (page, problems) = await Open(chromium.Browser);
        var code = await served.Add($"read-{language}", Role.Monitor);
        await page.SetViewportSizeAsync(320, 700);
        await page.GotoAsync($"{Site}/sign-in?lang={language}");
        await Look(page);
        await page.GotoAsync($"{Site}/welcome?lang={language}");
        await Look(page);
        await page.FillAsync("input[name=name]", $"read-{language}");
        await page.FillAsync("input[name=code]", code);
        await page.ClickAsync("form[action='/welcome'] button");
        Assert.Equal(language, await page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(1, await page.Locator("svg.qr").CountAsync());
        await Look(page);
        await page.ClickAsync("form[action='/welcome/passkey'] button");
        await page.WaitForURLAsync($"{Site}/account");
        await page.GotoAsync($"{Site}/account?lang={language}");
        await Look(page);
        Assert.Empty(problems);
    }

    private static async Task Look(IPage page)
    {
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await Wcag.FaultsOf(page);
            Assert.True(found.IsEmpty, $"{page.Url}, {scheme}: {string.Join('\n', found)}");
        }
    }

    // Browsers make passkeys for names, not for numbers of machines.
    private string Site => served.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private static async Task<(IPage Page, List<string> Problems)> Open(IBrowser browser)
    {
        var context = await browser.NewContextAsync();
        var (page, problems) = (await context.NewPageAsync(), new List<string>());
        page.SetDefaultNavigationTimeout(Chromium.LongestLoad);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => problems.Add(error);
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (page, problems);
    }
}
