using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Holdfire.Server.Tests.Ogc;

/// <summary>What clients that nobody here wrote read: Debian's GDAL and OWSLib.</summary>
public sealed partial class ClientTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private const string Python = "/usr/bin/python3";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("incidents", "")]
    [InlineData("reports", "")]
    [InlineData("findings", "")]
    [InlineData("regional-counts", "")]
    [InlineData("incidents", "bbox=-20.25,-30.2,-19.95,-29.9")]
    [InlineData("reports", "source=hill-observer")]
    public async Task Gdal_reads_every_feature(string collection, string parameters)
    {
        var expected = JsonDocument.Parse(await served.Client.GetStringAsync($"/ogc/collections/{collection}/items?{parameters}", Stop)).RootElement.GetProperty("numberMatched").GetInt32();
        string[] choice = parameters.Split('=') switch
        {
            ["bbox", var box] => ["-spat", .. box.Split(',')],
            [{ Length: > 0 } name, var value] => ["-where", $"{name}='{value}'"],
            _ => [],
        };
        var folder = Directory.CreateTempSubdirectory("holdfire-gdal-");
        try
        {
            var file = Path.Combine(folder.FullName, "out.geojson");
            await Run("/usr/bin/ogr2ogr", ["-f", "GeoJSON", file, $"OAPIF:{served.Address}/ogc", collection, "-oo", "PAGE_SIZE=100", .. choice]);
            var read = JsonDocument.Parse(await File.ReadAllTextAsync(file, Stop)).RootElement.GetProperty("features");
            Assert.True(expected > 0);
            Assert.Equal(expected, read.GetArrayLength());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Gdal_lists_the_collections_with_their_columns()
    {
        var list = await Run("/usr/bin/ogrinfo", ["-ro", $"OAPIF:{served.Address}/ogc"]);
        Assert.All(new[] { "incidents", "reports", "findings", "regional-counts" }, c => Assert.Contains(c, list, StringComparison.Ordinal));
        var one = await Run("/usr/bin/ogrinfo", ["-ro", "-so", "-oo", "PAGE_SIZE=1000", $"OAPIF:{served.Address}/ogc", "incidents"]);
        var count = int.Parse(Count().Match(one).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(JsonDocument.Parse(await served.Client.GetStringAsync("/ogc/collections/incidents/items?limit=1", Stop)).RootElement.GetProperty("numberMatched").GetInt32(), count);
        Assert.Contains("probability: Real", one, StringComparison.Ordinal);
        Assert.Contains("from: DateTime", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owslib_reads_pages_features_and_queryables()
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/python3/dist-packages/owslib"), "needs python3-owslib; ./test installs it where apt-get can");
        var read = JsonDocument.Parse(await Run(Python, [Path.Combine(Repository.Root, "tests", "interop", "owslib", "features.py"), $"{served.Address}/ogc"])).RootElement;
        Assert.Equal(["incidents", "reports", "findings", "regional-counts"], read.GetProperty("collections").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal((5, true, "3.0.3"), (read.GetProperty("returned").GetInt32(), read.GetProperty("same").GetBoolean(), read.GetProperty("openapi").GetString()!));
        Assert.Contains("probability", read.GetProperty("queryables").EnumerateArray().Select(q => q.GetString()));
        Assert.InRange(read.GetProperty("boxed").GetInt32(), 1, read.GetProperty("matched").GetInt32() - 1);
    }

    [Theory]
    [InlineData("/usr/bin/Rscript", "/usr/lib/R/site-library/sf", "r/features.R")]
    [InlineData("/usr/bin/python3", "/usr/lib/python3/dist-packages/qgis", "qgis/features.py")]
    public async Task R_and_Qgis_read_every_feature(string program, string package, string script)
    {
        Assert.SkipUnless(Directory.Exists(package), $"{package} is absent: Debian's r-cran-sf and python3-qgis are not installed for the tests");
        var read = (await Run(program, [Path.Combine(Repository.Root, "tests", "interop", script), $"{served.Address}/ogc"])).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length == 2 && int.TryParse(l[1], out _)).ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture));
        foreach (var name in new[] { "incidents", "reports", "findings", "regional-counts" })
        {
            Assert.Equal(await Matched($"{name}/items?limit=1"), read[name]);
        }

        if (read.TryGetValue("act=attack.shelling", out var filtered))
        {
            Assert.Equal(await Matched("incidents/items?limit=1&act=attack.shelling"), filtered);
        }
    }

    private async Task<int> Matched(string address) =>
        JsonDocument.Parse(await served.Client.GetStringAsync($"/ogc/collections/{address}", Stop)).RootElement.GetProperty("numberMatched").GetInt32();

    private static async Task<string> Run(string program, string[] arguments)
    {
        Assert.SkipUnless(File.Exists(program), $"{program} is absent; ./test installs it where apt-get can");
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = run.StandardError.ReadToEndAsync(Stop);
        var output = await run.StandardOutput.ReadToEndAsync(Stop);
        await run.WaitForExitAsync(Stop);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error} {output}");
        return output;
    }

    [GeneratedRegex("Feature Count: ([0-9]+)")]
    private static partial Regex Count();
}
