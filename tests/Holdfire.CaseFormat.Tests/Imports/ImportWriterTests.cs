using System.Text;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>What goes into a case, what does not, and that the case has no errors afterwards.</summary>
public sealed class ImportWriterTests
{
    private const string Night = "RU-20250521T0427Z";
    private const string Evening = "RU-20250520T1913Z";

    [Fact]
    public void Clash_IsRejectedWithTheRowAndItsLine_AndNothingOfTheClaimGoesIn()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1, UaRows.Overlap2);
        var changed = UaRows.Overlap2.Replace(",77,38,31,", ",78,38,,", StringComparison.Ordinal);
        var summary = imported.Add(ImportFormats.UaAirForce, "b.csv", UaRows.SameDate1, UaRows.SameDate2, changed);
        Assert.Equal((2, 2, 1), (summary.Added, summary.Present, summary.Rejected));
        var rejected = Assert.Single(summary.NotTaken);
        Assert.Equal((4, "id", "'78'"), (rejected.Line, rejected.Column, rejected.Found));
        Assert.Equal("count '77', as the case holds under UA-2025-04-22-04-L", rejected.Expected);
        Assert.Equal(
            $"4,id,\"count '77', as the case holds under UA-2025-04-22-04-L\",'78',\"{changed}\"",
            File.ReadAllLines(imported.RejectsFile)[1]);
        Assert.Equal(77, ImportedCase.Find(imported.Load(), "UA-2025-04-22-04-L").Count.Min);
    }

    [Fact]
    public void ClashOfOneRegion_KeepsTheWholeBulletinAsItWas()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.RuMod, "a.csv", RuRows.Evening);
        var before = File.ReadAllText(imported.Report("ru-mod-a.csv"));
        string[] changed =
        [
            RuRows.Evening[0].Replace(",11,,", ",10,,", StringComparison.Ordinal), RuRows.Evening[1],
            RuRows.Evening[2].Replace(",1,,", ",2,,", StringComparison.Ordinal),
        ];
        var summary = imported.Add(ImportFormats.RuMod, "b.csv", changed);
        Assert.Equal((0, 3, null), (summary.Added, summary.Rejected, summary.ReportsFile));
        Assert.Equal([(2, "id"), (3, ""), (4, "id")], summary.NotTaken.Select(r => (r.Line, r.Column)));
        Assert.Equal(before, File.ReadAllText(imported.Report("ru-mod-a.csv")));
        Assert.False(File.Exists(imported.Report("ru-mod-b.csv")));
    }

    [Fact]
    public void ColumnsFilledInByHand_AreKept_WhenMoreOfTheFileComesIn()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1);
        var file = imported.Report("ua-air-force-a.csv");
        var held = imported.Load().Reports;
        File.WriteAllLines(file, [.. File.ReadLines(file).Select((l, i) => l + (i == 0 ? ",quotes" : i == 1 ? "," : "," + held[0].Id))]);
        var summary = imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1, UaRows.SameDate2);
        Assert.Equal((held.Length, 0), (summary.Present, summary.Rejected));
        Assert.All(imported.Load().Reports.Skip(1).Take(held.Length - 1), r => Assert.Equal(held[0].Id, Assert.Single(r.Quotes)));
    }

    [Fact]
    public void StrictClash_WritesNothing_AndSaysWhy()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1);
        var changed = ImportedCase.Bytes(ImportFormats.UaAirForce, [UaRows.SameDate1.Replace(",1,1,", ",2,1,", StringComparison.Ordinal), UaRows.SameDate2]);
        var summary = imported.Add(ImportFormats.UaAirForce, "b.csv", changed, strict: true);
        Assert.Equal((0, 1), (summary.Added, summary.Rejected));
        Assert.Equal(2, Assert.Single(summary.NotTaken).Line);
        Assert.False(File.Exists(imported.Report("ua-air-force-b.csv")) || File.Exists(imported.RejectsFile));
    }

    [Fact]
    public void NightThatIsRejected_IsNotNamedByItsEvening_UntilItComesIn()
    {
        using var imported = new ImportedCase();
        string[] broken = [.. RuRows.NightAfter[..^1], RuRows.NightAfter[^1].Replace("uav", "balloon", StringComparison.Ordinal)];
        Assert.Equal(5, imported.Add(ImportFormats.RuMod, "a.csv", [.. RuRows.Evening, .. broken]).Rejected);
        Assert.Empty(ImportedCase.Find(imported.Load(), Evening).IncludedIn);

        var mended = imported.Add(ImportFormats.RuMod, "a.csv", [.. RuRows.Evening, .. RuRows.NightAfter]);
        Assert.Equal((5, 4, 0), (mended.Added, mended.Present, mended.Rejected));
        Assert.Equal([Night], ImportedCase.Find(imported.Load(), Evening).IncludedIn.Select(i => i.Value));
    }

    [Fact]
    public void EveningAlone_AfterTheWholeFile_IsAlreadyThere()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.RuMod, "a.csv", [.. RuRows.Evening, .. RuRows.NightAfter]);
        var before = File.ReadAllText(imported.Report("ru-mod-a.csv"));
        var again = imported.Add(ImportFormats.RuMod, "b.csv", RuRows.Evening);
        Assert.Equal((0, 4, 0), (again.Added, again.Present, again.Rejected));
        Assert.Equal(before, File.ReadAllText(imported.Report("ru-mod-a.csv")));
    }

    [Fact]
    public void EveningAfterItsNight_KnowsIt()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.RuMod, "a.csv", RuRows.NightAfter);
        imported.Add(ImportFormats.RuMod, "b.csv", RuRows.Evening);
        Assert.Equal([Night], ImportedCase.Find(imported.Load(), Evening).IncludedIn.Select(i => i.Value));
    }

    [Fact]
    public void EveningBeforeItsNight_KnowsItOnceItsFileIsImportedAgain()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.RuMod, "a.csv", RuRows.Evening);
        imported.Add(ImportFormats.RuMod, "b.csv", RuRows.NightAfter);
        Assert.Empty(ImportedCase.Find(imported.Load(), Evening).IncludedIn);
        var again = imported.Add(ImportFormats.RuMod, "a.csv", RuRows.Evening);
        Assert.Equal((0, 4, imported.Report("ru-mod-a.csv")), (again.Added, again.Present, again.ReportsFile));
        Assert.Equal([Night], ImportedCase.Find(imported.Load(), Evening).IncludedIn.Select(i => i.Value));
    }

    [Fact]
    public void SourceThatTheCaseDoesNotHave_IsRejected_AndAnUnknownAreaLeftBlank()
    {
        using var imported = new ImportedCase();
        var sources = Path.Combine(imported.Folder, "sources.yaml");
        File.WriteAllText(sources, File.ReadAllText(sources).Replace("id: war-monitor", "id: another-monitor", StringComparison.Ordinal));
        var summary = imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.Monitor, UaRows.SameDate1);
        Assert.Equal((2, 1), (summary.Added, summary.Rejected));
        Assert.Equal((2, "a case that has the source war-monitor"), (summary.NotTaken[0].Line, summary.NotTaken[0].Expected));
        imported.Load();

        var elsewhere = imported.Load() with { Places = new(Holdfire.Places.BuiltInGazetteer.Areas) };
        var read = ReadRows.Of(elsewhere, ImportFormats.RuMod, "a.csv", ImportedCase.Bytes(ImportFormats.RuMod, [RuRows.About]));
        Assert.Empty(read.Rejected);
        Assert.Equal("", read.Rows[0].Areas);
    }

    [Fact]
    public void IdOfAClaimInAStatement_IsRejected()
    {
        using var imported = new ImportedCase();
        var taken = imported.Load().Statements.SelectMany(s => s.Quantities).First().Id.Value;
        var row = RuRows.About.Replace("RU-20250302T0758Z-01", taken, StringComparison.Ordinal);
        Assert.Equal(1, imported.Add(ImportFormats.RuMod, "a.csv", row).Rejected);
        Assert.Empty(imported.Load().Reports);
    }

    [Fact]
    public void RejectsThatCannotBeWritten_LeaveTheCaseAsItWas()
    {
        using var imported = new ImportedCase();
        Directory.CreateDirectory(Path.Combine(imported.RejectsFile, "in the way"));
        Assert.ThrowsAny<IOException>(() => imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1, "UA-1"));
        Assert.False(Directory.Exists(Path.Combine(imported.Folder, "reports")));
        Assert.Empty(Directory.GetFiles(imported.Folder, "*.tmp"));
    }

    [Fact]
    public void RowsOfAnEarlierImportOfTheFile_StayAsTheyAre()
    {
        using var imported = new ImportedCase();
        imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1);
        var before = File.ReadAllText(imported.Report("ua-air-force-a.csv"), Encoding.UTF8);
        imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.UkrainianName);
        var after = File.ReadAllText(imported.Report("ua-air-force-a.csv"), Encoding.UTF8);
        Assert.StartsWith(before, after, StringComparison.Ordinal);
        Assert.Equal(4, imported.Load().Reports.Length);
    }
}
