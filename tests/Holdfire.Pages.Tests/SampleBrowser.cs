using Holdfire.Pages.Charts;
using Microsoft.Playwright;
using Holdfire.Views;

namespace Holdfire.Pages.Tests;

/// <summary>One browser for all tests of a class, and the sample's report in a file.</summary>
public sealed class SampleBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-pages-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The address of the report.</summary>
    public string Address => new Uri(Path.Combine(folder, "report.html")).AbsoluteUri;

    /// <summary>The browser; where there is none the test is skipped, but never in continuous integration.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null)
            {
                Assert.Skip($"{Chromium} is absent; ./test installs it where apt-get can");
            }
            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }
        var @case = SampleCase.Create();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "report.html"),
            HtmlReport.Render(CaseView.Of(@case), SampleCase.Answers(@case), SampleCase.Audit(), outlines: MapOutlines.BuiltIn));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
