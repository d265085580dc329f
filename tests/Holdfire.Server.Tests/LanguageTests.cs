using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfire.Pages.Site;

namespace Holdfire.Server.Tests;

/// <summary>Each language says all that the pages say, is chosen by address and browser, and is never mixed up in caches.</summary>
public sealed partial class LanguageTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codes => [.. SiteLanguage.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_language_has_each_message_with_the_same_places(string code)
    {
        var english = SiteLanguage.English.Messages.ToDictionary();
        var other = SiteLanguage.Find(code)!.Messages.ToDictionary();
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
        {
            Assert.Equal((key, Places(text)), (key, Places(other[key])));
            Assert.NotEmpty(other[key].Trim());
        }
    }

    [Fact]
    public void A_language_other_than_English_says_it_in_its_own_words()
    {
        var english = SiteLanguage.English.Messages.ToDictionary();
        foreach (var language in SiteLanguage.All.Where(l => !l.IsEnglish))
        {
            // Words such as "Incidents" and abbreviations of units are the same in some languages.
            Assert.InRange(language.Messages.Count(m => m.Value == english[m.Key]), 0, english.Count / 20);
        }
    }

    [Theory]
    [InlineData("/?lang=uk", "", "uk", "ltr")]
    [InlineData("/", "ar-EG,ar;q=0.9,en;q=0.5", "ar", "rtl")]
    [InlineData("/", "de, fr;q=0.3, ru;q=0.8", "ru", "ltr")]
    [InlineData("/", "de", "en", "ltr")]
    [InlineData("/", "", "en", "ltr")]
    [InlineData("/?lang=es", "ar", "es", "ltr")]
    [InlineData("/nothing?lang=fr", "", "fr", "ltr")]
    public async Task The_address_decides_then_the_browser(string address, string browser, string code, string direction)
    {
        var (html, response) = await Get(address, browser);
        Assert.Equal((code, direction), (html.Root!.Attribute("lang")!.Value, html.Root.Attribute("dir")!.Value));
        Assert.Equal([code], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.Equal(SiteLanguage.Find(code)!.Messages.ToDictionary()["nav.record"], html.Descendants("nav").First().Descendants("a").ElementAt(10).Value);
    }

    [Fact]
    public async Task A_language_that_is_asked_for_stays_with_whoever_goes_on()
    {
        var (html, _) = await Get("/claims?lang=ar&recorded-at=340", "");
        var links = html.Descendants("header").Single().Descendants("a").Select(a => a.Attribute("href")!.Value).Where(h => h.StartsWith('/')).ToList();
        Assert.All(links, l => Assert.EndsWith("recorded-at=340&lang=ar", l, StringComparison.Ordinal));
        Assert.Contains(html.Descendants("form").First().Elements("input"), i => i.Attribute("name")!.Value == "lang" && i.Attribute("value")!.Value == "ar");
        Assert.Equal(SiteLanguage.All.Select(l => l.Code), html.Descendants("footer").Single().Descendants("a").Select(a => a.Attribute("hreflang")?.Value).OfType<string>());
    }

    [Fact]
    public async Task Pages_in_two_languages_have_two_tags()
    {
        var tags = new HashSet<string>();
        foreach (var language in SiteLanguage.All)
        {
            tags.Add((await Get("/about?recorded-at=340", language.Code)).Response.Headers.ETag!.Tag);
        }

        Assert.Equal(SiteLanguage.All.Length, tags.Count);
    }

    [Fact]
    public async Task A_language_that_there_is_not_is_refused_by_name()
    {
        var (html, response) = await Get("/?lang=xx", "");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("lang: expected en, uk, ru, fr, es or ar; found 'xx'", html.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/truces/T1")]
    [InlineData("/claims")]
    [InlineData("/daily/2031-03-12")]
    [InlineData("/ask/counts")]
    public async Task What_stays_in_English_is_marked_as_English(string address)
    {
        var (html, _) = await Get(address + "?lang=ar", "");
        Assert.Contains(SiteLanguage.Find("ar")!.Messages.ToDictionary()["head.in-english"], html.Root!.Value, StringComparison.Ordinal);
        Assert.All(html.Descendants().Where(e => e.Attribute("lang")?.Value == "en" && e.Attribute("hreflang") is null), e => Assert.Equal("ltr", e.Attribute("dir")!.Value));
        Assert.Contains(html.Descendants("main").Single().Descendants(), e => e.Attribute("lang")?.Value == "en");
    }

    private async Task<(XDocument Html, HttpResponseMessage Response)> Get(string address, string browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (browser.Length > 0)
        {
            request.Headers.Add("Accept-Language", browser);
        }

        var response = await served.Client.SendAsync(request, Stop);
        return (XDocument.Parse((await response.Content.ReadAsStringAsync(Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)), response);
    }

    private static string Places(string text) => string.Join(' ', Place.Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place { get; }
}
