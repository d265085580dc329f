using System.Globalization;
using System.Net;
using System.Text.Json;
using CsCheck;

namespace Holdfire.Server.Tests;

/// <summary>Requests made up from the server's own descriptions, right ones and wrong ones, never find a defect.</summary>
/// <remarks>HOLDFIRE_RANDOM_REQUESTS sets how many; the same number asks the same.</remarks>
public sealed class RandomRequestsTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private const int Usual = 400;

    // Values that are right somewhere, and such that break careless readers.
    private static readonly string[] Values =
    [
        "", "0", "1", "40", "-1", "99999999999999999999", "1e309", "NaN", "T1", "T2", "ORD", "hill-observer", "attack", "attack.shelling", "X-ORD-NORTH", "2031-03-10", "2031-02-30",
        "0001-01-01", "9999-12-31", "2031-03-05T00:00Z", "2031-03-05T00:00:00Z/..", "../..", "9999-12-31T23:59:59Z", "true", "false", "json", "csv", "geojson", "xlsx", "day", "week", "total", "phase",
        "UTC", "Europe/Zurich", "occurred", "launched", "item", "-30,-20", "-20.5,-30.5,-19.5,-29.5", "170,-40,-170,-20", "1,2,3", "http://www.opengis.net/def/crs/EPSG/0/3857",
        "act = 'attack'", "act LIKE '%' AND (NOT contested)", "S_INTERSECTS(geometry,BBOX(-21,-31,-19,-29))", "((((", "{\"op\":\"=\",\"args\":[{\"property\":\"act\"},1]}", "cql2-json", "cql2-text",
        "\u202e", "%", "a b", "'", "é", "<script>", "../../etc/passwd",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_gets_an_error_of_the_server()
    {
        var operations = await Operations();
        Assert.True(operations.Count > 30);
        var count = int.TryParse(Environment.GetEnvironmentVariable("HOLDFIRE_RANDOM_REQUESTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        var (statuses, random) = (new Dictionary<int, int>(), new PCG(8));
        for (var i = 0; i < count; i++)
        {
            var (path, parameters) = operations[(int)random.Next((uint)operations.Count)];
            var pairs = parameters.Where(_ => random.Next(4) == 0).Append(random.Next(30) == 0 ? (Name: "nothing", Of: []) : (Name: "", Of: [])).Where(p => p.Name.Length > 0)
                .Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(Value(p.Of, random))}");
            var address = $"{path.Replace("{featureId}", Uri.EscapeDataString("x" + Value([], random)), StringComparison.Ordinal)}?{string.Join('&', pairs)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = await served.Client.SendAsync(request, Stop);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"{address}: {status} {await response.Content.ReadAsStringAsync(Stop)}");
            if (status >= 400)
            {
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            }
        }

        Assert.Empty(served.Told);

        // Such requests are of use only where some are right.
        Assert.True(statuses.GetValueOrDefault((int)HttpStatusCode.OK) > count / 20, string.Join(", ", statuses));
    }

    // The addresses that are read by GET and end, with their parameters and the values that they name.
    private async Task<List<(string Path, List<(string Name, string[] Of)> Parameters)>> Operations()
    {
        var operations = new List<(string, List<(string, string[])>)>();
        foreach (var (document, root) in new[] { ("/api/v1/openapi.json", ""), ("/ogc/api", "/ogc") })
        {
            var paths = JsonDocument.Parse(await served.Client.GetStringAsync(document, Stop)).RootElement.GetProperty("paths");
            foreach (var path in paths.EnumerateObject().Where(p => p.Name != "/api/v1/events" && p.Value.TryGetProperty("get", out _)))
            {
                var parameters = path.Value.GetProperty("get").TryGetProperty("parameters", out var given) ? given.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query") : [];
                operations.Add((root + path.Name, [.. parameters.Select(p => (p.GetProperty("name").GetString()!, Named(p.GetProperty("schema"))))]));
            }
        }

        return operations;
    }

    private static string[] Named(JsonElement schema) => schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static string Value(string[] of, PCG random) =>
        of.Length > 0 && random.Next(5) > 0 ? of[random.Next((uint)of.Length)] : Values[random.Next((uint)Values.Length)];
}
