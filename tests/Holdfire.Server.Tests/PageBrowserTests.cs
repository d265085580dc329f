using Microsoft.Playwright;

namespace Holdfire.Server.Tests;

/// <summary>Every page as a browser shows it: to be read by everybody, at any width, in light and dark, on paper, and without a fault.</summary>
public sealed class PageBrowserTests(BrowsedPractice practice) : IClassFixture<BrowsedPractice>
{
    private static readonly string[] Pages =
    [
        "/", "/truces/T1", "/truces/T4", "/claims", "/map", "/incidents", "/incidents/I-east-desk-016", "/findings?truce=T2", "/daily", "/daily/2031-03-12", "/talks", "/reports/east-desk-016",
        "/record", "/entries/12", "/search?q=T1", "/about", "/ask/counts", "/nothing", "/map?act=none",
    ];

    private readonly List<string> faults = [];

    public static TheoryData<string> Addresses => [.. Pages];

    public static TheoryData<string> Arabic => [.. Pages.Select(p => p + (p.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=ar")];

    [Theory]
    [MemberData(nameof(Addresses))]
    [MemberData(nameof(Arabic))]
    public async Task A_page_keeps_to_WCAG_2_2_AA_in_light_and_dark(string address)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await Open(address, 1280, scheme);
            var found = await Wcag.FaultsOf(page);
            Assert.True(found.IsEmpty, $"{address}, {scheme}: {string.Join('\n', found)}");
            await page.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    [MemberData(nameof(Arabic))]
    public async Task A_page_fits_every_width_and_reports_no_error(string address)
    {
        foreach (var width in new[] { 1280, 390, 320 })
        {
            var page = await Open(address, width, ColorScheme.Light);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.CloseAsync();
        }

        // A page that says what is wrong has a status that the browser reports.
        Assert.DoesNotContain(faults, f => !f.Contains("status of 40", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_printed_page_fits_A4_and_has_no_controls(string address)
    {
        // 184 mm between the margins at 96 dots an inch.
        var page = await Open(address, 695, ColorScheme.Light);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('table, svg, pre')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('nav, form, button')].filter(e => e.checkVisibility()).length"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_skips_the_ways_and_reaches_them()
    {
        var page = await Open("/claims", 1280, ColorScheme.Light);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().height > 10"));
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main details').open"));
    }

    [Fact]
    public async Task An_Arabic_page_runs_from_right_to_left_and_its_English_parts_do_not()
    {
        var page = await Open("/truces/T1?lang=ar", 1280, ColorScheme.Light);
        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.body).direction"));
        Assert.Equal("ltr", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('dl.short dd')).direction"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('header li').getBoundingClientRect().right > 1100"));
    }

    [Theory]
    [InlineData("en", "From")]
    [InlineData("ar", "من")]
    public async Task The_map_takes_the_place_of_the_drawing_and_its_days_are_chosen_by_keyboard(string language, string word)
    {
        var page = await Open($"/map?lang={language}", 1280, ColorScheme.Light);
        await page.WaitForSelectorAsync("holdfire-map[data-ready]", new() { State = WaitForSelectorState.Attached, Timeout = Chromium.LongestLoad });
        Assert.False(await page.IsVisibleAsync(".drawn > svg"));
        Assert.True(await page.IsVisibleAsync("holdfire-map canvas"));
        Assert.StartsWith(word, (await page.TextContentAsync(".brush label"))!.Trim(), StringComparison.Ordinal);
        Assert.Equal("2031-03-01 – 2031-04-02", await page.TextContentAsync(".brush output"));
        await page.FocusAsync(".brush input[name=to]");
        await page.Keyboard.PressAsync("Home");
        Assert.Equal("2031-03-01", await page.TextContentAsync(".brush output"));
        Assert.Empty(await Wcag.FaultsOf(page));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.IsVisibleAsync(".drawn > svg"));
        Assert.Empty(faults);
    }

    private async Task<IPage> Open(string address, int width, ColorScheme scheme)
    {
        var page = await practice.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Locale = "en" });
        page.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(practice.Served.Address + address, new() { WaitUntil = WaitUntilState.Load, Timeout = Chromium.LongestLoad });
        return page;
    }
}
