using System.Globalization;
using MiniExcelLibs;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>People killed and injured, by who they were and from the least to the most, in each format that tells of them.</summary>
public sealed class HarmTests
{
    [Fact]
    public void Table_HasHarmByGroup_FromTheLeastToTheMost()
    {
        using var imported = new InventedImport();
        var options = imported.Map("""
            source: desk
            columns:
              {id: id, from: day, killed_min: low, killed_max: high, injured: inj, killed_military: sol, killed_unknown_max: most, injured_unknown: hurt, handling: who}
            constants: {act: attack}
            values: {handling: {all: public, us: mission}}
            """);
        var summary = imported.Add("table", options, ("t.csv", "id,day,low,high,inj,sol,most,hurt,who\n1,2031-03-10,2,5,several,3-4,7,about 10,us\n2,2031-03-10,3,,,,,,all\n3,2031-03-10,5,2,,,,,\n"));
        Assert.Equal("3 = 2 + 0 + 0 + 0 + 0 + 1", InventedImport.Counted(summary));
        var (harm, other) = (imported.Report("1").Harm, imported.Report("2").Harm);
        Assert.Equal((2L, 5L, 1L), (harm.Killed!.Value.Min, harm.Killed.Value.Max, harm.Injured!.Value.Min));
        Assert.Equal((3L, 4L, 0L, 7L), (harm.KilledMilitary!.Value.Min, harm.KilledMilitary.Value.Max, harm.KilledUnknown!.Value.Min, harm.KilledUnknown.Value.Max));
        Assert.NotNull(harm.InjuredUnknown);
        Assert.Equal((3L, null), (other.Killed!.Value.Min, other.Killed.Value.Max));
        Assert.Contains(",mission\n", imported.Text("reports/table-t.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ucdp_FightersAreNoCivilians()
    {
        using var imported = new InventedImport();
        imported.Add("ucdp", null, ("u.csv", Ucdp + "1,1,A,B,6,,,,Ordava,1,1,2031-03-10,2031-03-10,4,3,2,1\n2,1,A,B,6,,,,Ordava,1,1,2031-03-10,2031-03-10,0,0,2,0\n"));
        var harm = imported.Report("UCDP-1").Harm;
        Assert.Equal((2L, 3L, 7L, 7L), (harm.Killed!.Value.Min, harm.Killed.Value.Max, harm.KilledMilitary!.Value.Min, harm.KilledMilitary.Value.Max));
        Assert.Null(imported.Report("UCDP-2").Harm.KilledMilitary);
    }

    [Fact]
    public void RowsThatCameInBeforeFightersWereRead_AreThereAlready()
    {
        using var imported = new InventedImport();
        const string Row = "1,1,A,B,6,,,,Ordava,1,1,2031-03-10,2031-03-10,";
        imported.Add("ucdp", null, ("u.csv", Ucdp + Row + "0,0,2,1\n"));
        Assert.Equal("1 = 0 + 1 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", null, ("u.csv", Ucdp + Row + "4,3,2,1\n"))));
    }

    [Fact]
    public void Acled_FatalitiesOfAFight_AreOfPeopleNotKnownWho()
    {
        using var imported = new InventedImport();
        imported.Add("acled", null, ("a.csv",
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,civilian_targeting,admin1,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
            + "ORD1,2031-03-10,1,Battles,Armed clash,A,B,,,-30.05,-20.16,1,P,x,4,1931000000\n"
            + "ORD2,2031-03-10,1,Explosions/Remote violence,Shelling/artillery/missile attack,A,Civilians (Ordava),Civilian targeting,,-30.05,-20.16,1,P,x,4,1931000000\n"));
        var (fight, civilians) = (imported.Report("ACLED-ORD1").Harm, imported.Report("ACLED-ORD2").Harm);
        Assert.Equal((null, 4L), (fight.Killed, fight.KilledUnknown!.Value.Min));
        Assert.Equal((4L, null), (civilians.Killed!.Value.Min, civilians.KilledUnknown));
    }

    [Theory]
    [InlineData("_submission__uuid", "uuid:u1", "uuid:u2")]
    [InlineData("_parent_index", "1", "2")]
    public void Kobo_RepeatsOfTheirOwnFile_AreSummed(string link, string first, string second)
    {
        using var imported = new InventedImport();
        var summary = imported.Add("kobo", null, ("form.csv", KoboForm), ("harm.csv", $"harm/kind,harm/number,{link}\nkilled,2,{first}\nkilled,1,{first}\ninjured_military,4,{second}\n"));
        Assert.Equal("2 = 2 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal((3L, null), (imported.Report("KOBO-u1").Harm.Killed!.Value.Min, imported.Report("KOBO-u1").Harm.InjuredMilitary));
        Assert.Equal(4L, imported.Report("KOBO-u2").Harm.InjuredMilitary!.Value.Min);
    }

    [Fact]
    public void Kobo_SheetsOfAWorkbook_AreReadTogether()
    {
        using var imported = new InventedImport();
        using var bytes = new MemoryStream();
        static Dictionary<string, object>[] Rows(string csv)
        {
            var lines = csv.TrimEnd('\n').Split('\n').Select(l => l.Split(',')).ToArray();
            return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => (object)p.Second))];
        }

        bytes.SaveAs(new Dictionary<string, object> { ["form"] = Rows(KoboForm), ["harm"] = Rows("kind,number,_parent_index,_submission__uuid\nkilled,2,1,u1\ninjured,5,1,u1\n") });
        Assert.Equal("2 = 2 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("kobo", null, ("form.xlsx", bytes.ToArray()))));
        var harm = imported.Report("KOBO-u1").Harm;
        Assert.Equal("2, 5", string.Create(CultureInfo.InvariantCulture, $"{harm.Killed!.Value.Min}, {harm.Injured!.Value.Min}"));
    }

    private const string Ucdp =
        "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,adm_1,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown\n";

    private const string KoboForm =
        "when_from,precision,act,_uuid,_submission_time,_index\n2031-03-10T20:40:00.000-02:00,minute,attack.shelling,u1,2031-03-11T06:00:01,1\n"
        + "2031-03-10,night,attack,u2,2031-03-11T06:00:02,2\n";
}
