using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Record.Entries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class DetectionTests
{
    // An alert was on in the North from 01:12 to 03:40; a satellite passed at 02:05 and saw heat.
    private const string Rows = """
        id,source,kind,from,to,zone,precision,areas,lat,lon,radius_km,value,value_unit,supports,note
        D1,aa-army,alert,2030-01-01T01:12,2030-01-01T03:40,Europe/Zurich,minute,X-N,,,,,,,
        D2,aa-army,heat,2030-01-01T02:05,2030-01-01T02:05,Europe/Zurich,minute,,47.1,8.2,0.4,12.5,MW,R3;R1,nominal
        D3,aa-army,alert,2030-01-01T05:00,,Europe/Zurich,open_end,the north,,,,,,,end not known
        """;

    private const string Restrictions = """
        - {id: X1, source: aa-army, kind: sensor, from: 2030-01-01T08:00, to: 2030-01-01T16:00, zone: Europe/Zurich, precision: minute, areas: [North], act: attack.air, by: BB, basis: its log}
        """;

    [Fact]
    public void Load_DetectionsAndRestrictions_AreInTheCaseAndAreNoReports()
    {
        using var small = new SmallCase(Files());
        var load = CaseFolder.Load(small.Folder);

        Assert.Empty(load.Errors);
        var read = load.Case!;
        Assert.Equal(["D1", "D2", "D3"], read.Detections.Select(d => d.Id.Value));
        Assert.Equal(3, read.Reports.Length);
        var heat = read.Detections[1];
        Assert.Equal((DetectionKind.Heat, 12.5, "MW", new GeoCircle(new GeoPoint(47.1, 8.2), 0.4)), (heat.Kind, heat.Value!.Value, heat.ValueUnit, heat.Point!.Value));
        Assert.Equal([new ReportId("R3"), new ReportId("R1")], heat.Supports);
        Assert.Equal(Instant.FromUtc(2030, 1, 1, 2, 40), read.Detections[0].Window.Extent.End);
        var restriction = Assert.Single(read.Sources[0].Restrictions);
        Assert.Equal((RestrictionKind.Sensor, new PartyId("BB")), (restriction.Kind, restriction.By!.Value));
    }

    [Theory]
    [InlineData("kind,from", "sort,from", "one of the columns id,source,kind", "sort")]
    [InlineData("D1,aa-army,alert", "D1,aa-army,siren", "heat alert radar", "siren")]
    [InlineData("D1,aa-army", "D2,aa-army", "not in use", "D2")]
    [InlineData("D1,aa-army", "D1,radar", "the id of a known source", "radar")]
    [InlineData("R3;R1", "R3;R9", "the id of a known report", "R9")]
    [InlineData("12.5", "twelve", "a number", "twelve")]
    [InlineData("47.1,8.2", ",8.2", "lat and lon together", "nothing")]
    [InlineData("X-N,,,,,,,", "X-N,,,,,,", "15 fields", "14")]
    public void Load_AErrorInARow_IsNamedWithItsPlace(string old, string changed, string expected, string found)
    {
        var files = Files();
        files["detections/heat.csv"] = Rows.Replace(old, changed, StringComparison.Ordinal);
        using var small = new SmallCase(files);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Where == "detections/heat.csv" && f.Line > 0 &&
            f.Expected.Contains(expected, StringComparison.Ordinal) && f.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WhatWasRead_IsReadBackTheSame()
    {
        using var small = new SmallCase(Files());
        var read = CaseFolder.Load(small.Folder).Case!.Detections;
        var text = new StringWriter { NewLine = "\n" };
        DetectionWriter.Write(text, read);
        var files = Files();
        files["detections/heat.csv"] = text.ToString();
        using var again = new SmallCase(files);
        var back = CaseFolder.Load(again.Folder).Case!.Detections;
        Assert.Equal(read.SelectMany(DetectionWriter.Fields), back.SelectMany(DetectionWriter.Fields));
        Assert.Equal(read.Select(d => (d.Window, d.Point, d.Value)), back.Select(d => (d.Window, d.Point, d.Value)));
    }

    [Fact]
    public void Items_OfTheFolder_AreThoseOfTheTypedWriter()
    {
        using var small = new SmallCase(Files());
        var items = FolderItems.Read(small.Folder).Where(i => i.Kind is EntryKind.Detection or EntryKind.Restriction).ToList();
        Assert.Equal([EntryKind.Restriction, EntryKind.Detection, EntryKind.Detection, EntryKind.Detection], items.Select(i => i.Kind));
        Assert.Equal(
            """{"areas":["X-N"],"from":"2030-01-01T01:12","id":"D1","kind":"alert","precision":"minute","source":"aa-army","to":"2030-01-01T03:40","zone":"Europe/Zurich"}""",
            Encoding.UTF8.GetString(items[1].Content.Span));
        var heat = CaseFolder.Load(small.Folder).Case!.Detections[1];
        Assert.Equal(Encoding.UTF8.GetString(items[2].Content.Span), Encoding.UTF8.GetString(DetectionWriter.Item(heat, "heat").Content.Span));
    }

    [Fact]
    public void Beside_AnEventOfItsTimeAndPlace_IsTheDetection()
    {
        using var small = new SmallCase(Files());
        var read = CaseFolder.Load(small.Folder).Case!;
        var night = new Interval(Instant.FromUtc(2030, 1, 1, 1, 0), Instant.FromUtc(2030, 1, 1, 2, 0));
        string Of(Interval window, GeoCircle? place, string? area, params string[] reports) => string.Join(' ', DetectionsBeside.Of(
            read, window, place, area is null ? [] : [new AreaCode(area)], reports.Select(r => new ReportId(r))).Select(d => d.Id));

        Assert.Equal("D1 D2", Of(night, null, "X-N"));
        Assert.Equal("", Of(night, null, "X-S"));
        Assert.Equal("D1 D2", Of(night, new GeoCircle(new GeoPoint(47.103, 8.2), 0.5), null)); // 0.33 km off
        Assert.Equal("D1", Of(night, new GeoCircle(new GeoPoint(47.2, 8.2), 0.5), null)); // 11 km off the heat, within the North
        Assert.Equal("", Of(night, null, null));
        Assert.Equal("D2", Of(new Interval(Instant.FromUtc(2030, 2, 1, 0, 0), null), null, "X-S", "R1")); // named by hand
    }

    [Fact]
    public void AsOf_BeforeADetectionWasOver_DoesNotKnowIt()
    {
        using var small = new SmallCase(Files());
        var read = CaseFolder.Load(small.Folder).Case!;
        Assert.Equal(["D2"], read.AsOf(Instant.FromUtc(2030, 1, 1, 2, 0)).Detections.Select(d => d.Id.Value));
        Assert.Empty(read.AsOf(Instant.FromUtc(2030, 1, 1, 2, 0)).Sources[0].Restrictions);
    }

    private static Dictionary<string, string> Files() => new(SmallCase.Good, StringComparer.Ordinal)
    {
        ["detections/heat.csv"] = Rows, ["restrictions.yaml"] = Restrictions,
    };
}
