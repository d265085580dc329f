using System.Xml.Linq;
using Holdfire.Pages.Daily;
using Holdfire.Queries;
using Holdfire.Views;

namespace Holdfire.Pages.Tests;

/// <summary>The page of a daily report.</summary>
public sealed class DailyPageTests(SampleBrowser sample) : IClassFixture<SampleBrowser>
{
    private static readonly DailyAnswer Full = Of("2031-05-11"), Empty = Of("2031-07-01");

    [Fact]
    public void Write_SameAnswer_SameBytesThatLoadAndRunNothing()
    {
        var html = DailyPage.Write(Full);
        Assert.Equal(html, DailyPage.Write(Of("2031-05-11")));
        var root = XDocument.Parse(html).Root!;
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ADayWithoutReports_SaysNoReportsAndNotNoEvents()
    {
        var text = XDocument.Parse(DailyPage.Write(Empty)).Root!.Element("body")!.Value;
        Assert.Contains("No reports of events. Nobody is known to have been watching: silence says nothing.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No events", text, StringComparison.Ordinal);
        Assert.Contains("Known by: everything published. Recorded at: a case folder, which has no size. Audience: public.", text, StringComparison.Ordinal);
    }

    // However much there is, it is one page: long lists end with how many more there are.
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Printed_OnA4_IsOnePage(int times)
    {
        var much = Full with
        {
            Events = [.. Enumerable.Repeat(Full.Events, times).SelectMany(e => e)], Stated = [.. Enumerable.Repeat(Full.Stated, times).SelectMany(s => s)],
            News = Full.News with { Items = [.. Enumerable.Repeat(Full.News.Items, times).SelectMany(n => n)] },
            Open = Full.Open with { Items = [.. Enumerable.Repeat(Full.Open.Items, times).SelectMany(o => o)] },
        };
        var page = await sample.Browser.NewPageAsync();
        await page.SetContentAsync(DailyPage.Write(much));
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(pdf, @"/Type /Page\b"));
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(390)]
    public async Task Page_AtAnyWidth_DoesNotOverflow(int width)
    {
        var page = await sample.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.SetContentAsync(DailyPage.Write(Full));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static DailyAnswer Of(string date)
    {
        var query = QueryCatalogue.Find("daily")!;
        return (DailyAnswer)query.Run(CaseView.Of(SampleCase.Create()), QueryArguments.Parse(query, ["--date", date], out _), Work.Unlimited).Answer;
    }
}
