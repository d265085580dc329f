using Microsoft.Playwright;

namespace Holdfire.TestSupport;

/// <summary>Debian's chromium, driven by Playwright.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>How long a page may take to load, ms: the first on a machine that runs other tests takes its time.</summary>
    public const float LongestLoad = 180_000;

    private const string Program = "/usr/bin/chromium";
    private readonly IPlaywright? playwright;
    private readonly IBrowser? browser;

    private Chromium(IPlaywright? playwright, IBrowser? browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>The browser; where there is none the test is skipped, but never in continuous integration.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null)
            {
                Assert.Skip($"{Program} is absent; ./test installs it where apt-get can");
            }

            return browser;
        }
    }

    /// <summary>Starts it, where it is there.</summary>
    /// <param name="drawsMaps">Whether it has WebGL, here without a graphics card: a map needs it, and it costs time.</param>
    public static async Task<Chromium> StartAsync(bool drawsMaps = false)
    {
        if (!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return new Chromium(null, null);
        }

        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                .. drawsMaps ? new[] { "--use-angle=swiftshader", "--enable-unsafe-swiftshader" } : ["--disable-gpu"],
                "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
