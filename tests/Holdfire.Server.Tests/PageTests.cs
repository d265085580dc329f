using System.Net;
using System.Xml.Linq;
using CsCheck;
using Holdfire.Queries;

namespace Holdfire.Server.Tests;

/// <summary>Pages work without scripts, keep to their policy, and answer wrong addresses with a page.</summary>
public sealed class PageTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static readonly string[] Pages =
    [
        "/", "/truces/T1", "/truces/T4", "/claims", "/claims?day=2031-03-12", "/claims?statement=S1", "/daily", "/daily/2031-03-12", "/map", "/map?act=attack.shelling&from=2031-03-10", "/map?near=-29.9,-20&km=5",
        "/incidents", "/incidents?actor=ORD", "/incidents/I-east-desk-016", "/findings", "/talks", "/record", "/record?before=40", "/entries/12", "/reports/east-desk-016", "/statements/S1",
        "/search", "/search?q=T1", "/search?q=marl", "/about", "/report", "/ask/truces", "/ask/counts",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => [.. Pages];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_well_formed_and_has_no_script(string address)
    {
        var response = await served.Client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var html = XDocument.Parse((await response.Content.ReadAsStringAsync(Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        // The map alone runs a script, which is the server's own.
        var isMap = address.StartsWith("/map", StringComparison.Ordinal);
        Assert.All(html.Descendants("script").Where(s => !isMap || s.Attribute("src")?.Value != "/assets/map.js"), s => Assert.Equal("application/ld+json", s.Attribute("type")!.Value));
        Assert.Single(html.Descendants("h1"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(isMap, policy.Contains("script-src 'self'", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy.Replace("style-src 'unsafe-inline'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (address != "/report")
        {
            Assert.Contains("for this run alone", html.Root!.Value, StringComparison.Ordinal);
            Assert.Contains("Invented case", html.Root.Value, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_of_a_page_leads_somewhere(string address)
    {
        var html = XDocument.Parse((await served.Client.GetStringAsync(address, Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        foreach (var link in html.Descendants("a").Select(a => a.Attribute("href")!.Value).Where(h => h.StartsWith('/')).Distinct().Take(address == "/daily" ? 16 : 60))
        {
            var response = await served.Client.GetAsync(link, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} -> {link}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData("/truces/none", 404)]
    [InlineData("/reports/none", 404)]
    [InlineData("/statements/none", 404)]
    [InlineData("/entries/99999999", 404)]
    [InlineData("/entries/-1", 404)]
    [InlineData("/incidents/none", 400)]
    [InlineData("/claims?day=yesterday", 400)]
    [InlineData("/record?before=0", 400)]
    [InlineData("/record?before=99999999", 400)]
    [InlineData("/?recorded-at=99999999", 400)]
    [InlineData("/?recorded-at=1", 400)]
    [InlineData("/?known-by=yesterday", 400)]
    [InlineData("/claims?statement=none", 400)]
    [InlineData("/map?act=none", 400)]
    [InlineData("/daily/yesterday", 400)]
    [InlineData("/daily/2031-02-30", 400)]
    public async Task A_wrong_address_gets_a_page_that_leads_on(string address, int status)
    {
        var response = await served.Client.GetAsync(address, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        var html = XDocument.Parse((await response.Content.ReadAsStringAsync(Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Contains(html.Descendants("a"), a => a.Attribute("href")!.Value == "/");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_speaks_of_no_command_line(string address)
    {
        if (address == "/report")
        {
            Assert.Skip("the whole report is the file that the command line writes");
        }

        var html = XDocument.Parse((await served.Client.GetStringAsync(address, Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        html.Descendants().Where(e => e.Name.LocalName is "code" or "pre" or "script").ToList().ForEach(e => e.Remove());
        Assert.DoesNotMatch(@"\s--[a-z]|\.yaml|docs/\S+\.md", html.Root!.Value);
    }

    [Fact]
    public async Task A_truce_says_what_became_of_it_by_the_clock_and_a_permanent_link_says_nothing_of_now()
    {
        async Task<string> State(string address) => XDocument.Parse((await served.Client.GetStringAsync(address, Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal))
            .Descendants("p").First(p => p.Attribute("class")?.Value.StartsWith("state ", StringComparison.Ordinal) ?? false).Value;
        Assert.StartsWith("Not begun. It begins 2031-03-01", await State("/truces/T1"), StringComparison.Ordinal);
        Assert.StartsWith("In force. Time left: 20 d, until 2031-03-31", await State("/truces/T1?known-by=2031-03-11T00:00Z"), StringComparison.Ordinal);
        Assert.StartsWith("Ended 2031-03-31", await State("/truces/T1?known-by=2031-04-11T00:00Z"), StringComparison.Ordinal);
        Assert.StartsWith("In force: 2031-03-01", await State("/truces/T1?recorded-at=340"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_leads_to_its_reports_and_these_to_their_entries()
    {
        var html = await served.Client.GetStringAsync("/incidents/I-east-desk-016", Stop);
        Assert.Contains("href=\"/reports/east-desk-016\"", html, StringComparison.Ordinal);
        var entry = System.Text.RegularExpressions.Regex.Match(html, "href=\"(/entries/\\d+)\"").Groups[1].Value;
        Assert.Contains("\"id\"", await served.Client.GetStringAsync(entry, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinates_stay_with_whoever_goes_on()
    {
        var html = XDocument.Parse((await served.Client.GetStringAsync("/?recorded-at=40", Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Contains(html.Descendants("a"), a => a.Attribute("href")!.Value == "/findings?recorded-at=40");
        Assert.Contains("as it stood at 40 entries", html.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/truces/T1")]
    [InlineData("/claims")]
    [InlineData("/incidents")]
    [InlineData("/findings?truce=T2")]
    public async Task A_page_says_how_it_is_cited_and_the_link_shows_the_same_for_good(string address)
    {
        var html = XDocument.Parse((await served.Client.GetStringAsync(address, Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var cite = html.Descendants("details").Single(d => d.Attribute("class")?.Value == "cite");
        var link = cite.Descendants("a").First();
        Assert.Equal(served.Address + link.Attribute("href")!.Value, link.Value);
        var kept = await served.Client.GetAsync(link.Value, Stop);
        Assert.NotNull(kept.Headers.CacheControl!.MaxAge);
        var then = XDocument.Parse((await kept.Content.ReadAsStringAsync(Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Equal(html.Descendants("main").Single().Element("h1")!.Value, then.Descendants("main").Single().Element("h1")!.Value);
        Assert.Contains(Holdfire.Record.RecordReader.Open(served.Folder).OrThrow().Log.Checkpoint.Root.ToString(), cite.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audited_claims_are_there_for_programs_too()
    {
        var html = XDocument.Parse((await served.Client.GetStringAsync("/claims", Stop)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var reviews = System.Text.Json.JsonDocument.Parse(html.Descendants("script").Single().Value).RootElement.GetProperty("@graph").EnumerateArray().ToList();
        Assert.NotEmpty(reviews);
        foreach (var review in reviews)
        {
            Assert.Equal("ClaimReview", review.GetProperty("@type").GetString());
            Assert.NotEmpty(review.GetProperty("reviewRating").GetProperty("alternateName").GetString()!);
            Assert.False(review.GetProperty("reviewRating").TryGetProperty("ratingValue", out _));
            Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync(review.GetProperty("url").GetString(), Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_searched_for_is_shown_as_text()
    {
        var text = await served.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"), Stop);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_reader_asks_changes_no_other_readers_page()
    {
        var size = Holdfire.Record.RecordReader.Open(served.Folder).OrThrow().Size;
        await served.Client.GetAsync($"/search?q=T1%0Arecorded-at={size}", Stop);
        Assert.DoesNotContain("0 found", await served.Client.GetStringAsync($"/search?q=T1&recorded-at={size}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync("/search?q=T1&q=T2", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("localhost", 200)]
    [InlineData("[::1]", 200)]
    public async Task A_server_of_this_machine_answers_to_its_names_alone(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = host;
        Assert.Equal(status, (int)(await served.Client.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task Requests_made_up_at_random_never_find_a_defect()
    {
        var paths = Pages.Concat(QueryCatalogue.All.Select(q => $"/api/v1/{q.Name.Replace(' ', '/')}"))
            .Concat(["/record/checkpoint", "/record/tile/0/000", "/record/%00", "/%2e%2e/%2e%2e/etc/passwd", "/reports/%ff", "/healthz", "/api/v1/"]).ToArray();
        var names = QueryCatalogue.All.SelectMany(q => q.Options).Select(o => o.Name.TrimStart('-')).Concat(["recorded-at", "known-by", "as-of", "f", "q", ""]).Distinct().ToArray();
        string[] values = ["", "1", "40", "-1", "T1", "2031-03-05", "2031-03-05T00:00Z", "9999-12-31T23:59:59Z", "true", "attack", "json", "csv", "geojson", "day", "\u202e", "%", "a b"];
        var request = Gen.Select(Gen.Int[0, paths.Length - 1], Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, values.Length - 1]).Array[0, 3]);
        foreach (var (pathIndex, chosen) in request.Array[300].Generate(new PCG(17), null, out _))
        {
            var path = paths[pathIndex];
            var pairs = chosen.Select(c => (names[c.Item1], values[c.Item2]));
            var address = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") +
                string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Item1)}={Uri.EscapeDataString(p.Item2)}"));
            var response = await served.Client.GetAsync(address, Stop);
            Assert.True((int)response.StatusCode < 500, $"{address}: {response.StatusCode}");
        }

        Assert.Empty(served.Told);
    }
}
