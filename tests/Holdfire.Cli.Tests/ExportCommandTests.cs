using System.Diagnostics;
using System.Text.Json;
using DuckDB.NET.Data;
using MiniExcelLibs;

namespace Holdfire.Cli.Tests;

/// <summary>Exports of an invented case of three reports, one of a source that may not be handed on.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-export-").FullName;

    public ExportCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(Case, "reports"));
        void Put(string file, string text) => File.WriteAllText(Path.Combine(Case, file), text);
        Put("case.yaml", "id: c\ntitle: The case\nzone: Asia/Beirut\ninvented: true\ncountries: [LB]\n");
        Put("parties.yaml", "- {id: A, name: A, role: party}\n- {id: B, name: B, role: party}\n");
        Put("sources.yaml", "- {id: s, name: Our post, kind: observer, grade: C, scope: LB}\n- {id: shut, name: Shut, kind: observer, grade: C, scope: LB, redistribution: \"no\"}\n");
        Put("truces.yaml", """
            - id: T1
              name: Truce
              announced: {from: 2030-01-01, to: 2030-01-01, zone: Asia/Beirut, precision: day}
              from: 2030-01-01T00:00
              to: 2030-02-01T00:00
              zone: Asia/Beirut
              in_force:
                - {party: A, from: 2030-01-01T00:00, to: 2030-02-01T00:00, zone: Asia/Beirut, precision: minute, basis: b, disputed: false}
                - {party: B, from: 2030-01-01T00:00, to: 2030-02-01T00:00, zone: Asia/Beirut, precision: minute, basis: b, disputed: false}
              prohibitions:
                - {id: P1, act: attack, areas: [LB], bound: [A, B], text: no attacks}

            """);
        Put("statements.yaml", "statements: []\n");
        Put("reports/a.csv", """
            id,source,published,from,to,zone,precision,act,measure,unit,count,areas,alleged_actor,killed,lat,lon,radius_km,reference,handling
            R1,s,2030-01-02T12:00Z,2030-01-02,2030-01-02,Asia/Beirut,day,attack.shelling,occurred,attack,2..,LB-JA,A,1..2,33.25,35.5,1,"=HYPERLINK(""x"")",public
            R2,s,,2030-01-03T10:00,2030-01-03T11:00,Asia/Beirut,minute,attack.air,occurred,attack,1,El Nabatieh,,,,,,,
            R3,shut,,2030-01-02,2030-01-02,Asia/Beirut,day,attack.shelling,occurred,attack,5,LB-JA,A,,33.25,35.5,1,secret,
            R4,s,,2030-01-05,2030-01-05,Asia/Beirut,day,attack.shelling,occurred,attack,7,LB-JA,A,,33.25,35.5,1,inside,mission

            """);
    }

    private string Case => Path.Combine(folder, "case");

    public void Dispose() => Directory.Delete(folder, true);

    // A correction may name another source: whatever was once of one that lets nobody hand it on stays out, with all that was said of it.
    [Theory]
    [InlineData("R2", "shut")]
    [InlineData("R3", "s")]
    public void Bundle_OfAReportThatWasEverOfTheShutSource_HoldsNoneOfItsVersions(string id, string source)
    {
        var (record, zip, file) = (Path.Combine(folder, "record"), Path.Combine(folder, "b.zip"), Path.Combine(folder, "r.yaml"));
        Assert.Equal(0, Cli.Run("record", "init", record, "--origin", "records.example/handed-on").ExitCode);
        Assert.Equal(0, Cli.Run("import", "case", Case, "--record", record).ExitCode);
        File.WriteAllText(file, $"id: {id}\nsource: {source}\nfrom: 2030-01-03\nto: 2030-01-03\nzone: Asia/Beirut\nprecision: day\nact: attack.air\nmeasure: occurred\nunit: attack\ncount: 3\nareas: LB-NA\nreference: RESTRICTED WORDS\n");
        var corrected = Cli.Run("record", "append", record, "--corrects", id, "--reason", "another source", "--file", file);
        Assert.True(corrected.ExitCode == 0, corrected.Error);
        var made = Cli.Run("bundle", "create", "--record", record, "--out", zip, "--", "counts", "--source", "s", "--act", "attack", "--measure", "occurred", "--from", "2030-01-01", "--to", "2030-01-10", "--by", "day");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(7, Cli.Run("bundle", "verify", zip).ExitCode);
        using var archive = System.IO.Compression.ZipFile.OpenRead(zip);
        foreach (var part in archive.Entries)
        {
            using var reader = new StreamReader(part.Open());
            var text = reader.ReadToEnd();
            Assert.DoesNotContain("RESTRICTED WORDS", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"id\":\"{id}\"", text, StringComparison.Ordinal);
        }

        var refused = Cli.Run("bundle", "create", "--record", record, "--out", Path.Combine(folder, "c.zip"), "--report", id);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("redistribution: no", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Csv_HasEachClaimWithFormulasDefusedAndTheShutSourceLeftOut()
    {
        var (run, file) = Export("csv", "reports.csv");
        var lines = File.ReadAllLines(file);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("id,source,source_name,source_party,published,from,to,", lines[0], StringComparison.Ordinal);

        // The second of January in Beirut, two hours ahead of UTC in winter.
        Assert.StartsWith("R1,s,Our post,,2030-01-02T12:00:00Z,2030-01-01T22:00:00Z,2030-01-02T22:00:00Z,Asia/Beirut,day,attack.shelling,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",occurred,attack,2,,LB-JA,33.25,35.5,1,A,no,,1,2,", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.Contains("LB-NA", lines[2], StringComparison.Ordinal);
        Assert.Contains("1 reports of shut, which may not be handed on", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 reports of handling mission", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("INVENTED: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Hxl_HasTagsInTheSecondRow()
    {
        var lines = File.ReadAllLines(Export("hxl", "reports.csv").File);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[1].Split(','), tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        Assert.Equal(lines[0].Split(',').Length, lines[1].Split(',').Length);
    }

    [Fact]
    public void Export_GeoJson_HasLongitudeFirstAndNullWithoutAPoint()
    {
        var features = JsonDocument.Parse(File.ReadAllText(Export("geojson", "r.geojson").File)).RootElement.GetProperty("features");
        Assert.Equal(2, features.GetArrayLength());
        Assert.Equal([35.5, 33.25], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()));
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
        Assert.Equal(2, features[0].GetProperty("properties").GetProperty("count_min").GetInt64());
        Assert.Equal(JsonValueKind.Null, features[0].GetProperty("properties").GetProperty("count_max").ValueKind);
    }

    [Theory]
    [InlineData("reports", 2, 1)]
    [InlineData("incidents", 2, 2)]
    [InlineData("findings", 2, 1)]
    public void Export_GeoParquet_IsReadByDuckDb(string rows, int count, int points)
    {
        var file = Export("geoparquet", "r.parquet", "--of", rows).File;
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Assert.Equal((long)count, Scalar(connection, $"select count(*) from read_parquet('{file}')"));
        Assert.Equal((long)points, Scalar(connection, $"select count(geometry) from read_parquet('{file}')"));
        Assert.Contains("\"primary_column\":\"geometry\"", (string)Scalar(connection, $"select decode(value) from parquet_kv_metadata('{file}') where decode(key) = 'geo'"), StringComparison.Ordinal);
        if (rows == "reports")
        {
            Assert.Equal("2030-01-01 22:00:00", Scalar(connection, $"select strftime(\"from\" at time zone 'UTC', '%Y-%m-%d %H:%M:%S') from read_parquet('{file}') where id = 'R1'"));
        }
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("findings")]
    public void Export_GeoPackage_OpensInGdal(string rows)
    {
        var file = Export("geopackage", "r.gpkg", "--of", rows).File;
        var info = Gdal("-so", file, rows);
        Assert.Contains("Feature Count: 2", info, StringComparison.Ordinal);
        Assert.Contains("Geometry: Point", info, StringComparison.Ordinal);
        Assert.Contains("Extent: (35.500000, 33.250000) - (35.500000, 33.250000)", info, StringComparison.Ordinal);
        Assert.Contains("WGS 84", info, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", info, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Workbook_HasTypedCellsAndNoFormula()
    {
        var file = Export("xlsx", "r.xlsx").File;
        var rows = MiniExcel.Query(file, useHeaderRow: true, sheetName: "reports").Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(2.0, rows[0]["count_min"]);
        Assert.Equal(new DateTime(2030, 1, 1, 22, 0, 0), rows[0]["from"]);
        Assert.Equal("=HYPERLINK(\"x\")", rows[0]["reference"]);
        Assert.Equal(37, MiniExcel.Query(file, useHeaderRow: true, sheetName: "columns").Count());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("hxl")]
    [InlineData("geojson")]
    [InlineData("geopackage")]
    [InlineData("geoparquet")]
    public void Export_ByAnotherProcess_GivesTheSameBytes(string format)
    {
        var other = Path.Combine(folder, "other");
        var run = Cli.RunProcess("export", format, "--case", Case, "--out", other);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(File.ReadAllBytes(Export(format, "one").File), File.ReadAllBytes(other));
    }

    [Fact]
    public void Export_DataPackage_NamesColumnsTermsCoordinatesAndWhatIsLeftOut()
    {
        Export("csv", "reports.csv", "--licence", "CC-BY-4.0", "--known-by", "2030-01-31T00:00Z");
        Export("csv", "reports.csv", "--licence", "CC-BY-4.0", "--known-by", "2030-01-31T00:00Z");
        Export("csv", "findings.csv", "--of", "findings");
        var resources = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json"))).RootElement.GetProperty("resources");
        Assert.Equal(["reports.csv", "findings.csv"], resources.EnumerateArray().Select(r => r.GetProperty("path").GetString()));
        Assert.Equal("CC-BY-4.0", resources[0].GetProperty("licenses")[0].GetProperty("name").GetString());
        Assert.Equal("2030-01-31T00:00:00Z", resources[0].GetProperty("coordinates").GetProperty("known_by").GetString());
        Assert.Equal(1, resources[0].GetProperty("left_out").GetProperty("shut").GetInt32());
        Assert.Equal(
            File.ReadLines(Path.Combine(folder, "reports.csv")).First().Split(','),
            resources[0].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
    }

    [Fact]
    public void Export_BesideAnotherDataPackage_IsRefusedAndWritesNothing()
    {
        File.WriteAllText(Path.Combine(folder, "datapackage.json"), "{\"name\":\"mine\"}");
        var run = Cli.Run("export", "csv", "--case", Case, "--out", Path.Combine(folder, "a.csv"));
        Assert.Equal(2, run.ExitCode);
        Assert.False(File.Exists(Path.Combine(folder, "a.csv")));
    }

    [Theory]
    [InlineData("pdf", "reports", "FORMAT: expected one of csv")]
    [InlineData("csv", "claims", "--of: expected one of reports")]
    public void Export_OfWhatIsNot_IsOneClearLine(string format, string rows, string says)
    {
        var run = Cli.Run("export", format, "--case", Case, "--of", rows, "--out", Path.Combine(folder, "a"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private (CliRun Run, string File) Export(string format, string name, params string[] more)
    {
        var file = Path.Combine(folder, name);
        var run = Cli.Run(["export", format, "--case", Case, "--out", file, .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        return (run, file);
    }

    private static object Scalar(DuckDBConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()!;
    }

    private static string Gdal(params string[] arguments)
    {
        var start = new ProcessStartInfo("ogrinfo") { RedirectStandardOutput = true, RedirectStandardError = true };
        arguments.ToList().ForEach(start.ArgumentList.Add);
        try
        {
            using var run = Process.Start(start)!;
            return run.StandardOutput.ReadToEnd() + run.StandardError.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ogrinfo of gdal-bin is not installed");
            return "";
        }
    }
}
