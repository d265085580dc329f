using System.Globalization;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Files that came out again, and cases that have nothing yet that the rows could lean on.</summary>
public sealed class LaterVersionTests
{
    private const string EthPrio =
        "uniq_id,location,actor_name,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr,cf_effect_month,cf_effect_day,side,partial,written,fixed,fixed_time,ceasefire_class,ended,end_yr,end_month,end_day\n";

    private const string Ucdp =
        "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,adm_1,country,event_clarity,date_prec,date_start,date_end,deaths_civilians,deaths_unknown\n";

    [Theory]
    [MemberData(nameof(FormatFuzzTests.Formats), MemberType = typeof(FormatFuzzTests))]
    public void CaseWithoutSources_TakesTheRowsWithTheirOwn(string format)
    {
        using var imported = new InventedImport();
        File.WriteAllText(Path.Combine(imported.Folder, "sources.yaml"), "[]\n");
        var summary = FormatFuzzTests.AddWhole(imported, format);
        Assert.Equal(0, summary.Rejected);
        Assert.Equal(format == "eth-prio" ? 0 : 1, imported.Text("sources.yaml").Split("scope: OR").Length - 1);
    }

    [Fact]
    public void EthPrio_AddsTheActorsThatTheCaseLacks_WhereThatIsAsked()
    {
        using var imported = new InventedImport();
        const string Rows = EthPrio + "9,Ordava,Lagoon Front (LF),2031,3,8,2031,3,9,2,0,1,0,0,1,0,0,0,0\n9,Ordava,Government of Ordava,2031,3,8,2031,3,9,2,0,1,0,0,1,0,0,0,0\n8,Elsewhere,Other Front,2031,3,8,2031,3,9,1,0,1,0,0,1,0,0,0,0\n";
        var options = ImportOptions.None with { Wishes = new HashSet<string> { "parties" } };
        Assert.Equal("3 = 2 + 0 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("eth-prio", options, ("c.csv", Rows))));
        var loaded = imported.Load();
        Assert.Equal("Lagoon Front (LF)", loaded.Parties.Single(p => p.Id.Value == "LAGOONFRONTLF").Name);
        Assert.Equal(3, loaded.Parties.Length);
        Assert.Equal(["LAGOONFRONTLF", "OA"], loaded.Truces.Single().Declarations.Select(d => d.Actor.Value));
        Assert.Equal("3 = 0 + 2 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("eth-prio", options, ("c.csv", Rows))));
    }

    [Fact]
    public void CeasefireCodedAnew_StaysAsTheCaseHoldsIt_AndTheDifferenceIsTold()
    {
        using var imported = new InventedImport();
        string Row(string day) => EthPrio + $"9,Ordava,Government of Ordava,2031,3,{day},2031,3,9,1,0,1,0,0,1,0,0,0,0\n";
        imported.Add("eth-prio", null, ("c.csv", Row("8")));
        Assert.DoesNotContain(imported.Add("eth-prio", null, ("c.csv", Row("8"))).Warnings, w => w.Contains("otherwise", StringComparison.Ordinal));
        var before = imported.Text("truces.yaml");
        var summary = imported.Add("eth-prio", null, ("c.csv", Row("7")));
        Assert.Equal("1 = 0 + 1 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Contains("truce CF-9: the file says something else than the case", summary.Warnings);
        Assert.Equal(before, imported.Text("truces.yaml"));
    }

    [Fact]
    public void LargeFile_ComesInOnce_HoweverOftenItIsImported()
    {
        using var imported = new InventedImport();
        var rows = Ucdp + string.Concat(Enumerable.Range(0, 6000).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i},3,B,Civilians,1,-30.05,-20.17,Lower Marl,Ordava,1,1,2031-03-{1 + (i % 28):00},2031-03-{1 + (i % 28):00},2,0\n")));
        Assert.Equal("6000 = 6000 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", null, ("u.csv", rows))));
        Assert.Equal("6000 = 0 + 6000 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", null, ("u.csv", rows))));
        Assert.Equal(("UCDP-5999", "UCDP-0"), (imported.Load().Reports[^1].Id.Value, imported.Load().Reports[0].Id.Value));
    }

    [Fact]
    public void EditedPost_IsTold()
    {
        using var imported = new InventedImport();
        string Export(string text) => $$"""{"name":"Staff","id":19,"messages":[{"id":42,"type":"message","date_unixtime":"1930784700","text":"{{text}}"}]}""";
        imported.Add("telegram", null, ("r.json", Export("108 drones")));
        var summary = imported.Add("telegram", null, ("r.json", Export("109 drones")));
        Assert.Contains("document TG-19-42: the file says something else than the case", summary.Warnings);
        Assert.Contains("statement S-TG-19-42: the file says something else than the case", summary.Warnings);
    }

    [Fact]
    public void CandidateEvents_ThatTheYearlyVersionLacks_AreTakenBack_WithinItsYears()
    {
        using var imported = new InventedImport();
        string Row(int id, int year) => string.Create(CultureInfo.InvariantCulture, $"{id},1,A,B,6,,,,Ordava,1,1,{year}-03-10,{year}-03-10,2,0\n");
        var at = ImportOptions.None with { Published = "2025-02-01T00:00Z" };
        imported.Add("ucdp", at, ("GEDEvent_v24_0_3.csv", Ucdp + Row(1, 2024) + Row(2, 2024)));
        imported.Add("ucdp", at, ("GEDEvent_v25_0_3.csv", Ucdp + Row(3, 2025)));
        var yearly = ("GEDEvent_v25_1.csv", Ucdp + Row(1, 2024) + Row(4, 2024));
        var whole = new ImportOptions { Published = "2025-06-01T00:00Z", Wishes = new HashSet<string> { "whole-release" } };
        Assert.Equal("3 = 1 + 1 + 0 + 0 + 1 + 0", InventedImport.Counted(imported.Add("ucdp", whole, yearly)));
        Assert.Equal("3 = 0 + 2 + 0 + 1 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", whole with { Updates = true }, yearly)));
        Assert.Equal(["UCDP-2"], imported.Load().Corrections.Select(c => c.Report.Value));
        Assert.Equal("3 = 0 + 3 + 0 + 0 + 0 + 0", InventedImport.Counted(imported.Add("ucdp", whole with { Updates = true }, yearly)));
        Assert.True(imported.Add("ucdp", whole, ("GEDEvent_v25_0_4.csv", Ucdp)).IsUnreadable);
    }
}
