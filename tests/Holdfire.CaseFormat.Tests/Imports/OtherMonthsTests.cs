using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Months of the two claims layouts that nobody looked at when they were read: next to no claimed drone may be lost.</summary>
public sealed class OtherMonthsTests
{
    [Fact]
    public void UkrainianMonth_LosesNoDrone()
    {
        var rows = new List<string>();
        var stated = 0L;
        for (var day = 1; day <= 28; day++)
        {
            var launched = 100 + (day * 7 % 60);
            stated += launched;

            // Every other row has a day and a clock time; every third a body, every fourth a region, that is not known; every fifth parts that are too many.
            var start = day % 2 == 0 ? $"2026-02-{day:00}" : $"2026-02-{day:00}T20:00";
            var end = day == 28 ? "2026-03-01T08:30" : $"2026-02-{day + 1:00}T08:30";
            var body = day % 3 == 0 ? "Air Command East" : "Air Force of the Armed Forces of Ukraine";
            var region = day % 4 == 0 ? "Atlantis" : "Ukraine";
            var parts = day % 5 == 0 ? "Odesa oblast=5000" : day % 4 == 0 ? "Atlantis=3; Sumy oblast=2" : "";
            rows.Add($"UA-2026-{day:00},UA,{body},,{start},{end},Europe/Kyiv,minute,Shahed-136/131,one_way_attack_uav,{launched},50,20,,{region},,p/{day},{parts}");
        }

        using var imported = new ImportedCase();
        var summary = imported.Add(ImportFormats.UaAirForce, "feb.csv", rows);
        Assert.Equal("28 = 28 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        var reports = imported.Load().Reports;
        Assert.Equal(stated, reports.Where(r => r.Measure == Model.Measure.Launched).Sum(r => r.Count.Min));
        Assert.Equal(28 * 50, reports.Where(r => r.Measure == Model.Measure.Destroyed && r.PartOf is null).Sum(r => r.Count.Min));
        Assert.Single(summary.Warnings, w => w.StartsWith("source_name 'Air Command East' (9 rows)", StringComparison.Ordinal));
    }

    [Fact]
    public void RussianMonth_KeepsTheTotals()
    {
        var rows = new List<string>();
        var stated = 0L;
        for (var day = 1; day <= 28; day++)
        {
            var (first, second) = (20 + day, 10);
            var total = first + second - (day % 7 == 0 ? 5 : 0);
            stated += total;
            var (from, to, precision) = day % 2 == 0 ? ($"2026-02-{day:00}", $"2026-02-{day:00}T07:00", "minute_range") : ($"2026-01-{day:00}", $"2026-01-{day + 1:00}", "night");
            foreach (var (number, region, count) in new[] { (1, "Bryansk oblast", first), (2, day % 3 == 0 ? "New Atlantis oblast" : "Kursk oblast", second) })
            {
                rows.Add($"RU-X{day:00}-0{number},RU,2026-03-01T04:10Z,{from},{to},Europe/Moscow,uav,{total},{region},{count},,RU-X{day:00},{precision},stated,{first + second},whole");
            }
        }

        using var imported = new ImportedCase();
        var summary = imported.Add(ImportFormats.RuMod, "feb.csv", rows);
        Assert.Equal("56 = 56 + 0 + 0 + 0 + 0 + 0", InventedImport.Counted(summary));
        Assert.Equal(stated, imported.Load().Reports.Where(r => r.PartOf is null).Sum(r => r.Count.Min));
    }
}
