using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Forms, observation tables, news, ceasefires and channels: the samples with totals worked out by hand.</summary>
public sealed class FieldFormatTests
{
    private const string Posts = """
        parties: {Band of the Mire: VE, a_rus_init: VE, a_ukr_init: OA}
        posts:
          SMM camera at Ubra mine: {lat: -30.05, lon: -20.17}
          N edge of Ansa: {lat: -29.7, lon: -20.3}
        """;

    [Fact]
    public void Kobo_OneSubmissionTwice_AndOneNotApproved()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("kobo", null, ("form.csv", SharedData.Bytes("samples/kobo/incidents-labels-semicolon-synthetic.csv")));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + 2 + 0", InventedImport.Counted(summary));
        var report = imported.Report("KOBO-11111111-0000-4000-8000-000000000001");
        Assert.Equal(("attack.shelling", 3L, "2031-03-10T22:40Z"), (report.Act.Value, report.Count.Min, InstantText.Format(report.Window.Extent.Start)));
        Assert.Contains(summary.Warnings, w => w.StartsWith("1741.jpg not there", StringComparison.Ordinal));
    }

    [Fact]
    public void KoboJson_KeepsTheRootIdThroughEdits()
    {
        using var imported = new InventedImport();
        var options = imported.Map("constants: {act: attack}");
        Assert.Equal("2 = 2 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("kobo", options, ("api.json", SharedData.Bytes("samples/kobo/api-v2-synthetic.json")))));
        Assert.Equal((2L, 0L), (imported.Report("KOBO-11111111-0000-4000-8000-000000000001").Harm.Injured!.Value.Min, imported.Report("KOBO-11111111-0000-4000-8000-000000000001").Harm.Killed!.Value.Min));
        Assert.NotNull(imported.Report("KOBO-11111111-0000-4000-8000-000000000003"));
    }

    [Fact]
    public void Odk_HarmOfItsOwnTable_EncryptedAndRejectedOnesNamed()
    {
        using var imported = new InventedImport();
        var summary = imported.Add(
            "odk", null, ("incident.csv", SharedData.Bytes("samples/odk-central/incident-synthetic.csv")), ("harm.csv", SharedData.Bytes("samples/odk-central/incident-harm-synthetic.csv")));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + 1 + 1", InventedImport.Counted(summary));
        Assert.Equal("not decrypted", Assert.Single(summary.Rows).Found);
        var report = imported.Report("ODK-11111111-0000-4000-8000-000000000001");
        Assert.Equal((2L, 10d), (report.Harm.Injured!.Value.Min, report.Point!.Value.RadiusKm));

        using var other = new InventedImport();
        Assert.Equal("1 = 1 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(other.Add("odk", null, ("odata.json", SharedData.Bytes("samples/odk-central/odata-synthetic.json")))));
        Assert.Equal(-30.0544, other.Report("ODK-11111111-0000-4000-8000-000000000001").Point!.Value.Centre.Latitude);
    }

    [Fact]
    public void OwnForm_BearingAndRange_GiveASector()
    {
        using var imported = new InventedImport();
        const string Form =
            "SubmissionDate,mode,act,precision,when_from,when_to,zone,observer-Latitude,observer-Longitude,observer-Accuracy,bearing,range_min,range_max,count_min,count_max,KEY\n"
            + "2031-03-11T06:00:01Z,heard,attack.shelling,minute,2031-03-10T20:40:00.000-02:00,2031-03-10T20:50:00.000-02:00,UTC,-30,-20,500,90,4,6,2,5,uuid:a\n";
        imported.Add("odk", null, ("form.csv", Form));
        var report = imported.Report("ODK-a");

        // Five kilometres east of 30 S 20 W: 5 / (111.195 × cos 30°) degrees. The corners lie 1.11 km off, the phone half a kilometre.
        Assert.Equal(-20 + (5 / (111.195 * Math.Cos(Math.PI / 6))), report.Point!.Value.Centre.Longitude, 4);
        Assert.InRange(report.Point.Value.RadiusKm, 1.55, 1.67);
        Assert.Equal((2L, 5L, "2031-03-10T22:40Z"), (report.Count.Min, report.Count.Max!.Value, InstantText.Format(report.Window.Extent.Start)));
    }

    [Fact]
    public void Osce_SectorsFromPosts_TotalsAndExercisesLeftOut()
    {
        using var imported = new InventedImport();
        var options = imported.Map(Posts) with { Published = "2031-03-12T00:00Z" };
        var summary = imported.Add("osce", options, ("table.csv", SharedData.Bytes("samples/osce-smm/table-synthetic.csv")));
        Assert.Equal("7 = 5 + 0 + 0 + 0 + 2 + 0", InventedImport.Counted(summary));
        var reports = imported.Load().Reports;
        Assert.All(reports, r => Assert.Null(r.AllegedActor));
        Assert.Equal(["1", "1", "2", "35..45", "5"], reports.Select(r => CountText.Format(r.Count)).Order(StringComparer.Ordinal));
        Assert.Equal("7 = 0 + 5 + 0 + 0 + 2 + 0", InventedImport.Counted(imported.Add("osce", options, ("table.csv", SharedData.Bytes("samples/osce-smm/table-synthetic.csv")))));
        Assert.True(imported.Add("osce", imported.Map(Posts), ("table.csv", SharedData.Bytes("samples/osce-smm/table-synthetic.csv"))).IsUnreadable);
    }

    [Fact]
    public void OsceDay_LaterThanItsReport_BelongsToTheYearBefore()
    {
        using var imported = new InventedImport();
        const string Table = "SMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"\nP,N/K,Heard,1,Explosion,,N/K,\"31-Dec, 23:58-00:03\"\n";
        imported.Add("osce", ImportOptions.None with { Published = "2031-01-02T12:00Z" }, ("t.csv", Table));
        Assert.Equal("2031-01-01T01:58Z", InstantText.Format(imported.Load().Reports[0].Window.Extent.Start));
    }

    [Fact]
    public void Viina_OneReportAnAct()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("viina", imported.Map(Posts),
            ("event_info.csv", SharedData.Bytes("samples/viina/event_info_latest_2031-synthetic.csv")), ("event_labels.csv", SharedData.Bytes("samples/viina/event_labels_latest_2031-synthetic.csv")),
            ("event_1pd.csv", SharedData.Bytes("samples/viina/event_1pd_latest_2031-synthetic.csv")), ("control.csv", SharedData.Bytes("samples/viina/control_latest_2031-synthetic.csv")));
        Assert.Equal("4 = 4 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal(
            ["VIINA-r1-700001 attack.shelling VE", "VIINA-r2-700001 attack.shelling VE", "VIINA-r2-adm1-2 attack.shelling VE", "VIINA-r3-700002-a attack.air.uav OA", "VIINA-r3-700002-b attack.air OA"],
            imported.Load().Reports.Select(r => $"{r.Id} {r.Act} {r.AllegedActor}").Order(StringComparer.Ordinal));
        Assert.Equal(["viina-pravdaua", "viina-ria", "viina-unian"], imported.Load().Sources.Select(s => s.Id.Value).Where(s => s.StartsWith("viina", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Telegram_PostsAreDocuments_AndTextsStatements()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("telegram", null, ("result.json", SharedData.Bytes("samples/telegram/result-synthetic.json")));
        Assert.Equal("3 = 2 + 0 + 0 + 0 + 1 + 0", InventedImport.Counted(summary));
        var loaded = imported.Load();
        Assert.Equal(2, loaded.Documents.Length);
        Assert.Equal("За ніч 108 дронів", Assert.Single(loaded.Statements).Paraphrase);
        Assert.Equal("3 = 0 + 2 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("telegram", null, ("result.json", SharedData.Bytes("samples/telegram/result-synthetic.json")))));
    }

    [Fact]
    public void EthPrio_RowsOfOneCeasefireAreOneTruce()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("eth-prio", imported.Map(Posts), ("cf.csv", SharedData.Bytes("samples/eth-prio-ceasefire/ceasefires-synthetic.csv")));
        Assert.Equal("4 = 4 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        var truces = imported.Load().Truces;
        Assert.Equal(["CF-900001", "CF-900002", "CF-900003"], truces.Select(t => t.Id.Value));
        Assert.Equal(["OA", "VE"], truces[0].Declarations.Select(d => d.Actor.Value));
        Assert.Equal(["OA", "VE"], truces[0].InForce.Select(f => f.Party.Value));
        Assert.Empty(truces[2].InForce);
        Assert.DoesNotContain("XX", imported.Text("truces.yaml"), StringComparison.Ordinal);
    }
}
