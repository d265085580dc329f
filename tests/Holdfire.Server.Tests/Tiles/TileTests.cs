using System.Diagnostics;
using System.Net;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.IO.VectorTiles.Mapbox;

namespace Holdfire.Server.Tests.Tiles;

/// <summary>The tiles of the map: every event with a place, the land, and what else there is to ask.</summary>
public sealed class TileTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tile_of_the_world_holds_every_event_that_has_a_place()
    {
        var events = (await Json("/api/v1/incidents")).GetProperty("incidents").EnumerateArray().ToList();
        var placed = events.Count(e => e.GetProperty("lat").ValueKind == JsonValueKind.Number || e.GetProperty("areas").GetArrayLength() > 0);
        var (points, grounds) = await Events("/tiles/incidents/0/0/0");
        var days = await Json("/tiles/incidents/days");
        var inGrounds = grounds.Sum(g => CountOf(days, g.Attributes));
        Assert.True(placed > 50);
        Assert.Equal(placed, points.Sum(p => Convert.ToInt32(p.Attributes["events"])) + inGrounds);
    }

    [Fact]
    public async Task A_filter_of_the_question_is_one_of_the_tiles()
    {
        var asked = (await Json("/api/v1/incidents?actor=ORD&from=2031-03-05&to=2031-03-06")).GetProperty("incidents").GetArrayLength();
        var days = await Json("/tiles/incidents/days?actor=ORD&from=2031-03-05&to=2031-03-06");
        var (points, grounds) = await Events("/tiles/incidents/0/0/0?actor=ORD&from=2031-03-05&to=2031-03-06");
        Assert.InRange(points.Sum(p => Convert.ToInt32(p.Attributes["events"])) + grounds.Sum(g => CountOf(days, g.Attributes)), 1, asked);
    }

    // Each event is in the four tiles below a tile as in the tile itself.
    [Fact]
    public async Task Tiles_of_a_finer_zoom_hold_what_the_coarser_does()
    {
        var world = (await Events("/tiles/incidents/0/0/0")).Points.Sum(p => Convert.ToInt32(p.Attributes["events"]));
        var keys = (await Events("/tiles/incidents/0/0/0")).Grounds.Select(g => g.Attributes["key"]).ToHashSet();
        var (below, keysBelow) = (0, new HashSet<object>());
        foreach (var (x, y) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            var (points, grounds) = await Events($"/tiles/incidents/1/{x}/{y}");
            below += points.Sum(p => Convert.ToInt32(p.Attributes["events"]));
            keysBelow.UnionWith(grounds.Select(g => g.Attributes["key"]));
        }

        // What lies in the margin of a tile is in its neighbour too.
        Assert.InRange(below, world, 2 * world);
        Assert.Equal(keys, keysBelow);
    }

    [Fact]
    public async Task Gdal_reads_the_land()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ogrinfo"), "needs gdal-bin; ./test installs it where apt-get can");
        var file = Path.Combine(Path.GetTempPath(), $"holdfire-{Guid.NewGuid():N}.mvt");
        try
        {
            await File.WriteAllBytesAsync(file, await served.Client.GetByteArrayAsync("/tiles/land/3/4/2", Stop), Stop);
            using var run = Process.Start(new ProcessStartInfo("/usr/bin/ogrinfo", ["-ro", "-so", file, "land"]) { RedirectStandardOutput = true })!;
            var said = await run.StandardOutput.ReadToEndAsync(Stop);
            Assert.Contains("Multi Polygon", said, StringComparison.Ordinal);
            Assert.Matches("Feature Count: [0-9]{2,}", said);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("/tiles/incidents/0/1/0", HttpStatusCode.NotFound)]
    [InlineData("/tiles/incidents/13/0/0", HttpStatusCode.NotFound)]
    [InlineData("/tiles/incidents/1/-1/0", HttpStatusCode.NotFound)]
    [InlineData("/tiles/incidents/99999999999/0/0", HttpStatusCode.NotFound)]
    [InlineData("/tiles/nothing/0/0/0", HttpStatusCode.NotFound)]
    [InlineData("/tiles/", HttpStatusCode.NotFound)]
    [InlineData("/tiles/incidents/0/0/0?actor=", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/incidents/0/0/0?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/incidents/days?recorded-at=99999999", HttpStatusCode.BadRequest)]
    public async Task A_wrong_address_gets_a_problem(string address, HttpStatusCode status)
    {
        var response = await served.Client.GetAsync(address, Stop);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_tile_at_a_size_is_kept_for_good_and_another_is_asked_for_again()
    {
        var size = (await Json("/api/v1/incidents")).GetProperty("coordinates").GetProperty("recorded_at").GetInt64();
        var kept = await served.Client.GetAsync($"/tiles/incidents/0/0/0?recorded-at={size}", Stop);
        Assert.Contains("immutable", kept.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/tiles/incidents/0/0/0");
        again.Headers.IfNoneMatch.Add((await served.Client.GetAsync("/tiles/incidents/0/0/0", Stop)).Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await served.Client.SendAsync(again, Stop)).StatusCode);
    }

    private async Task<(List<IFeature> Points, List<IFeature> Grounds)> Events(string address)
    {
        var path = address.Split('?')[0].Split('/')[^3..].Select(int.Parse).ToArray();
        using var bytes = new MemoryStream(await served.Client.GetByteArrayAsync(address, Stop));
        var tile = new MapboxTileReader().Read(bytes, new NetTopologySuite.IO.VectorTiles.Tiles.Tile(path[1], path[2], path[0]));
        List<IFeature> Of(string name) => [.. tile.Layers.FirstOrDefault(l => l.Name == name)?.Features ?? []];
        return (Of("points"), [.. Of("grounds"), .. Of("spots")]);
    }

    private async Task<JsonElement> Json(string address) => JsonDocument.Parse(await served.Client.GetStringAsync(address, Stop)).RootElement;

    private static int CountOf(JsonElement days, IAttributesTable ground) =>
        days.GetProperty("grounds")[Convert.ToInt32(ground["key"])].EnumerateArray().Where((_, i) => i % 3 == 2).Sum(n => n.GetInt32());
}
