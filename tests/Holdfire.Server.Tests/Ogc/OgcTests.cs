using System.Net;
using System.Text.Json;
using Holdfire.Places;
using NetTopologySuite.Geometries;

namespace Holdfire.Server.Tests.Ogc;

/// <summary>OGC API – Features, by the abstract tests of its parts: 17-069r4 annex A (core, GeoJSON), 18-058r1 annex A (CRS), 19-079r2 annex A (filter).</summary>
public sealed class OgcTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private const string Items = "/ogc/collections/incidents/items";
    private static readonly string[] Collections = ["incidents", "reports", "findings", "regional-counts"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> EachCollection => [.. Collections];

    [Fact]
    public async Task Part_1_A_3_and_A_4_The_landing_page_leads_to_description_conformance_and_data()
    {
        var landing = await Get("/ogc");
        foreach (var (relation, type) in new[] { ("service-desc", "application/vnd.oai.openapi+json;version=3.0"), ("conformance", "application/json"), ("data", "application/json") })
        {
            var link = Assert.Single(Links(landing), l => l.GetProperty("rel").GetString() == relation);
            Assert.Equal(type, link.GetProperty("type").GetString());
            Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync(link.GetProperty("href").GetString(), Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Part_1_A_5_and_A_6_The_description_is_OpenAPI_3_0_and_declares_every_parameter()
    {
        var api = await Get("/ogc/api");
        Assert.Equal("3.0.3", api.GetProperty("openapi").GetString());
        foreach (var id in Collections)
        {
            var parameters = api.GetProperty("paths").GetProperty($"/collections/{id}/items").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();
            var limit = parameters.Single(p => p.GetProperty("name").GetString() == "limit");
            Assert.Equal(1000, limit.GetProperty("schema").GetProperty("default").GetInt32());
            Assert.Equal(("form", false), (limit.GetProperty("style").GetString()!, limit.GetProperty("explode").GetBoolean()));
            foreach (var name in new[] { "bbox", "datetime", "bbox-crs", "crs", "filter", "filter-lang", "filter-crs", "offset" })
            {
                Assert.Contains(parameters, p => p.GetProperty("name").GetString() == name);
            }
        }
    }

    [Fact]
    public async Task Part_1_A_8_Conformance_names_what_is_tested_here()
    {
        var classes = (await Get("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter", classes);
        Assert.Contains("http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2", classes);
    }

    [Fact]
    public async Task Part_1_A_9_to_A_11_Collections_and_each_of_them_say_the_same()
    {
        var all = (await Get("/ogc/collections")).GetProperty("collections").EnumerateArray().ToList();
        Assert.Equal(Collections, all.Select(c => c.GetProperty("id").GetString()));
        foreach (var collection in all)
        {
            var alone = await Get($"/ogc/collections/{collection.GetProperty("id").GetString()}");
            Assert.Equal(collection.GetRawText().Replace(" ", "", StringComparison.Ordinal), alone.GetRawText().Replace(" ", "", StringComparison.Ordinal));
            Assert.Equal("application/geo+json", Links(alone).Single(l => l.GetProperty("rel").GetString() == "items").GetProperty("type").GetString());
            Assert.Equal(4, alone.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].GetArrayLength());
        }
    }

    [Theory]
    [MemberData(nameof(EachCollection))]
    public async Task Part_1_A_14_A_23_and_A_24_Pages_make_up_the_collection_and_count_right(string id)
    {
        var whole = await Get($"/ogc/collections/{id}/items?limit=10000");
        var matched = whole.GetProperty("numberMatched").GetInt32();
        Assert.Equal(matched, whole.GetProperty("features").GetArrayLength());
        Assert.Equal(matched, whole.GetProperty("numberReturned").GetInt32());
        var (ids, next) = (new List<string>(), $"/ogc/collections/{id}/items?limit={(matched / 3) + 1}");
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages < 4);
            var page = await Get(next);
            Assert.Equal(matched, page.GetProperty("numberMatched").GetInt32());
            ids.AddRange(page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!));
            next = Links(page).Where(l => l.GetProperty("rel").GetString() == "next").Select(l => l.GetProperty("href").GetString()).SingleOrDefault();
        }

        Assert.Equal(whole.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Part_1_A_15_and_A_16_A_box_takes_what_meets_it_and_nothing_else()
    {
        var all = Features(await Get($"{Items}?limit=10000"));
        var box = new Envelope(-20.25, -19.95, -30.2, -29.9);
        var inside = Features(await Get($"{Items}?limit=10000&bbox=-20.25,-30.2,-19.95,-29.9")).Select(IdOf).ToHashSet();
        Assert.InRange(inside.Count, 1, all.Count - 1);
        Assert.All(all, f => Assert.Equal(inside.Contains(IdOf(f)), ShapeOf(f)?.Intersects(new GeometryFactory().ToGeometry(box)) ?? false));
        Assert.Equal(inside.Count, (await Get($"{Items}?bbox=-20.25,-30.2,0,-19.95,-29.9,100")).GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("bbox=170,-40,-10,-20", true)]
    [InlineData("bbox=170,-40,-170,-20", false)]
    public async Task Part_1_A_16_A_box_may_cross_the_180th_meridian(string parameter, bool finds) =>
        Assert.Equal(finds, (await Get($"{Items}?{parameter}")).GetProperty("numberMatched").GetInt32() > 0);

    [Fact]
    public async Task Part_1_A_17_A_limit_is_kept_and_one_above_the_most_is_the_most()
    {
        Assert.Equal(3, (await Get($"{Items}?limit=3")).GetProperty("features").GetArrayLength());
        Assert.True((await Get($"{Items}?limit=99999")).GetProperty("numberReturned").GetInt32() <= 10_000);
    }

    [Fact]
    public async Task Part_1_A_19_Times_take_what_may_have_been_then()
    {
        var all = Features(await Get($"{Items}?limit=10000"));
        var then = Features(await Get($"{Items}?limit=10000&datetime=2031-03-10T00:00:00Z/2031-03-12T00:00:00Z")).Select(IdOf).ToHashSet();
        Assert.InRange(then.Count, 1, all.Count - 1);
        Assert.All(all, f => Assert.Equal(then.Contains(IdOf(f)), MayBe(f, "2031-03-10T00:00:00Z", "2031-03-12T00:00:00Z")));
        Assert.Equal(all.Count, (await Get($"{Items}?datetime=../..")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(all.Count, (await Get($"{Items}?datetime=1900-01-01/9999-12-31")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(0, (await Get($"{Items}?datetime=1950-01-01")).GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("/items?nothing=1")]
    [InlineData("/items?limit=0")]
    [InlineData("/items?limit=ten")]
    [InlineData("/items?offset=-1")]
    [InlineData("/items?bbox=1,2,3")]
    [InlineData("/items?bbox=1,2,3,NaN")]
    [InlineData("/items?bbox=0,50,10,40")]
    [InlineData("/items?datetime=yesterday")]
    [InlineData("/items?datetime=2031-03-12T00:00:00Z/2031-03-10T00:00:00Z")]
    [InlineData("/items?crs=EPSG:9999")]
    [InlineData("/items?bbox=1,2,3,4&bbox-crs=none")]
    [InlineData("/items?filter=nothing%20=%203")]
    [InlineData("/items?filter=act%20=%203")]
    [InlineData("/items?filter=true&filter-lang=sql")]
    [InlineData("/items?filter-lang=cql2-json&filter=%7B%22op%22:%22=%22,%22args%22:[%7B%22property%22:%22act%22%7D,%22%5Cud800%22]%7D")]
    [InlineData("/items?filter-lang=cql2-json&filter=%7B%22op%22:%22%5Cudc00%22,%22args%22:[%7B%22property%22:%22act%22%7D,%22x%22]%7D")]
    [InlineData("/items?filter-lang=cql2-json&filter=%7B%22op%22:%22=%22,%22args%22:[%7B%22property%22:%22%5Cud800%22%7D,%22x%22]%7D")]
    [InlineData("/items?filter=S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)OR S_TOUCHES(geometry,geometry)")]
    [InlineData("/items?f=html")]
    [InlineData("/items?limit=1&limit=2")]
    [InlineData("?limit=1")]
    [InlineData("/items?recorded-at=0")]
    public async Task Part_1_A_20_and_A_21_Parameters_that_are_unknown_or_wrong_get_400(string address)
    {
        var response = await served.Client.GetAsync("/ogc/collections/incidents" + address, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/ogc/collections/none")]
    [InlineData("/ogc/collections/incidents/items/none")]
    [InlineData("/ogc/nothing")]
    [InlineData("/ogcx")]
    public async Task What_is_not_there_gets_404(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync(address, Stop)).StatusCode);

    [Theory]
    [MemberData(nameof(EachCollection))]
    public async Task Part_1_A_26_and_A_27_One_feature_is_as_it_is_in_the_collection(string id)
    {
        var first = Features(await Get($"/ogc/collections/{id}/items?limit=2"))[^1];
        var response = await served.Client.GetAsync($"/ogc/collections/{id}/items/{Uri.EscapeDataString(IdOf(first))}", Stop);
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        var alone = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(first.GetProperty("properties").GetRawText(), alone.GetProperty("properties").GetRawText());
        Assert.Equal(first.GetProperty("geometry").GetRawText(), alone.GetProperty("geometry").GetRawText());
        Assert.Contains(Links(alone), l => l.GetProperty("rel").GetString() == "collection");
    }

    [Fact]
    public async Task Part_2_A_1_to_A_3_Shapes_come_in_the_order_of_axes_of_the_system_that_is_asked_for()
    {
        var feature = Features(await Get($"{Items}?limit=1000")).First(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object);
        var (usual, id) = (FirstOf(feature), Uri.EscapeDataString(IdOf(feature)));
        foreach (var (crs, expected) in new (string, (double First, double Second))[]
        {
            ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", usual),
            ("http://www.opengis.net/def/crs/EPSG/0/4326", (usual.Second, usual.First)),
            ("http://www.opengis.net/def/crs/EPSG/0/3857", Mercator(usual)),
        })
        {
            var response = await served.Client.GetAsync($"{Items}/{id}?crs={Uri.EscapeDataString(crs)}", Stop);
            Assert.Equal($"<{crs}>", response.Headers.GetValues("Content-Crs").Single());
            var shape = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
            var (first, second) = FirstOf(shape);
            // Degrees have six decimals, which is a tenth of a metre; metres one.
            Assert.Equal(expected.First, first, 0.2);
            Assert.Equal(expected.Second, second, 0.2);
        }
    }

    [Fact]
    public async Task Part_2_A_5_A_box_means_the_same_in_every_system()
    {
        var expected = (await Get($"{Items}?bbox=-20.25,-30.2,-19.95,-29.9")).GetProperty("numberMatched").GetInt32();
        var (low, high) = (Mercator((-20.25, -30.2)), Mercator((-19.95, -29.9)));
        Assert.Equal(expected, await Matched("bbox=-30.2,-20.25,-29.9,-19.95&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326"));
        Assert.Equal(expected, await Matched(FormattableString.Invariant(
            $"bbox={low.First:R},{low.Second:R},{high.First:R},{high.Second:R}&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857")));
        Assert.Equal(expected, await Matched("filter=S_INTERSECTS(geometry,BBOX(-30.2,-20.25,-29.9,-19.95))&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326"));
    }

    [Theory]
    [MemberData(nameof(EachCollection))]
    public async Task Part_3_A_1_to_A_4_Queryables_are_the_properties_and_each_is_a_parameter(string id)
    {
        var queryables = await Get($"/ogc/collections/{id}/queryables");
        var names = queryables.GetProperty("properties").EnumerateObject().Select(p => p.Name).Where(n => n != "geometry").ToList();
        var first = Features(await Get($"/ogc/collections/{id}/items?limit=1"))[0].GetProperty("properties");
        Assert.Equal(names, first.EnumerateObject().Select(p => p.Name));
        foreach (var property in first.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            var found = await Get($"/ogc/collections/{id}/items?limit=10000&{property.Name}={Uri.EscapeDataString(property.Value.ToString().Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal))}");
            Assert.Contains(Features(found), f => f.GetProperty("properties").GetRawText() == first.GetRawText());
            Assert.All(Features(found), f => Assert.Equal(property.Value.GetRawText(), f.GetProperty("properties").GetProperty(property.Name).GetRawText()));
        }
    }

    [Fact]
    public async Task Part_3_A_6_to_A_11_Filters_in_both_forms_take_the_same_as_the_property()
    {
        var act = Features(await Get($"{Items}?limit=1"))[0].GetProperty("properties").GetProperty("act").GetString()!;
        var expected = await Matched($"act={act}");
        Assert.True(expected > 0);
        Assert.Equal(expected, await Matched($"filter={Uri.EscapeDataString($"act = '{act}'")}"));
        Assert.Equal(expected, await Matched("filter-lang=cql2-json&filter=" + Uri.EscapeDataString($$"""{"op":"=","args":[{"property":"act"},"{{act}}"]}""")));
        Assert.Equal(await Matched(""), expected + await Matched($"filter={Uri.EscapeDataString($"NOT act = '{act}'")}"));
    }

    [Fact]
    public async Task Links_to_pages_name_the_size_of_the_record_so_that_pages_fit_together()
    {
        var page = await Get($"{Items}?limit=5");
        Assert.All(Links(page).Where(l => l.GetProperty("rel").GetString() is "self" or "next"), l => Assert.Contains("recorded-at=", l.GetProperty("href").GetString()));
        var next = await served.Client.GetAsync(Links(page).Single(l => l.GetProperty("rel").GetString() == "next").GetProperty("href").GetString(), Stop);
        Assert.NotNull(next.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Places_that_are_areas_are_ground_and_never_a_point()
    {
        foreach (var feature in Features(await Get("/ogc/collections/reports/items?limit=10000")))
        {
            var properties = feature.GetProperty("properties");
            var point = properties.GetProperty("lat").ValueKind == JsonValueKind.Number;
            var isNear = point && properties.GetProperty("radius_km").GetDouble() <= PlaceShapes.PointWithinKm;
            Assert.Equal(isNear, feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } shape && shape.GetProperty("type").GetString() == "Point");
        }
    }

    private async Task<JsonElement> Get(string address)
    {
        var response = await served.Client.GetAsync(address, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<int> Matched(string parameters) => (await Get($"{Items}?{parameters}")).GetProperty("numberMatched").GetInt32();

    private static List<JsonElement> Links(JsonElement document) => [.. document.GetProperty("links").EnumerateArray()];

    private static List<JsonElement> Features(JsonElement page) => [.. page.GetProperty("features").EnumerateArray()];

    private static string IdOf(JsonElement feature) => feature.GetProperty("id").GetString()!;

    private static Geometry? ShapeOf(JsonElement feature) => feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } shape
        ? shape.GetProperty("type").GetString() switch
        {
            "Point" => new Point(Position(shape.GetProperty("coordinates"))),
            "Polygon" => Ground(shape.GetProperty("coordinates")),
            _ => new MultiPolygon([.. shape.GetProperty("coordinates").EnumerateArray().Select(Ground)]),
        }
        : null;

    private static Polygon Ground(JsonElement rings) => new(
        new LinearRing([.. rings[0].EnumerateArray().Select(Position)]), [.. rings.EnumerateArray().Skip(1).Select(r => new LinearRing([.. r.EnumerateArray().Select(Position)]))]);

    private static Coordinate Position(JsonElement at) => new(at[0].GetDouble(), at[1].GetDouble());

    private static bool MayBe(JsonElement feature, string from, string to)
    {
        var properties = feature.GetProperty("properties");
        return (properties.GetProperty("from").GetString() is not { } start || string.CompareOrdinal(start, to) <= 0)
            && (properties.GetProperty("to").GetString() is not { } end || string.CompareOrdinal(end, from) > 0);
    }

    // The first position of a shape of any kind.
    private static (double First, double Second) FirstOf(JsonElement feature)
    {
        var at = feature.GetProperty("geometry").GetProperty("coordinates");
        while (at[0].ValueKind == JsonValueKind.Array)
        {
            at = at[0];
        }

        return (at[0].GetDouble(), at[1].GetDouble());
    }

    // The formula of EPSG method 1024, written out once more.
    private static (double First, double Second) Mercator((double First, double Second) at) =>
        (at.First * 20037508.342789244 / 180, Math.Atanh(Math.Sin(at.Second * Math.PI / 180)) * 6378137);
}
