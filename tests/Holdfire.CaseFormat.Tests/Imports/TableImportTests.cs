using System.Text;
using Holdfire.Importers;
using Microsoft.Data.Sqlite;
using MiniExcelLibs;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Any table by a map: the samples of the field, and each kind of file.</summary>
public sealed class TableImportTests
{
    private const string Simple = """
        source: desk
        id_prefix: T-
        columns: {id: Nr, from: Day, act: Kind}
        values: {act: {Shelling: attack.shelling}}

        """;

    [Fact]
    public void YemenData_CountsAsItsMakersSay()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: ydp
            id_prefix: YDP-
            date_format: dd/MM/yyyy
            missing: ["-", unkn]
            columns: {id: Incident ID, from: Date, count: As_calc, target: Main category, areas: Governorate}
            constants: {act: attack.air, measure: occurred, unit: attack, alleged_actor: VE}
            values: {target: {Military_Security_Target: military, Civilian: other, Unknown: unknown}}
            areas: {Marl: OR-L}
            """);
        var summary = imported.Add("table", options, ("raids.csv", SharedData.Bytes("samples/yemen-data-project/air-raids-synthetic.csv")));
        Assert.Equal("4 = 4 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal(["1", "3", "some", "8"], imported.Load().Reports.Select(r => CountText.Format(r.Count)));
        Assert.Equal((2, 3), (imported.Report("YDP-4").Areas.Length + 1, imported.Load().Reports.Count(r => r.Areas.Length == 1)));
        Assert.Contains(summary.Warnings, w => w.StartsWith("Governorate 'Capital' (1 row)", StringComparison.Ordinal));
    }

    [Fact]
    public void Ushahidi_LeavesOutDraftsAndOtherSurveys_AndItsRowOfTags()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: crowd
            id_prefix: USH-
            zone: UTC
            columns: {id: Post ID, from: Incident date, published: Created (UTC), act: Category, lat: Location.lat, lon: Location.lon, narrative: Description}
            values: {act: {Shelling: attack.shelling}}
            lists: {act: ","}
            leave_out: {Post Status: [draft, archived], Survey: [Unstructured]}
            """);
        var summary = imported.Add("table", options, ("posts.csv", SharedData.Bytes("samples/ushahidi/export-synthetic.csv")));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + 2 + 0", InventedImport.Counted(summary));
        Assert.Equal(["Post Status 'draft'", "Survey 'Unstructured'"], summary.Counts.LeftOut.Keys);
        Assert.Equal("attack.shelling", imported.Report("USH-501").Act.Value);
    }

    [Fact]
    public void Bellingcat_MonthBeforeDay()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: osint
            date_format: MM/dd/yyyy
            columns: {id: id, from: date, lat: latitude, lon: longitude, narrative: [location, description]}
            constants: {act: attack, mode: recorded, radius_km: 0.2}
            """);
        Assert.Equal("2 = 2 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(
            imported.Add("table", options, ("civharm.json", SharedData.Bytes("samples/bellingcat/civharm-synthetic.json")))));
        Assert.Equal("2031-12-03", CivilText.Format(NodaTime.Instant.FromUnixTimeTicks(imported.Report("CIV9002").Window.Extent.Start.ToUnixTimeTicks()).InZone(WindowText.ZoneOf("Atlantic/South_Georgia")!).Date));
    }

    [Fact]
    public void EyesOnRussia_FeatureWithoutADayIsRejected()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: osint
            columns: {id: id, from: verifiedDate, areas: [district, province], reference: url, narrative: title}
            constants: {act: attack, precision: day, mode: recorded}
            """);
        var summary = imported.Add("table", options, ("events.geojson", SharedData.Bytes("samples/eyes-on-russia/events-synthetic.geojson")));
        Assert.Equal("2 = 1 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(summary));
        Assert.Equal(("OR-L", -30.0544), (imported.Report("UW90001").Areas.Single().Value, imported.Report("UW90001").Point!.Value.Centre.Latitude));
        Assert.Equal((2, "verifiedDate"), (summary.Rows[0].Line, summary.Rows[0].Column));
    }

    [Fact]
    public void GeoConfirmed_CsvAndKml()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: geo
            columns: {id: Id, from: Date, act: Origin, lat: Latitude, lon: Longitude, narrative: Description}
            values: {act: {UAV: attack.air.uav, PIC: left_out, Special: left_out}}   # a row without a day and one of a picture
            """);
        var csv = imported.Add("table", options, ("export.csv", SharedData.Bytes("samples/geoconfirmed/export-synthetic.csv")));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + 1 + 1", InventedImport.Counted(csv));

        var kml = imported.Map("""
            source: geo
            id_prefix: K-
            id_from: [name, description]
            date_format: dd MMM yyyy
            columns: {from: name, narrative: description}
            constants: {act: attack.air.uav.fpv}
            """);
        Assert.Equal("2 = 1 + 0 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("table", kml, ("doc.kml", SharedData.Bytes("samples/geoconfirmed/doc-synthetic.kml")))));
    }

    [Fact]
    public void Workbook_TakesDateCellsAsDates_AndRefusesNumbersForThem()
    {
        using var imported = new InventedImport();
        using var stream = new MemoryStream();
        stream.SaveAs(new[]
        {
            new Dictionary<string, object> { ["Nr"] = 1, ["Day"] = new DateTime(2031, 3, 10), ["Kind"] = "Shelling" },
            new Dictionary<string, object> { ["Nr"] = 2, ["Day"] = 45785, ["Kind"] = "Shelling" },
            new Dictionary<string, object> { ["Nr"] = 3, ["Day"] = "11.03.2031", ["Kind"] = "Shelling" },
        });
        var summary = imported.Add("table", imported.Map(Simple + "date_format: dd.MM.yyyy"), ("book.xlsx", stream.ToArray()));
        Assert.Equal("3 = 2 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(summary));
        Assert.Equal((3, "Day"), (summary.Rows[0].Line, summary.Rows[0].Column));

        // Given as CSV it is named.
        var refused = imported.Add("ucdp", null, ("book.csv", stream.ToArray()));
        Assert.Contains("this is a workbook", Assert.Single(refused.Rows).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void GeoPackage_IsReadByItsLayer()
    {
        var path = Path.Combine(Path.GetTempPath(), $"holdfire-{Guid.NewGuid():N}.gpkg");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                create table gpkg_contents (table_name text, data_type text, srs_id integer);
                create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
                insert into gpkg_contents values ('patrols', 'features', 4326);
                insert into gpkg_geometry_columns values ('patrols', 'geom', 4326);
                create table patrols (fid integer primary key, geom blob, Nr text, Day text, Kind text);
                insert into patrols values (1, x'47500001E6100000010100000000000000002C34C00000000000003EC0', '1', '2031-03-10', 'Shelling');
                """;
            command.ExecuteNonQuery();
        }

        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple), ("patrols.gpkg", File.ReadAllBytes(path)));
        File.Delete(path);
        Assert.Equal("1 = 1 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal((-30d, -20.171875), (imported.Report("T-1").Point!.Value.Centre.Latitude, imported.Report("T-1").Point!.Value.Centre.Longitude));
    }

    [Theory]
    [InlineData("Nr;Day;Kind\n1;2031-03-10;Shelling\n")]
    [InlineData("sep=;\r\nNr;Day;Kind\r\n1;2031-03-10;Shelling\r\n")]
    [InlineData("\uFEFFNr\tDay\tKind\r1\t2031-03-10\tShelling\r")]
    [InlineData("\"Nr\",Day,Kind,,\n#id,#date,#event,,\n1,2031-03-10,Shelling,,\n,,,,\n")]
    [InlineData("[{\"Nr\": 1, \"Day\": \"2031-03-10\", \"Kind\": \"Shelling\"}]")]
    public void Table_IsReadHoweverItIsWritten(string text)
    {
        using var imported = new InventedImport();
        Assert.Equal("1 = 1 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("table", imported.Map(Simple), ("t.csv", text))));
        Assert.Equal("attack.shelling", imported.Report("T-1").Act.Value);
    }

    [Fact]
    public void OtherEncoding_IsNamed_AndReadWhereTheMapSaysIt()
    {
        using var imported = new InventedImport();
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes("Nr,День,Kind\n1,2031-03-10,Shelling\n");
        Assert.Contains("windows-1251", imported.Add("table", imported.Map(Simple), ("t.csv", bytes)).Rows[0].Expected, StringComparison.Ordinal);
        var map = imported.Map(Simple.Replace("Day", "День", StringComparison.Ordinal) + "encoding: windows-1251");
        Assert.Equal("1 = 1 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("table", map, ("t.csv", bytes))));
    }

    [Theory]
    [InlineData("Nr,Day,Kind,Kind\n1,2031-03-10,Shelling,x\n", "two of that name")]
    [InlineData("Nr,day,Kind\n1,2031-03-10,Shelling\n", "'day'")]
    [InlineData("", "nothing")]
    public void Header_ThatCannotBeRead_KeepsAllOut(string text, string found)
    {
        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple), ("t.csv", text));
        Assert.True(summary.IsUnreadable);
        Assert.Equal(found, summary.Rows[0].Found);
    }

    [Theory]
    [InlineData("08/05/2031", "Day")]
    [InlineData("0025-05-08", "Day")]
    [InlineData("2205-05-08", "Day")]
    [InlineData("2031-02-30", "Day")]
    public void Date_IsNeverGuessed(string date, string column)
    {
        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple), ("t.csv", $"Nr,Day,Kind\n1,{date},Shelling\n"));
        Assert.Equal((1, column), (summary.Rejected, summary.Rows[0].Column));
    }

    [Theory]
    [InlineData("2031-03", "2031-03-01T02:00Z", "2031-04-01T02:00Z")]
    [InlineData("2031-03-10T20:40:00.000+03", "2031-03-10T17:40Z", "2031-03-10T17:41Z")]
    [InlineData("2031-03-10 24:00", "2031-03-11T02:00Z", "2031-03-11T02:01Z")]
    public void Time_IsAsExactAsItIsWritten(string date, string start, string end)
    {
        using var imported = new InventedImport();
        imported.Add("table", imported.Map(Simple), ("t.csv", $"Nr,Day,Kind\n1,{date},Shelling\n"));
        var extent = imported.Report("T-1").Window.Extent;
        Assert.Equal((start, end), (InstantText.Format(extent.Start), InstantText.Format(extent.End)));
    }

    [Theory]
    [InlineData("150+", "150..")]
    [InlineData("10-15", "10..15")]
    [InlineData("about 40", "~40")]
    [InlineData("3.0", "3")]
    [InlineData("at least 5", ">=5")]
    [InlineData("١٢", "12")]
    [InlineData("1,200", null)]
    [InlineData("3.5", null)]
    [InlineData("-99", null)]
    [InlineData("N/K", null)]
    public void Count_IsReadWhereItCanBeMeantInOneWay(string text, string? count) => Assert.Equal(count, CountWords.Of(text, null, '.'));

    [Fact]
    public void UnknownWords_AreToldOnceWithTheirRows()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple), ("t.csv", "Nr,Day,Kind\n1,2031-03-10,Raid\n2,2031-03-10,Raid\n3,2031-03-10,Shelling\n"));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + 0 + 2", InventedImport.Counted(summary));
        Assert.StartsWith("Kind 'Raid' (2 rows)", Assert.Single(summary.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Guess_OfTags_NamesColumns()
    {
        var text = MapGuess.Of(ImportFile.OfBytes("t.csv", SharedData.Bytes("samples/hdx-hxl/ucdp-ged-ukraine-hxl.csv")));
        Assert.Contains("from: \"date_start\"", text, StringComparison.Ordinal);
        Assert.Contains("lat: \"latitude\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"best\"", text.Split("# not used")[0], StringComparison.Ordinal);
    }
}
