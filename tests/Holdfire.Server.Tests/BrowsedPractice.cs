namespace Holdfire.Server.Tests;

/// <summary>The practice case on a server of this process, and a browser that looks at it.</summary>
public sealed class BrowsedPractice : IAsyncLifetime
{
    private Chromium? chromium;

    /// <summary>The server.</summary>
    public ServedPractice Served { get; } = new();

    /// <summary>The browser; where there is none the test is skipped, but never in continuous integration.</summary>
    public Microsoft.Playwright.IBrowser Browser => chromium!.Browser;

    public async ValueTask InitializeAsync()
    {
        await Served.InitializeAsync();
        chromium = await Chromium.StartAsync(drawsMaps: true);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium!.DisposeAsync();
        await Served.DisposeAsync();
    }
}
