using Holdfire.Importers;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Alerts and heat: context, never reports.</summary>
public sealed class DetectionFormatTests
{
    [Theory]
    [InlineData("viirs-area-api", "4 = 2 + 0 + 0 + 0 + 2 + 0")]
    [InlineData("viirs-7-days", "1 = 1 + 0 + 0 + 0 + 0 + 0")]
    [InlineData("viirs-country-archive", "2 = 1 + 0 + 0 + 0 + 1 + 0")]
    [InlineData("modis-area-api", "2 = 1 + 0 + 0 + 0 + 1 + 0")]
    public void Heat_OneOverpassOnce_WithoutWhatIsNoFire(string file, string counted)
    {
        using var imported = new InventedImport();
        Assert.Equal(counted, InventedImport.Counted(imported.Add("firms", null, (file + ".csv", SharedData.Bytes($"samples/firms/{file}-synthetic.csv")))));
        Assert.Empty(imported.Load().Reports);
        Assert.All(imported.Load().Detections, d => Assert.Equal((DetectionKind.Heat, "UTC"), (d.Kind, d.Window.Zone)));
    }

    [Fact]
    public void HeatAtFortyFive_IsAQuarterToOne_WithinHalfAPixelsDiagonal()
    {
        using var imported = new InventedImport();
        imported.Add("firms", null, ("a.csv", SharedData.Bytes("samples/firms/viirs-area-api-synthetic.csv")));
        var first = imported.Load().Detections[0];
        Assert.Equal("2031-03-10T00:45Z", InstantText.Format(first.Window.Extent.Start));
        Assert.Equal(Math.Sqrt((0.45 * 0.45) + (0.39 * 0.39)) / 2, first.Point!.Value.RadiusKm, 3);
        Assert.Equal("4 = 0 + 3 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("firms", null, ("a.csv", SharedData.Bytes("samples/firms/viirs-area-api-synthetic.csv")))));
    }

    [Fact]
    public void ErrorThatIsHandedOutAsData_IsNamed()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("firms", null, ("a.csv", "Invalid MAP_KEY."));
        Assert.True(summary.IsUnreadable);
        Assert.Equal("'Invalid MAP_KEY.'", summary.Rows[0].Found);
    }

    [Theory]
    [InlineData("official_data_en-sample.csv")]
    [InlineData("volunteer_data_en-sample.csv")]
    public void Alerts_OfBothFiles_GoInWhole(string file)
    {
        using var imported = new ImportedCase();
        var summary = imported.Add(ImportFormats.Find("air-alerts")!, file, SharedData.Bytes($"samples/ua-air-raid/{file}"));
        Assert.Equal("59 = 59 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        var detections = imported.Load().Detections;
        Assert.All(detections, d => Assert.NotEmpty(d.Areas));
        Assert.All(detections, d => Assert.Equal(DetectionKind.Alert, d.Kind));
    }

    [Fact]
    public void InventedEnd_IsNotKnown_AndChangedColumnsAreChangedBack()
    {
        using var imported = new ImportedCase();
        const string Rows = "oblast,raion,hromada,level,started_at,finished_at,source\n"
            + "Lubenskyi raion,Poltavska oblast,,raion,2025-12-15 16:10:34+00:00,2025-12-15 17:10:34+00:00,official\n"
            + "Sumska oblast,,,oblast,2025-12-15 16:10:34+00:00,2025-12-15 16:50:07+00:00,official\n";
        imported.Add(ImportFormats.Find("air-alerts")!, "a.csv", System.Text.Encoding.UTF8.GetBytes(Rows));
        var detections = imported.Load().Detections;
        Assert.Equal(["UA-53", "UA-59"], detections.Select(d => d.Areas.Single().Value));
        Assert.Equal([Time.TimePrecision.OpenEnd, Time.TimePrecision.Minute], detections.Select(d => d.Window.Precision));
    }
}
