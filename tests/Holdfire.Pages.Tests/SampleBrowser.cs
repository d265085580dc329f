using Holdfire.Pages.Charts;
using Microsoft.Playwright;
using Holdfire.Views;

namespace Holdfire.Pages.Tests;

/// <summary>One browser for all tests of a class, and the sample's report in a file.</summary>
public sealed class SampleBrowser : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-pages-").FullName;
    private Chromium? chromium;

    /// <summary>The address of the report.</summary>
    public string Address => new Uri(Path.Combine(folder, "report.html")).AbsoluteUri;

    /// <summary>The browser; where there is none the test is skipped, but never in continuous integration.</summary>
    public IBrowser Browser => chromium!.Browser;

    public async ValueTask InitializeAsync()
    {
        var @case = SampleCase.Create();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "report.html"),
            HtmlReport.Render(CaseView.Of(@case), SampleCase.Answers(@case), SampleCase.Audit(), outlines: MapOutlines.BuiltIn));
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
