using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Holdfire.Record.Entries;
using Holdfire.Views;

namespace Holdfire.Server.Tests.Audiences;

/// <summary>
/// What somebody may not see changes no byte of any answer to that one: each address of the API, of the OGC API and of the site, and the stream of
/// events, for five roles, with the others' sealed entries as they are, changed, and never made.
/// </summary>
/// <remarks>
/// The addresses come from the server's own descriptions and from the links of its pages, so that a new one is in by itself. The one exception
/// is the log's size and root: entries that say nothing keep the size the same here, and what is made of the root is masked.
/// </remarks>
public sealed partial class LeakTests : IAsyncLifetime
{
    private static readonly SealedItem[] Items =
    [
        new("party:UP", EntryKind.Report, SealedItem.Report("U-1", 3)),
        new("party:LO", EntryKind.Report, SealedItem.Report("L-1", 4)),
        new("mission", EntryKind.Report, SealedItem.Report("M-1", 5)),
        new("named:anna", EntryKind.Report, SealedItem.Report("N-anna", 6)),
        new("named:dora", EntryKind.Report, SealedItem.Report("N-dora", 7)),
        new("party:LO", EntryKind.Source, SealedItem.Json("""{"id":"LO-staff","name":"Staff of Lowland","party":"LO","kind":"party_organ","grade":"C","scope":"X-LOWER"}""")),
        new("party:UP", EntryKind.Correction, SealedItem.Json(
            $$"""{"of":"@B-2","kind":"report","item":{{Encoding.UTF8.GetString(SealedItem.Report("B-2", 8))}},"reason":"Upland says so"}""")),
        new("mission", EntryKind.Withdrawal, SealedItem.Json("""{"of":"@W-1","reason":"not seen after all","published":"2032-07-05T08:00Z"}""")),
        new("named:anna", EntryKind.Restriction, SealedItem.Json(
            """{"id":"X-anna","source":"mission","kind":"movement","from":"2032-05-03T10:00","to":"2032-05-03T13:00","zone":"Asia/Beirut","precision":"minute","areas":["X-MILL"],"by":"UP","basis":"patrol log"}""")),
        new("party:LO", EntryKind.Statement, SealedItem.Json(
            """{"id":"S-LO","document":"DOC1","kind":"accusation","form":"reported","speaker":"health","hearsay":"1","said":{"from":"2032-05-06T10:00","to":"2032-05-06T10:10","zone":"Asia/Beirut","precision":"minute"},"truces":["V1"],"paraphrase":"Words of S-LO alone"}""")),
    ];

    // Of the same kinds, where another would have to fit the rest; else a report beside the open ones.
    private static SealedItem Changed(SealedItem item, int place) => item with { Kind = EntryKind.Report, Content = SealedItem.Report($"C-{place}", 40 + place) };

    // Parameters that a question must have, by name.
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["act"] = "attack", ["measure"] = "occurred", ["from"] = "2032-05-01", ["to"] = "2032-05-31", ["date"] = "2032-05-02", ["ID"] = "B-2", ["ENTRY"] = "B-1", ["QUERY"] = "attack", ["TEXT"] = "Mill",
        ["claimant"] = "MI", ["truce"] = "V1", ["actor"] = "LO", ["source"] = "mission", ["area"] = "X-MILL", ["known-by"] = "2032-05-04T00:00Z", ["recorded-at"] = "30",
    };

    // What is hidden from some is asked for by name too.
    private static readonly string[] Hidden = ["U-1", "L-1", "M-1", "N-anna", "N-dora", "LO-staff", "S-LO", "C-1"];

    private SealedRecord all = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => all = await SealedRecord.Of(Items);

    public async ValueTask DisposeAsync() => await all.DisposeAsync();

    [Theory]
    [InlineData("public")]
    [InlineData("party:UP")]
    [InlineData("mission")]
    [InlineData("anna@mission")]
    [InlineData("dora@public")]
    public async Task No_byte_of_an_answer_tells_of_what_may_not_be_seen(string who)
    {
        var addresses = await Addresses(who);
        Assert.True(addresses.Count > 150, $"{addresses.Count} addresses");
        await using var changed = await SealedRecord.Of(For(who, Changed));
        await using var without = await SealedRecord.Of(For(who, (_, place) => SealedItem.Nothing(place)));
        var differing = (await Differing(who, addresses, changed)).Concat(await Differing(who, addresses, without)).ToList();
        Assert.True(differing.Count == 0, string.Join("\n\n", differing.Take(5)));

        var events = await Events(all, who);
        Assert.Equal(events, await Events(changed, who));
        Assert.Equal(events, await Events(without, who));
    }

    // What the test is worth: it finds a server that lets one role see a little more than it may.
    [Theory]
    [InlineData("public", "dora@public")]
    [InlineData("party:UP", "mission")]
    [InlineData("mission", "anna@mission")]
    public async Task A_server_that_leaks_is_found(string who, string seenAs)
    {
        var addresses = await Addresses(who);
        Assert.True(Audience.TryParse(seenAs, out var other));
        await using var leaky = await SealedRecord.Of(Items, _ => other);
        await using var without = await SealedRecord.Of(For(who, (_, place) => SealedItem.Nothing(place)));
        var found = 0;
        foreach (var address in addresses)
        {
            // The audience itself is printed, which alone would be found everywhere.
            var (seen, truth) = (await Ask(leaky, who, address), await Ask(without, who, address));
            found += seen.Replace(seenAs, who, StringComparison.Ordinal) == truth ? 0 : 1;
        }

        Assert.True(found > 10, $"{found} of {addresses.Count}");
        Assert.NotEqual(await Events(leaky, who), await Events(without, who));
    }

    [Theory]
    [InlineData("party:UP", "U-1")]
    [InlineData("party:LO", "L-1")]
    [InlineData("mission", "M-1")]
    [InlineData("anna@mission", "N-anna")]
    [InlineData("dora@public", "N-dora")]
    public async Task Whoever_may_see_it_sees_it_and_no_one_keeps_it_for_another(string who, string id)
    {
        using var response = await Send(all, who, $"/reports/{id}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"Words of {id} alone", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", response.Headers.Vary);
        Assert.Contains("Cookie", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains($"\"id\":\"{id}\"", await Events(all, who), StringComparison.Ordinal);

        using var ofThePublic = await Send(all, "public", "/");
        Assert.Contains("Authorization", ofThePublic.Headers.Vary);

        // A tag of one audience is never one of another's.
        using var other = await Send(all, "public", "/api/v1/truces");
        using var own = await Send(all, who, "/api/v1/truces");
        Assert.NotEqual(own.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_seen_are_refused_in_the_same_bytes()
    {
        foreach (var path in (string[])["/reports/", "/incidents/", "/statements/", "/api/v1/record/show?ENTRY=", "/api/v1/incidents/show?ID=", "/ogc/collections/reports/items/"])
        {
            foreach (var id in Hidden)
            {
                const string Nothing = "Q-0";
                var (hidden, unknown) = (await Ask(all, "public", path + id), await Ask(all, "public", path + Nothing));
                Assert.Equal(unknown.Replace(Nothing, "ID", StringComparison.Ordinal), hidden.Replace(id, "ID", StringComparison.Ordinal));
            }
        }
    }

    // The other side learns nothing by entering something under the same id.
    [Fact]
    public async Task An_open_entry_is_taken_whatever_is_sealed_under_its_id()
    {
        await using var other = await SealedRecord.Of(For("public", (_, place) => SealedItem.Nothing(place)));
        foreach (var served in (SealedRecord[])[all, other])
        {
            var entry = served.Report("L-1");
            using var response = await served.Client.PostAsync("/api/v1/entries", new ByteArrayContent(entry.Bytes.ToArray()) { Headers = { ContentType = new("application/json") } }, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        }
    }

    private static IEnumerable<SealedItem> For(string who, Func<SealedItem, int, SealedItem> replace)
    {
        Assert.True(Audience.TryParse(who, out var audience));
        return Items.Select((item, i) => AudienceLabel.TryParse(item.Label, out var label) && audience.MaySee(label) ? item : replace(item, i));
    }

    private async Task<List<string>> Differing(string who, IEnumerable<string> addresses, SealedRecord other)
    {
        var differing = new List<string>();
        foreach (var address in addresses)
        {
            var (one, two) = (await Ask(all, who, address), await Ask(other, who, address));
            if (one != two)
            {
                var at = Enumerable.Range(0, Math.Min(one.Length, two.Length)).FirstOrDefault(i => one[i] != two[i], Math.Min(one.Length, two.Length));
                differing.Add($"{address}: {Around(one, at)} — {Around(two, at)}");
            }
        }

        return differing;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];

    // Everything that the server describes, with and without what a question must have, and everything that its pages lead to.
    private async Task<List<string>> Addresses(string who)
    {
        var found = new List<string> { "/healthz", "/readyz", "/api/v1/openapi.json", "/nothing", "/assets/site.css" };
        foreach (var (document, root) in new[] { ("/api/v1/openapi.json", ""), ("/ogc/api", "/ogc") })
        {
            using var text = JsonDocument.Parse(await Text(who, document));
            foreach (var path in text.RootElement.GetProperty("paths").EnumerateObject().Where(p => p.Name != "/api/v1/events" && p.Value.TryGetProperty("get", out _)))
            {
                found.AddRange(Asked(root + path.Name, path.Value.GetProperty("get")));
            }
        }

        // The tiles of the map over the mill, at each zoom.
        found.Add("/tiles/incidents/days");
        found.AddRange(Enumerable.Range(0, 13).SelectMany(zoom => (string[])[$"/tiles/incidents/{TileAt(zoom, 33.55, 35.55)}", $"/tiles/land/{TileAt(zoom, 33.55, 35.55)}"]));
        await AddPages(who, found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static string TileAt(int zoom, double latitude, double longitude)
    {
        var north = double.DegreesToRadians(latitude);
        var (x, y) = ((longitude + 180) / 360, (1 - (Math.Asinh(Math.Tan(north)) / Math.PI)) / 2);
        return FormattableString.Invariant($"{zoom}/{Math.Floor(x * (1 << zoom))}/{Math.Floor(y * (1 << zoom))}");
    }

    private static IEnumerable<string> Asked(string path, JsonElement operation)
    {
        foreach (var address in path.Contains("{featureId}", StringComparison.Ordinal) ? Hidden.Append("B-1").Select(id => path.Replace("{featureId}", id, StringComparison.Ordinal)) : [path])
        {
            var parameters = operation.TryGetProperty("parameters", out var given)
                ? given.EnumerateArray().Where(p => p.TryGetProperty("in", out var place) && place.GetString() == "query").ToArray() : [];
            var needed = parameters.Where(p => p.TryGetProperty("required", out var required) && required.GetBoolean()).Select(p => p.GetProperty("name").GetString()!).ToArray();
            string With(IEnumerable<(string Name, string Value)> more) => address + "?" + string.Join('&', needed.Where(n => more.All(m => m.Name != n)).Select(n => (Name: n, Value: Given.GetValueOrDefault(n, "1")))
                .Concat(more).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
            yield return address;
            yield return With([]);
            foreach (var parameter in parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                foreach (var value in ValuesOf(name, parameter))
                {
                    yield return With([(name, value)]);
                }
            }
        }
    }

    private static IEnumerable<string> ValuesOf(string name, JsonElement parameter) => name is "ID" or "ENTRY" ? Hidden.Append("40")
        : parameter.TryGetProperty("schema", out var schema) && schema.TryGetProperty("enum", out var values) ? values.EnumerateArray().Select(v => v.ToString())
        : [Given.GetValueOrDefault(name, "1")];

    // The pages, by their links; every page that is there is led to from one.
    private async Task AddPages(string who, List<string> found)
    {
        var (waiting, seen) = (new Queue<string>(["/", .. Hidden.Select(id => $"/reports/{id}"), .. Hidden.Select(id => $"/search?q={id}"), "/search?q=Words"]), new HashSet<string>(StringComparer.Ordinal));
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            found.Add(address);
            using var response = await Send(all, who, address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (Match link in Links().Matches(await response.Content.ReadAsStringAsync(Stop)))
            {
                var to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];

                // The log's own files are the exception. Languages change the words of a page and not what is in it; older states are as many again.
                if (to.StartsWith('/') && !to.StartsWith("/record/", StringComparison.Ordinal) && !to.Contains("lang=", StringComparison.Ordinal) && !to.Contains("recorded-at=", StringComparison.Ordinal))
                {
                    waiting.Enqueue(to);
                }
            }
        }
    }

    // Status, headers and body, without what is made of the root and of the server's own address.
    private static async Task<string> Ask(SealedRecord served, string who, string address)
    {
        using var response = await Send(served, who, address);
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Date" or "ETag" or "Content-Length")).OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var text = $"{(int)response.StatusCode}\n{(response.Headers.ETag is null ? "" : "ETag\n")}{string.Join('\n', headers)}\n\n{Body(await response.Content.ReadAsByteArrayAsync(Stop))}";
        // A cell of CSV that would begin with a plus has an apostrophe before it.
        foreach (var root in served.OfTheRoot.SelectMany(r => (string[])[$"'{r}", r, JavaScriptEncoder.Default.Encode(r), Uri.EscapeDataString(r), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(r))]))
        {
            text = text.Replace(root, "(root)", StringComparison.Ordinal);
        }

        // A root that begins like a formula has an apostrophe before it in a CSV.
        return text.Replace("'(root)", "(root)", StringComparison.Ordinal);
    }

    // A workbook is a zip, which bears the time at which it was written.
    private static string Body(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Where(e => e.FullName != "docProps/core.xml").Select(e => $"{e.FullName} {new StreamReader(e.Open()).ReadToEnd()}"));
    }

    private async Task<string> Text(string who, string address)
    {
        using var response = await Send(all, who, address);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private static Task<HttpResponseMessage> Send(SealedRecord served, string who, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "site.example";
        request.Headers.Add(SealedRecord.Who, who);
        return served.Client.SendAsync(request, Stop);
    }

    // All that was entered since the first entry, up to the last report, which everybody sees.
    private static async Task<string> Events(SealedRecord served, string who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Host = "site.example";
        request.Headers.Add(SealedRecord.Who, who);
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            text.Append(line).Append('\n');
            if (line.Contains($"\"id\":\"{SealedRecord.LastOpen}\"", StringComparison.Ordinal))
            {
                break;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Links();
}
