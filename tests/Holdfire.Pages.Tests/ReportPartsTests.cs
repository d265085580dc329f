using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Queries;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages.Tests;

/// <summary>The report in two files: what is printed, and that the two have everything between them.</summary>
public sealed partial class ReportPartsTests(SampleBrowser sample) : IClassFixture<SampleBrowser>
{
    private const int MostPages = 9;

    private static readonly ReportFrame Main = new() { Part = ReportPart.Main, Other = "annex 1.html", Issued = "2031-06-01", Marking = "TLP:AMBER+STRICT", Root = "abc+/=" };

    [Theory]
    [InlineData("ukraine-2025")]
    [InlineData("practice-line")]
    [InlineData("practice-valley")]
    public async Task Main_OfACaseThatComesAlong_IsASummaryOfOnePageAndFewMore(string name)
    {
        var parts = PartsOf(name);
        Assert.InRange(await Pages(parts[0]), 2, MostPages);

        // What comes after the summary begins on a page of its own, so the summary alone shows how long it is.
        var root = XDocument.Parse(parts[0]).Root!;
        root.Descendants("section").Where(s => s.Attribute("id")!.Value != "summary").ToList().ForEach(s => s.Remove());
        root.Descendants("footer").Remove();
        Assert.Equal(1, await Pages("<!DOCTYPE html>" + root.ToString(SaveOptions.DisableFormatting).Replace("break-after: page", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Parts_Together_HaveEveryAnchorAndEveryLinkLeadsThere()
    {
        var parts = PartsOf("practice-line").Select(p => XDocument.Parse(p).Root!).ToList();
        var ids = parts.ConvertAll(p => p.Descendants().Attributes("id").Select(i => i.Value).ToHashSet(StringComparer.Ordinal));
        for (var part = 0; part < 2; part++)
        {
            foreach (var href in parts[part].Descendants("a").Attributes("href").Select(h => Uri.UnescapeDataString(h.Value)))
            {
                var (file, anchor) = (href.Split('#')[0], href.Split('#').ElementAtOrDefault(1));
                Assert.True(file.Length == 0 ? ids[part].Contains(anchor!) : file == (part == 0 ? "annex 1.html" : "main.html") && (anchor is null || ids[1 - part].Contains(anchor)), href);
            }
        }

        var whole = XDocument.Parse(WholeOf("practice-line")).Root!.Descendants("section").Attributes("id").Select(i => i.Value);
        Assert.Empty(whole.Except(ids.SelectMany(i => i)));
    }

    [Fact]
    public void Main_ForReaders_HasNoCodesAndNoSecondTimes()
    {
        var root = XDocument.Parse(PartsOf("ukraine-2025")[0]).Root!;
        Assert.Empty(root.Descendants("code"));
        Assert.DoesNotContain(root.Descendants(), e => e.Attribute("class")?.Value == "utc");
        Assert.Contains("attack.air.uav", PartsOf("ukraine-2025")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_AreEverySectionInOrder() => Assert.All(PartsOf("practice-line").Append(WholeOf("practice-line")), html =>
    {
        var root = XDocument.Parse(html).Root!;
        Assert.Equal(root.Descendants("section").Elements("h2").Select(h => h.Value), root.Descendants("nav").Single().Descendants("li").Select(l => l.Value));
    });

    // A title may hold anything; in the style it is letters and code points.
    [Fact]
    public async Task Style_OfAnyTitle_StaysAStyleAndStandsOnThePage()
    {
        var @case = SampleCase.Create("A \"title\" </style> \\ of; } @page");
        var html = HtmlReport.Render(CaseView.Of(@case), SampleCase.Answers(@case), SampleCase.Audit(), frame: Main);
        Assert.DoesNotContain("</style> ", html[..html.IndexOf("</head>", StringComparison.Ordinal)].Replace("</style></head>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = await sample.Browser.NewPageAsync();
        await page.SetContentAsync(html);
        var rules = await page.EvaluateAsync<string>("[...document.styleSheets].flatMap(s => [...s.cssRules]).filter(r => r instanceof CSSPageRule).map(r => r.cssText).join(' ')");
        Assert.Contains("TLP:AMBER+STRICT", rules, StringComparison.Ordinal);
        Assert.Contains("issued 2031-06-01", rules, StringComparison.Ordinal);
        Assert.Contains("</style>", rules, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(390)]
    public async Task Main_AtAnyWidth_ShowsEveryVerdictWithoutScrollingSideways(int width)
    {
        var page = await sample.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.SetContentAsync(PartsOf("practice-line")[1]);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.verdict')].filter(v => v.getClientRects().length > 0 && v.getBoundingClientRect().right > innerWidth).length"));
    }

    private async Task<int> Pages(string html)
    {
        var page = await sample.Browser.NewPageAsync();
        await page.SetContentAsync(html);
        return Page().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true })));
    }

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Rendered = new();

    private static string[] PartsOf(string name) => [.. Of(name).Take(2)];

    private static string WholeOf(string name) => Of(name)[2];

    private static IReadOnlyList<string> Of(string name) => Rendered.GetOrAdd(name, static n => (IReadOnlyList<string>)Render(n, Main, Main with { Part = ReportPart.Annex, Other = "main.html" }, ReportFrame.Whole));

    private static ImmutableArray<string> Render(string name, params ReportFrame[] frames)
    {
        var load = CaseFolder.Load(Path.Combine(Root(), "cases", name));
        Assert.Empty(load.Errors);
        var query = QueryCatalogue.Find("report")!;
        var answer = (ReportAnswer)query.Run(CaseView.Of(load.Case!), QueryArguments.Parse(query, ["--issued", "2031-06-01", "--tlp", "amber+strict"], out _), Work.Unlimited).Answer;
        return [.. frames.Select(f => ReportPage.Write(answer, f))];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "holdfire.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("expected holdfire.slnx in a folder above the tests");
        }

        return folder;
    }

    [Fact]
    public void ReportsThatAreTooManyToTellApart_AreNamed_AndTheRestIsTold()
    {
        var @case = SampleCase.Create();
        var start = Instant.FromUtc(2040, 1, 1, 12, 0);
        var crowd = Enumerable.Range(0, 1_200).Select(i => @case.Reports[0] with
        {
            Id = new ReportId(FormattableString.Invariant($"Z{i:0000}")), Window = TimeWindow.Exact(new Interval(start, start + Duration.FromMinutes(1))),
            IncludedIn = [], Quotes = [], Denies = [], PartOf = null, Source = @case.Sources[i % @case.Sources.Length].Id,
        });
        var crowded = @case with { Reports = [.. @case.Reports, .. crowd] };
        var query = QueryCatalogue.Find("report")!;
        var answer = (ReportAnswer)query.Run(CaseView.Of(crowded), QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer;
        var html = XDocument.Parse(ReportPage.Write(answer).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.All(["summary", "findings"], id => Assert.Contains(
            "Not in this report's events and findings: cannot say: 1200 reports", html.Descendants("section").First(s => s.Attribute("id")?.Value == id).Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex Page();
}
