using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>UCDP GED, worked out by hand on rows of its exact layout.</summary>
public sealed class UcdpTests
{
    private const string Header =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,"
        + "side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,"
        + "where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,"
        + "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

    [Fact]
    public void Samples_ComeToTheseTotals()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("ucdp", null, ("ged231.csv", SharedData.Bytes("samples/ucdp-ged/ged-23.1-sample.csv")));
        Assert.Equal("57 = 57 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal("47 = 47 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", null, ("hxl.csv", SharedData.Bytes("samples/hdx-hxl/ucdp-ged-ukraine-hxl.csv")))));
    }

    [Fact]
    public void Event_OfOneDayAndPlace()
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("GEDEvent_v25_1.csv", $"{Header}\n{Row(id: "7", type: 3, civilians: 4, unknown: 2)}\n"));
        var report = imported.Report("UCDP-7");
        Assert.Equal(("attack", "VE", "other"), (report.Act.Value, report.AllegedActor?.Value, report.Target.Value));
        Assert.Equal((4L, 6L), (report.Harm.Killed!.Value.Min, report.Harm.Killed!.Value.Max));
        Assert.Equal(("OR-L", 5d), (report.Areas.Single().Value, report.Point!.Value.RadiusKm));
        Assert.Equal("UCDP GED 25.1 7", report.Reference);
    }

    [Theory]
    [InlineData(2, 25d)]
    [InlineData(3, 60d)]
    [InlineData(4, null)]
    [InlineData(5, 100d)]
    [InlineData(6, null)]
    [InlineData(7, null)]
    public void Place_IsAsExactAsItsCode(int where, double? radius)
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("a.csv", $"{Header}\n{Row(where: where)}\n"));
        Assert.Equal(radius, imported.Report("UCDP-1").Point?.RadiusKm);
        Assert.Equal(where < 6 ? "OR-L" : where == 6 ? "OR" : null, imported.Report("UCDP-1").Areas.Select(a => a.Value).SingleOrDefault());
    }

    [Fact]
    public void AttackOfASideOfAFight_HasNoActor_AndSeveralEventsAreAtLeastOne()
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("a.csv", $"{Header}\n{Row(clarity: 2)}\n"));
        Assert.Null(imported.Report("UCDP-1").AllegedActor);
        Assert.Equal((1L, null), (imported.Report("UCDP-1").Count.Min, imported.Report("UCDP-1").Count.Max));
        Assert.Null(imported.Report("UCDP-1").Harm.Killed);
    }

    [Theory]
    [InlineData("2031-03-10 00:00:00.000", "0025-03-10 00:00:00.000", "date_start")]
    [InlineData("-30.05,-20.17,POINT", "-95,-20.17,POINT", "latitude")]
    [InlineData(",1,1,2031", ",1,9,2031", "date_prec")]
    [InlineData("1,r,2031", ",r,2031", "id")]
    public void BadRow_IsNamedByItsColumn(string good, string bad, string column)
    {
        using var imported = new InventedImport();
        var text = Row();
        Assert.Contains(good, text, StringComparison.Ordinal);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        var summary = imported.Add("ucdp", null, ("a.csv", $"{Header}\n{text[..at]}{bad}{text[(at + good.Length)..]}\n{Row(id: "2")}\n"));
        Assert.Equal("2 = 1 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(summary));
        Assert.Equal((2, column), (summary.Rows[0].Line, summary.Rows[0].Column));
    }

    [Fact]
    public void SwappedPoint_IsSaid()
    {
        using var imported = new InventedImport();
        var summary = imported.Add("ucdp", null, ("a.csv", $"{Header}\n{Row().Replace("-30.05,-20.17,POINT", "-20.17,-30.05,POINT", StringComparison.Ordinal)}\n"));
        Assert.Contains(summary.Warnings, w => w.Contains("swapped?", StringComparison.Ordinal));
    }

    [Fact]
    public void ReleaseWithoutHeader_IsNamed_AndReadWhereItIsSaid()
    {
        using var imported = new InventedImport();
        var refused = imported.Add("ucdp", null, ("a.csv", Row() + "\n"));
        Assert.True(refused.IsUnreadable);
        Assert.Contains("--no-header", Assert.Single(refused.Rows).Expected, StringComparison.Ordinal);
        Assert.Equal("1 = 1 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(
            imported.Add("ucdp", ImportOptions.None with { Wishes = new HashSet<string> { "no-header" } }, ("a.csv", Row() + "\n"))));
    }

    [Fact]
    public void NewVersion_ChangesOnlyWhatIsOther()
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("GEDEvent_v24_1.csv", $"{Header}\n{Row(id: "1")}\n{Row(id: "2")}\n"));
        var options = ImportOptions.None with { Updates = true, Published = "2032-06-01T00:00Z" };
        var summary = imported.Add("ucdp", options, ("GEDEvent_v25_1.csv", $"{Header}\n{Row(id: "1")}\n{Row(id: "2", where: 2)}\n{Row(id: "3")}\n"));
        Assert.Equal("3 = 1 + 1 + 1 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal("UCDP-2@1", Assert.Single(imported.Load().Corrections).Report.Value);
    }

    [Fact]
    public void NewSource_WatchedFromItsFirstToItsLastEvent()
    {
        // An event known to several days only says of none of them that the file holds it.
        using var imported = new InventedImport();
        var wide = Row(id: "3").Replace(",1,2031-03-10 00:00:00.000,2031-03-10", ",4,2031-01-01 00:00:00.000,2031-12-31", StringComparison.Ordinal);
        var summary = imported.Add("ucdp", null, ("a.csv", $"{Header}\n{Row()}\n{Row(id: "2").Replace("03-10", "03-14", StringComparison.Ordinal)}\n{wide}\n"));
        Assert.Contains(summary.Warnings, w => w.StartsWith("ucdp is taken to have watched every day from 2031-03-10 to 2031-03-14", StringComparison.Ordinal));
        var watch = Assert.Single(imported.Load().Sources.Single(s => s.Id.Value == "ucdp").Watches);
        Assert.Equal("True attack OR 2031-03-10T02:00:00Z/2031-03-15T02:00:00Z", $"{watch.Watching} {watch.Act} {watch.Area} {watch.When}");
    }

    [Fact]
    public void HeldSource_ThatDeclaresNoWatch_IsToldTheLineToAdd()
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("a.csv", $"{Header}\n{Row()}\n"));
        var later = $"{Header}\n{Row(id: "2").Replace("2031-03-10", "2031-04-02", StringComparison.Ordinal)}\n";
        var hint = Assert.Single(imported.Add("ucdp", null, ("b.csv", later)).Warnings, w => w.StartsWith("ucdp does not declare", StringComparison.Ordinal));
        var line = hint[hint.IndexOf('{', StringComparison.Ordinal)..];
        var file = Path.Combine(imported.Folder, "sources.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("watches: [", $"watches: [{line}, ", StringComparison.Ordinal));
        Assert.Equal(2, imported.Load().Sources.Single(s => s.Id.Value == "ucdp").Watches.Length);
        Assert.DoesNotContain(imported.Add("ucdp", null, ("b.csv", later)).Warnings, w => w.Contains("watch", StringComparison.Ordinal));
    }

    // Files of two months with a month between: what lies between them is nobody's claim.
    [Fact]
    public void Files_WithAGapBetween_AreTwoWatches_AndAHeldSourceMustDeclareBoth()
    {
        using var imported = new InventedImport();
        string March(int id, string day) => Row(id: FormattableString.Invariant($"{id}")).Replace("2031-03-10", day, StringComparison.Ordinal);
        (string, string)[] files =
        [
            ("a.csv", $"{Header}\n{March(1, "2031-03-10")}\n{March(2, "2031-03-14")}\n"), ("b.csv", $"{Header}\n{March(3, "2031-05-02")}\n{March(4, "2031-05-09")}\n"),
        ];
        var summary = imported.Add("ucdp", null, files);
        Assert.Contains(summary.Warnings, w => w.Contains("from 2031-03-10 to 2031-03-14, from 2031-05-02 to 2031-05-09", StringComparison.Ordinal)
            && w.Contains("its own claim", StringComparison.Ordinal) && w.Contains("--no-watch", StringComparison.Ordinal));
        var source = imported.Load().Sources.Single(s => s.Id.Value == "ucdp");
        Assert.Equal(2, source.Watches.Length);
        Assert.All(source.Watches, w => Assert.True(w.RestsOnDataSet));

        // One file over both: the weeks between are not declared.
        var hint = Assert.Single(
            imported.Add("ucdp", null, ("c.csv", $"{Header}\n{March(5, "2031-03-11")}\n{March(6, "2031-05-08")}\n")).Warnings,
            w => w.StartsWith("ucdp does not declare", StringComparison.Ordinal));
        Assert.Contains("from 2031-03-11 to 2031-05-08", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void NoWatch_DeclaresNothing_AndSaysSo()
    {
        using var imported = new InventedImport();
        var options = ImportOptions.None with { Wishes = new HashSet<string> { "no-watch" } };
        var summary = imported.Add("ucdp", options, ("a.csv", $"{Header}\n{Row()}\n"));
        Assert.Contains(summary.Warnings, w => w.Contains("not taken to have watched any day", StringComparison.Ordinal));
        Assert.Empty(imported.Load().Sources.Single(s => s.Id.Value == "ucdp").Watches);
    }

    private static string Row(
        string id = "1", int type = 1, int where = 1, int clarity = 1, int civilians = 0, int unknown = 0) =>
        $"{id},r,2031,1,Clear,{type},1,1,C,1,1,D,1,1,Government of Veluria,1,1,Civilians,2,\"a \"\"b\"\"\nc\",,,,,{where},Ubra,near Ubra,Lower Marl province,Marl,"
        + $"-30.05,-20.17,POINT,1,Ordava,900,R,{clarity},1,2031-03-10 00:00:00.000,2031-03-10 00:00:00.000,0,0,{civilians},{unknown},{civilians + unknown},9,1,900,";
}
