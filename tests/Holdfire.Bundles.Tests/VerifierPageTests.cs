using Microsoft.Playwright;

namespace Holdfire.Bundles.Tests;

/// <summary>The verifier's page in a browser, opened from a file and without a network.</summary>
public sealed class VerifierPageTests(RiverRecord record) : IClassFixture<RiverRecord>, IAsyncLifetime
{
    private const string Counts = "--whole -- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day";

    private readonly List<string> requests = [];
    private readonly List<string> errors = [];
    private Chromium? chromium;

    private static string Address => new Uri(Path.Combine(Programs.Verifier, "index.html")).AbsoluteUri;

    public async ValueTask InitializeAsync() => chromium = await Chromium.StartAsync();

    public ValueTask DisposeAsync() => chromium!.DisposeAsync();

    [Fact]
    public async Task Bundle_Chosen_IsCheckedWithTheSameTableAsOnTheCommandLine()
    {
        var bundle = record.Bundle(Counts);
        var page = await Open();
        await Choose(page, bundle);

        Assert.Equal(
            "counts.zip\n≥ At least: entries may be missing. The figure follows from the entries that are here. Protected contents that are not in it: 1, each named above.",
            await page.Locator("#verdict").InnerTextAsync());
        var rows = await page.Locator("#answer tbody tr").AllAsync();
        var shown = new List<(string, string, string)>();
        foreach (var row in rows)
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            shown.Add((cells[0], cells[1], cells[2]));
        }

        Assert.Equal(JavaScriptVerifier.Verify(bundle)[0].Rows, shown);
        Assert.Empty(errors);
        Assert.Equal([Address], requests);
        if (Environment.GetEnvironmentVariable("HOLDFIRE_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "verify.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task Bundle_Dropped_AndForged_IsRefusedByName()
    {
        var forged = OpenBundle.Of(record.Bundle(Counts)).With("entries/5.json", [1, 2, 3]).Zip();
        var page = await Open();
        var transfer = await page.EvaluateHandleAsync(
            "bytes => { const d = new DataTransfer(); d.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'forged.zip')); return d; }",
            Convert.ToBase64String(forged));
        await page.DispatchEventAsync("#drop", "drop", new { dataTransfer = transfer });

        await page.Locator("#verdict.refused").WaitForAsync();
        Assert.StartsWith("forged.zip\n✗ The bundle is refused.\nentries/5.json: ", await page.Locator("#verdict").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("WRONG", await page.Locator("tr.wrong td").Nth(1).InnerTextAsync());
        Assert.Empty(errors);
        if (Environment.GetEnvironmentVariable("HOLDFIRE_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "refused.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task States_AreToldApartByWords()
    {
        var page = await Open();
        var incidents = OpenBundle.Of(record.Bundle("-- incidents --side SS"));
        foreach (var (state, bundle, expected) in ((string, byte[], string)[])
            [
                ("at_least", record.Bundle("--part " + Counts["--whole ".Length..]), "≥ At least: entries may be missing."),
                ("holds", MadeRecord.River.Bundle().Zip(), "✓ The bundle holds: signed, complete, and its figure recomputed."),
                ("not_recomputed_in_part", incidents.With(Record.Bundles.BundleFiles.Figure, "{\n  \"schema\": \"holdfire/incidents/2\",\n  \"verdict\": \"SS did it all\"\n}\n"u8.ToArray()).Resealed().Zip(), "? Signed; the figure was NOT recomputed here, and entries may be missing."),
                ("in_record", record.Bundle("--report R3"), "✓ The report is in the record, as signed."),
                ("refused", [1, 2, 3], "✗ The bundle is refused."),
            ])
        {
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = $"{state}.zip", MimeType = "application/zip", Buffer = bundle });
            await page.Locator($"#verdict.{state}").WaitForAsync();
            Assert.StartsWith(expected, await page.Locator("#verdict .headline").InnerTextAsync(), StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("HOLDFIRE_SCREENSHOTS") is { } folder)
            {
                await page.Locator("#verdict").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state}.png") });
            }
        }

        Assert.Empty(errors);
    }

    [Fact]
    public async Task TrustedKey_OfAnother_IsHeldAgainstTheBundle()
    {
        var page = await Open();
        await Choose(page, record.Bundle("--report R3"));
        await page.Locator("summary").ClickAsync();
        await page.Locator("#vkey").FillAsync(record.Log.OperatorKey().OrThrow().ToVkey());
        await page.Locator("#vkey").BlurAsync();
        await page.GetByText(", the trusted one").WaitForAsync();
        await page.Locator("#vkey").FillAsync(SampleKeys.Witness.Verifier.ToVkey());
        await page.Locator("#vkey").BlurAsync();
        await page.Locator("#verdict.refused").WaitForAsync();
        Assert.Contains("log.vkey: expected the trusted key", await page.Locator("#verdict").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(400)]
    public async Task Page_AtAnyWidth_DoesNotOverflow(int width)
    {
        var page = await Open(width);
        await Choose(page, record.Bundle(Counts));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task Choose(IPage page, byte[] bundle)
    {
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "counts.zip", MimeType = "application/zip", Buffer = bundle });
        await page.Locator("#verdict").WaitForAsync();
    }

    private async Task<IPage> Open(int width = 1100)
    {
        var page = await chromium!.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Offline = true });
        page.Request += (_, request) => requests.Add(request.Url);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        await page.GotoAsync(Address, new() { Timeout = Chromium.LongestLoad });
        return page;
    }
}
