using Microsoft.Playwright;

namespace Holdfire.Pages.Tests;

/// <summary>The report as a browser shows it, from a file and without a network.</summary>
public sealed class BrowserTests(SampleBrowser sample) : IClassFixture<SampleBrowser>
{
    private readonly List<string> errors = [];
    private readonly List<string> requests = [];

    [Fact]
    public async Task File_Opened_AsksForNothingElseAndReportsNoError()
    {
        await Open(1100);

        Assert.Empty(errors);
        Assert.Equal([sample.Address], requests);
    }

    [Fact]
    public async Task File_Opened_ShowsEveryHeading()
    {
        var page = await Open(1100);

        Assert.Equal("The invented strait", await page.Locator("h1").InnerTextAsync());
        Assert.Equal(
            [
                "In short", "What the numbers in statements come to", "Where talks are deadlocked", "The talks", "The truces", "Claims per day", "Claims by region", "The audit", "Did it hold?", "The statements",
                "Conflicting accounts", "Reports cited", "Method and gaps",
            ],
            await page.Locator("h2").AllInnerTextsAsync());
        Assert.True(await page.GetByText("INVENTED. This case is made up").IsVisibleAsync());
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(400)]
    public async Task File_AtAnyWidth_DrawsEveryChartAndDoesNotOverflow(int width)
    {
        var page = await Open(width);
        var charts = await page.Locator("figure svg").AllAsync();

        // Trend and map of two sides stand in the summary as well.
        Assert.Equal(8 + 4, charts.Count);
        foreach (var chart in charts)
        {
            var box = await chart.BoundingBoxAsync();
            Assert.NotNull(box);
            Assert.True(box.Width > 200 && box.Height > 50, $"{await chart.GetAttributeAsync("aria-label")}: {box.Width} x {box.Height}");
        }
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task File_PrintedOnA4_FitsItsTablesAndOpensWhatIsFolded()
    {
        // 184 mm between the margins at 96 dots an inch.
        var page = await Open(695);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('table, svg')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"));
        Assert.True(await page.GetByText("Half of the hours are unknown.").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(695)]
    public async Task Graph_AtAnyWidth_WritesNoTextOverAnotherOrOverABoxThatIsNotItsOwn(int width)
    {
        var page = await Open(width);

        Assert.Equal(6 + 6, await page.EvaluateAsync<int>("document.querySelectorAll('#talks svg text').length"));
        Assert.Equal(4, await page.EvaluateAsync<int>("document.querySelectorAll('#talks svg rect').length"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            """
            (() => {
              const boxes = (of) => [...document.querySelectorAll('#talks svg ' + of)].map(e => e.getBoundingClientRect());
              const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
              const texts = boxes('text'), rects = boxes('rect');
              return texts.filter((t, i) => texts.some((u, j) => j !== i && meet(t, u) && Math.min(t.bottom, u.bottom) - Math.max(t.top, u.top) > 4)
                || rects.some(r => meet(t, r) && !within(t, r))).length;
            })()
            """));
    }

    [Fact]
    public async Task Link_Clicked_JumpsToItsSection()
    {
        var page = await Open(1100);
        await page.Locator("nav a[href='#statements']").ClickAsync();

        Assert.EndsWith("#statements", page.Url, StringComparison.Ordinal);
        Assert.InRange((await page.Locator("#statements").BoundingBoxAsync())!.Y, -1, 1);
    }

    [Fact]
    public async Task Address_OfAStatement_OpensThere()
    {
        var page = await Open(1100, "#S02");

        Assert.InRange((await page.Locator("#S02").BoundingBoxAsync())!.Y, -1, 899);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#S02').matches(':target')"));
    }

    private async Task<IPage> Open(int width, string anchor = "")
    {
        var page = await sample.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        page.SetDefaultNavigationTimeout(Chromium.LongestLoad);
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(sample.Address + anchor, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
