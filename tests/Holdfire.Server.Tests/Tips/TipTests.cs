using System.Net;
using System.Text.RegularExpressions;
using Holdfire.Record.Protection;
using Holdfire.Server.Tests.SignIn;

namespace Holdfire.Server.Tests.Tips;

/// <summary>Tips of people without an account: sealed for the mission, few, small, and from nobody that anybody can name.</summary>
public sealed partial class TipTests(TipRecord served) : IClassFixture<TipRecord>
{
    private const string Words = "Two trucks burned at the \"north\" gate; <b>nobody</b> was near.";

    [Fact]
    public async Task Tip_IsSealedForTheMission_OnceAndWithoutItsSender()
    {
        var before = served.Read().Size;
        using var client = new FormClient(served.Address);
        await client.Open("/tips?lang=fr");
        var (number, token) = (Number().Match(client.Html).Value, FormClient.TokenIn(client.Html));
        var fields = Fields(number);
        using (var taken = await client.Send(HttpMethod.Post, "/tips", token, fields))
        {
            Assert.True(taken.StatusCode == HttpStatusCode.OK, client.Html);
            Assert.Contains(number, client.Html, StringComparison.Ordinal);
        }

        // The same form sent twice is one tip.
        using (var again = await client.Send(HttpMethod.Post, "/tips", token, fields))
        {
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        // Nor does whoever knows the number change what was taken, when the server has forgotten it.
        await using (var another = await served.Another())
        {
            using var later = new FormClient(another.Address);
            await later.Open("/tips");
            using var other = await later.Send(HttpMethod.Post, "/tips", FormClient.TokenIn(later.Html), [.. Fields(number).Select(f => (f.Name, f.Value == Words ? "Other words" : f.Value))]);
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }

        var record = served.Read();
        Assert.Equal(before + 1, record.Size);
        var hidden = SealedEntries.Of(served.Folder);
        Assert.Empty(hidden.Seen(record, label => label is "party:ORD" or "party:VEL" or "public"));
        var tip = Assert.Single(hidden.Seen(record, label => label == "mission")).Value.Entry;
        var content = System.Text.Encoding.UTF8.GetString(tip.Content!.Value.Span);
        Assert.Equal(("intake", number), (tip.Submitter, tip.Item.Id));
        Assert.Contains("\"source\":\"tips\"", content, StringComparison.Ordinal);
        Assert.Contains("nobody", content, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", content, StringComparison.Ordinal);
        Assert.DoesNotContain(served.Told, l => l.Contains("tip", StringComparison.Ordinal));

        // What everybody sees has nothing of it but that the log has grown.
        foreach (var path in (string[])["/api/v1/incidents", $"/reports/{number}", "/search?q=trucks", "/api/v1/record/log", "/api/v1/export/reports?f=csv"])
        {
            using var seen = await served.Client.GetAsync(path, Token);
            var text = await seen.Content.ReadAsStringAsync(Token);
            Assert.DoesNotContain("trucks burned", text, StringComparison.Ordinal);
            Assert.DoesNotContain(number, path.Contains(number, StringComparison.Ordinal) ? "" : text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tip_ThatCannotBe_IsRefusedAndNotCounted()
    {
        using var client = new FormClient(served.Address);
        await client.Open("/tips");
        var number = Number().Match(client.Html).Value;
        var size = served.Read().Size;
        foreach (var (name, value) in (List<(string, string)>)
            [
                ("act", "attack.nothing"), ("area", "X-NOWHERE"), ("from", "yesterday"), ("to", HoursAgo(6)), ("to", "2199-01-01T00:00"), ("words", "  "), ("words", new string('w', 4001)),
                ("number", "hill-observer-001"), ("number", "tip-1"), ("act", ""),
            ])
        {
            using var answer = await client.Send(HttpMethod.Post, "/tips", FormClient.TokenIn(client.Html), [.. Fields(number).Select(f => f.Name == name ? (name, value) : f)]);
            Assert.Equal((name, value, HttpStatusCode.BadRequest), (name, value, answer.StatusCode));
        }

        using (var forged = await client.Send(HttpMethod.Post, "/tips", "x", Fields(number)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        // The server may hang up before a body that is too large has been sent.
        await client.Open("/tips");
        try
        {
            using var large = await client.Send(HttpMethod.Post, "/tips", FormClient.TokenIn(client.Html), [.. Fields(number), ("more", new string('m', 70_000))]);
            Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
        }
        catch (HttpRequestException e)
        {
            Assert.IsType<IOException>(e.InnerException);
        }

        Assert.Equal(size, served.Read().Size);
    }

    [Fact]
    public async Task Tips_OfOneAddress_AreFew()
    {
        await using var few = new TipRecord();
        await few.InitializeAsync();
        using var client = new FormClient(few.Address);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            await client.Open("/tips");
            using var answer = await client.Post("/tips", Fields(Number().Match(client.Html).Value));
            statuses.Add(answer.StatusCode);
        }

        Assert.True(statuses[^1] == HttpStatusCode.TooManyRequests, string.Join(", ", statuses) + client.Html);
        Assert.Equal(4, statuses.Count(s => s == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Server_WithoutTips_HasNoSuchPage()
    {
        await using var other = new AskingRecord();
        await other.InitializeAsync();
        using var answer = await other.Client.GetAsync("/tips", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/tips", await other.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_KeepsToWcagAndFitsAPhone()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.Browser.NewPageAsync();
        page.SetDefaultNavigationTimeout(Chromium.LongestLoad);
        foreach (var language in (string[])["en", "ar"])
        {
            await page.SetViewportSizeAsync(320, 700);
            await page.GotoAsync($"{served.Address}/tips?lang={language}");
            Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            var faults = await Wcag.FaultsOf(page);
            Assert.True(faults.IsEmpty, string.Join('\n', faults));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string Name, string Value)[] Fields(string number) =>
        [("number", number), ("act", "attack.shelling"), ("area", "X-ORD-NORTH"), ("from", HoursAgo(5)), ("to", HoursAgo(3)), ("words", Words)];

    private static string HoursAgo(int hours) => DateTime.UtcNow.AddHours(-hours).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("tip-[0-9a-f]{32}")]
    private static partial Regex Number();
}
