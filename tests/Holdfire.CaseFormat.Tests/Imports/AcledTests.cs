using Holdfire.Importers;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>ACLED, worked out by hand on rows of its exact layout.</summary>
public sealed class AcledTests
{
    private const string Header =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,"
        + "interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
        + "fatalities,tags,timestamp";

    private const string Shelling =
        "ORD1,2031-03-10,2031,1,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of Veluria (2025-),,State forces,"
        + ",,,State forces only,,900,R,Ordava,Lower Marl,Marl,,Ubra,-30.0544,-20.1666,1,Post; Staff,National,Veluria shelled Ubra.,0,,1931000000";

    private const string Clash =
        "ORD2,2031-03-10,2031,1,Political violence,Battles,Armed clash,A,,State forces,B,,State forces,x,,900,R,Ordava,Lower Marl,Marl,,Ubra,-30.0544,-20.1666,"
        + "2,Staff,Other,Clash.,3,,1931000000";

    [Fact]
    public void Sample_ComesToTheseTotals()
    {
        using var imported = new InventedImport();
        var bytes = SharedData.Bytes("samples/acled/acled-synthetic.csv");
        var summary = imported.Add("acled", null, ("acled.csv", bytes));

        // ORD1 to ORD4; ORD1's older version, an agreement, weapons shot down and a protest left out; ORD8 is of the year 31.
        Assert.Equal("9 = 4 + 0 + 0 + 0 + 4 + 1", InventedImport.Counted(summary));
        Assert.Equal(["attack.shelling", "attack.ground", "attack.air.uav", "attack"], imported.Load().Reports.OrderBy(r => r.Id.Value).Select(r => r.Act.Value));
        Assert.Equal((9, "event_date"), (summary.Rows[0].Line, summary.Rows[0].Column));
        Assert.Equal("9 = 0 + 4 + 0 + 0 + 4 + 1", InventedImport.Counted(imported.Add("acled", null, ("api.json", SharedData.Bytes("samples/acled/acled-api-synthetic.json")))));
    }

    [Fact]
    public void OldFileWithNumbersForActors_IsReadAlike()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("acled", null, ("old.csv", SharedData.Bytes("samples/acled/acled-old-numeric-inter-synthetic.csv")));
        Assert.Equal("3 = 3 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
    }

    [Fact]
    public void OneSidedEvent_HasItsActor_AndAFightHasNone()
    {
        using var imported = new InventedImport();
        imported.Add("acled", imported.Map("parties: {\"Military Forces of Veluria*\": VE, A: OA}"), ("a.csv", $"{Header}\n{Shelling}\n{Clash}\n"));
        Assert.Equal("VE", imported.Report("ACLED-ORD1").AllegedActor?.Value);
        Assert.Null(imported.Report("ACLED-ORD2").AllegedActor);
        Assert.Equal([5d, 25d], imported.Load().Reports.Select(r => r.Point!.Value.RadiusKm));
        Assert.Contains("id: acled", imported.Text("sources.yaml"), StringComparison.Ordinal);
        Assert.Contains("# the first", imported.Text("sources.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void MonadicExport_KeepsEachEventOnce()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("acled", null, ("a.csv", $"{Header}\n{Clash}\n{Clash.Replace(",A,,State forces,B,", ",B,,State forces,A,", StringComparison.Ordinal)}\n"));
        Assert.Equal("2 = 1 + 0 + 0 + 0 + 1 + 0", InventedImport.Counted(summary));
        Assert.Contains("the same event with its actors changed round", summary.Counts.LeftOut.Keys);
    }

    [Fact]
    public void Revision_IsRefusedWithoutUpdates_AndTakenWithTheSourcesOwnTime()
    {
        using var imported = new InventedImport();
        imported.Add("acled", null, ("a.csv", $"{Header}\n{Shelling}\n"));
        var revised = Shelling.Replace(",1,Post", ",2,Post", StringComparison.Ordinal).Replace("1931000000", "1932000000", StringComparison.Ordinal);
        Assert.Equal("1 = 0 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(imported.Add("acled", null, ("b.csv", $"{Header}\n{revised}\n"))));

        var updated = imported.Add("acled", ImportOptions.None with { Updates = true }, ("b.csv", $"{Header}\n{revised}\n"));
        Assert.Equal("1 = 0 + 0 + 1 + 0 + 0 + 0", InventedImport.Counted(updated));
        var correction = Assert.Single(imported.Load().Corrections);
        Assert.Equal(("ACLED-ORD1@1", CorrectionKind.Corrected, "ACLED-ORD1"), (correction.Report.Value, correction.Kind, correction.By?.Value));
        Assert.Equal(NodaTime.Instant.FromUnixTimeSeconds(1932000000), correction.Published);
        Assert.Equal(25, imported.Report("ACLED-ORD1").Point!.Value.RadiusKm);
        Assert.Equal(5, imported.Report("ACLED-ORD1@1").Point!.Value.RadiusKm);

        Assert.Equal("1 = 0 + 1 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("acled", ImportOptions.None with { Updates = true }, ("b.csv", $"{Header}\n{revised}\n"))));
    }

    [Fact]
    public void DeletedEvent_IsTakenBackAtItsTime_Once()
    {
        using var imported = new InventedImport();
        imported.Add("acled", null, ("a.csv", $"{Header}\n{Shelling}\n"));
        const string Deleted = "event_id_cnty,deleted_timestamp\nORD1,1932100000\nORD99,1932100000\n";
        Assert.Equal("2 = 0 + 0 + 0 + 0 + 2 + 0", InventedImport.Counted(imported.Add("acled", null, ("d.csv", Deleted))));
        var updates = ImportOptions.None with { Updates = true };
        Assert.Equal("2 = 0 + 0 + 0 + 1 + 1 + 0", InventedImport.Counted(imported.Add("acled", updates, ("d.csv", Deleted))));
        Assert.Equal(CorrectionKind.Withdrawn, Assert.Single(imported.Load().Corrections).Kind);
        Assert.Equal("2 = 0 + 1 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("acled", updates, ("d.csv", Deleted))));
    }
}
