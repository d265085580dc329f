using System.IO.Compression;
using System.Text;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Tables as people write them: degrees with minutes, words for numbers, zones behind times, days counted from 1904, files of another format.</summary>
public sealed class OddInputTests
{
    private const string Simple = "source: desk\nid_prefix: T-\ncolumns: {id: Nr, from: Day, act: Kind}\nvalues: {act: {Shelling: attack.shelling}}\n";

    [Theory]
    [InlineData("15.6", 'N', 15.6)]
    [InlineData("\u221215.6", 'N', -15.6)]
    [InlineData("15°36'00\"N", 'N', 15.6)]
    [InlineData("15 36 00 S", 'N', -15.6)]
    [InlineData("N 15° 36.6'", 'N', 15.61)]
    [InlineData("15°36′36″", 'N', 15.61)]
    [InlineData("-15°36'36\"", 'N', -15.61)]
    [InlineData("32.5 W", 'E', -32.5)]
    [InlineData("032°30.3' e", 'E', 32.505)]
    [InlineData("15.6°", 'N', 15.6)]
    [InlineData("32.5 E", 'N', null)]
    [InlineData("-15.6 S", 'N', null)]
    [InlineData("15 36", 'N', null)]
    [InlineData("15.6 36 N", 'N', null)]
    [InlineData("15 60 00 N", 'N', null)]
    [InlineData("153600N", 'N', null)]
    [InlineData("15,6", 'N', null)]
    [InlineData("NaN", 'N', null)]
    [InlineData("36PVC 48000 25000", 'N', null)]
    public void Degrees_AreReadWhereTheyCanBeMeantInOneWay(string text, char positive, double? degrees)
    {
        var read = DegreesText.Of(text, positive, '.');
        Assert.Equal(degrees is null, read is null);
        Assert.Equal(degrees ?? 0, read ?? 0, 1e-9);
    }

    [Theory]
    [InlineData("36PVC 48000 25000")]
    [InlineData("36N 448000 1725000")]
    [InlineData("1725000")]
    public void GridOfAnotherSystem_IsRefusedByItsName(string text) =>
        Assert.Contains("MGRS and UTM are not read", DegreesText.Expected(text, 90), StringComparison.Ordinal);

    [Theory]
    [InlineData("<5", null, "<=4")]
    [InlineData("fewer than 10", null, "<=9")]
    [InlineData("<0", null, null)]
    [InlineData("3 or 4", null, "3..4")]
    [InlineData("between 3 and 4", null, "3..4")]
    [InlineData("4-3", null, null)]
    [InlineData("1,200", ',', "1200")]
    [InlineData("1,200,000", ',', "1200000")]
    [InlineData("1,2", ',', null)]
    [InlineData("12,34", ',', null)]
    [InlineData("1234,567", ',', null)]
    [InlineData(",123", ',', null)]
    public void Count_ThatMayBeMeantInTwoWays_IsNone(string text, char? thousands, string? count) => Assert.Equal(count, CountWords.Of(text, thousands, '.'));

    [Fact]
    public void WordForANumber_IsSome_AndSaid()
    {
        using var imported = new InventedImport();
        var options = imported.Map(Simple.Replace("act: Kind}", "act: Kind, count: N}", StringComparison.Ordinal));
        var summary = imported.Add("table", options, ("t.csv", "Nr,Day,Kind,N\n1,2031-03-10,Shelling,several\n2,2031-03-10,Shelling,Several\n3,2031-03-10,Shelling,lots\n"));
        Assert.Equal("3 = 2 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(summary));
        Assert.Contains(summary.Warnings, w => w.StartsWith("N 'several'", StringComparison.Ordinal));
        Assert.Equal(1, imported.Report("T-1").Count.Min);
    }

    [Theory]
    [InlineData("2031-03-10T20:10+00:00", "Asia/Kolkata", "2031-03-10T20:10Z")]
    [InlineData("2031-03-10 20:10 UTC", "", "2031-03-10T20:10Z")]
    [InlineData("2031-03-10 20:10 UTC+2", "", "2031-03-10T18:10Z")]
    [InlineData("2031-03-10 20:10 GMT-03:30", "", "2031-03-10T23:40Z")]
    [InlineData("2031-03-10 20:10 Africa/Cairo", "", "2031-03-10T18:10Z")]
    [InlineData("2031-03-10 20:10", "Asia/Kolkata", "2031-03-10T14:40Z")]
    [InlineData("2031-03-10 20:10 EST", "", null)]
    [InlineData("2031-03-10 20:10 Mars/Base", "", null)]
    [InlineData("2031-03-10 UTC", "", null)]
    [InlineData("2031-11-02 01:30 America/New_York", "", null)]
    [InlineData("2031-03-10 20:10", "+03:00", null)]
    public void Time_IsOfItsOwnZone_WhateverTheZoneOfTheRow(string time, string zone, string? start)
    {
        using var imported = new InventedImport();
        var options = imported.Map(Simple.Replace("act: Kind}", "act: Kind, zone: TZ}", StringComparison.Ordinal));
        var summary = imported.Add("table", options, ("t.csv", $"Nr,Day,Kind,TZ\n1,{time},Shelling,{zone}\n"));
        Assert.Equal(start is null ? 1 : 0, summary.Rejected);
        Assert.Equal(start, start is null ? null : InstantText.Format(imported.Report("T-1").Window.Extent.Start));
    }

    [Theory]
    [InlineData("", "2031-03-20")]
    [InlineData("""<workbookPr date1904="1"/>""", "2031-03-20")]
    [InlineData("""<workbookPr date1904="true" codeName="x"/>""", "2031-03-20")]
    [InlineData("""<workbookPr date1904="0"/>""", "2031-03-20")]
    public void DateCell_IsTheSameDay_WhereverTheWorkbookCountsFrom(string properties, string day)
    {
        using var imported = new InventedImport();
        var isLater = properties.Contains("\"1\"", StringComparison.Ordinal) || properties.Contains("true", StringComparison.Ordinal);
        imported.Add("table", imported.Map(Simple), ("t.xlsx", Workbook(properties, isLater ? 46465 : 47927)));
        Assert.Equal(day, InstantText.Format(imported.Report("T-1").Window.Extent.Start)[..10]);
    }

    // Small as a file, and millions of cells to a library that takes it at its word.
    [Theory]
    [InlineData("""<dimension ref="A1:XFD1048576"/>""", "", "2000 columns")]
    [InlineData("", """<row r="1048576"></row>""", "10000 blank rows")]
    [InlineData("", """<row r="99999999999999999999"></row>""", "10000 blank rows")]
    [InlineData("", """<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>""", "2000 columns")]
    [InlineData("", "far", "mostly filled")]
    [InlineData("""<dimension ref="A1:BXX9"/>""", "blank", "mostly filled")]
    public void Workbook_ThatIsLargeInside_IsRefusedBeforeItIsRead(string dimension, string row, string expected)
    {
        using var imported = new InventedImport();
        row = row switch
        {
            // A few rows, each not very far from the one before.
            "far" => string.Concat(Enumerable.Range(1, 100).Select(i => $"""<row r="{i * 9_000}"><c r="A{i * 9_000}"><v>1</v></c><c r="BXX{i * 9_000}"><v>1</v></c></row>""")),
            "blank" => string.Concat(Enumerable.Repeat("<row/>", 20_000)),
            _ => row,
        };
        var summary = imported.Add("table", imported.Map(Simple), ("t.xlsx", Workbook("", 47927, dimension, row)));
        Assert.True(summary.IsUnreadable);
        Assert.Contains(expected, Assert.Single(summary.Rows).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_ThatUnpacksToMoreThanIsTaken_IsRefused()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple), ("t.xlsx", Workbook("", 47927, blankMiB: 1025)));
        Assert.True(summary.IsUnreadable);
        Assert.Contains("1024 MiB unpacked", Assert.Single(summary.Rows).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void EncodingOfTheMap_ThatIsNotThatOfTheFile_KeepsAllOut()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("table", imported.Map(Simple + "encoding: windows-1251\n"), ("t.csv", "Nr,Day,Kind\n1,2031-03-10,Обстріл\n"));
        Assert.True(summary.IsUnreadable);
        Assert.Contains("UTF-8", Assert.Single(summary.Rows).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acled", "id,type_of_violence,side_a,where_prec\n", "ucdp")]
    [InlineData("ucdp", "event_id_cnty,event_date,event_type\n", "acled")]
    [InlineData("kobo", "SubmissionDate,when,KEY\nx,y,z\n", "odk")]
    [InlineData("odk", "when,_uuid\nx,y\n", "kobo")]
    [InlineData("firms", "viina_version,event_id\n", "viina")]
    [InlineData("viina", "latitude,longitude,acq_date,acq_time\n", "firms")]
    [InlineData("eth-prio", "region,started_at,finished_at\n", "air-alerts")]
    [InlineData("telegram", "uniq_id,cf_dec_yr\n", "eth-prio")]
    [InlineData("kobo", "{\"id\":1,\"messages\":[]}", "telegram")]
    [InlineData("ru-mod", "id,window_start,launched,destroyed\n", "ua-air-force")]
    [InlineData("table", "id,bulletin,region_count\n", "ru-mod")]
    public void FileOfAnotherFormat_IsOneLineThatNamesIt(string asked, string text, string fits)
    {
        using var imported = new InventedImport();
        var options = asked == "table" ? imported.Map(Simple) : ImportOptions.None;
        var summary = imported.Add(asked, options, ("f", text));
        Assert.True(summary.IsUnreadable);
        Assert.EndsWith($"this looks like {fits}: holdfire import {fits}", summary.Rows[0].Found, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FormatFuzzTests.Formats), MemberType = typeof(FormatFuzzTests))]
    public void OrdinaryTable_IsRefusedInOneLine(string format)
    {
        using var imported = new InventedImport();
        var options = (format == "table" ? imported.Map("source: desk\ncolumns: {id: a, from: b, act: c, lat: d, lon: e}\n") : ImportOptions.None) with { Published = "2031-03-12T00:00Z" };
        var summary = imported.Add(format, options, ("f.csv", "No,Date,What,Where\n1,2031-03-10,x,y\n"));
        Assert.True(summary.IsUnreadable);
        Assert.True(Assert.Single(summary.Rows) is { Line: 1, Expected.Length: > 0, Found.Length: > 0 });
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("kobo")]
    [InlineData("odk")]
    public void FileThatHoldsNothingOfTheKind_IsNoEmptyImport(string format)
    {
        using var imported = new InventedImport();
        var summary = imported.Add(format, null, ("messages.html", "<html></html>"));
        Assert.True(summary.IsUnreadable);
        Assert.Equal("'messages.html'", Assert.Single(summary.Rows).Found);
    }

    [Theory]
    [InlineData("-30.05", "-20.17", -30.05)]
    [InlineData("30 03 00 S", "20°10'12\"W", -30.05)]
    [InlineData("95", "-20.17", null)]
    public void PointOfAForm_IsReadAsThatOfATable(string lat, string lon, double? latitude)
    {
        using var imported = new InventedImport();
        var summary = imported.Add("kobo", null, ("f.csv", $"when_from,act,_observer_latitude,_observer_longitude,_uuid\n2031-03-10T20:40+00:00,attack,{lat},\"{lon.Replace("\"", "\"\"", StringComparison.Ordinal)}\",u1\n"));
        Assert.Equal(latitude is null ? 1 : 0, summary.Rejected);
        Assert.Equal(latitude, latitude is null ? null : imported.Report("KOBO-u1").Point?.Centre.Latitude);
    }

    private static byte[] Workbook(string properties, int day, string dimension = "", string further = "", int blankMiB = 0)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string Package = "http://schemas.openxmlformats.org/package/2006";
            Put("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Put("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{properties}<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Put("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            Put("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            using (var part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open())
            {
                var blanks = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
                part.Write("""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>"""u8);
                for (var i = 0; i < blankMiB; i++)
                {
                    part.Write(blanks);
                }
            }

            string Text(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";
            Put("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}">{dimension}<sheetData><row>{Text("Nr")}{Text("Day")}{Text("Kind")}</row><row>{Text("1")}<c s="1"><v>{day}</v></c>{Text("Shelling")}</row>{further}</sheetData></worksheet>""");
        }

        return bytes.ToArray();
    }
}
