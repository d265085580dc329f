using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>The full files, against sums of their own columns made with another reader.</summary>
public sealed class SharedFilesTests
{
    [Fact]
    public void UkrainianFile_GoesInWhole_AndSumsToItsColumns()
    {
        var records = SharedData.Records(SharedData.Ukrainian);
        Assert.Equal(318, records.Count);
        var rows = ReadAll(ImportFormats.UaAirForce, SharedData.Ukrainian);
        Assert.Equal(318, rows.Select(r => r.Line).Distinct().Count());
        foreach (var measure in new[] { "launched", "destroyed", "not_reached" })
        {
            var stated = records.Select(r => r[measure]).Where(v => v.Length > 0).Select(Number).ToList();
            var wholes = rows.Where(r => r.Measure == measure && r.PartOf.Length == 0).Select(r => Number(r.Count)).ToList();
            Assert.Equal((stated.Count, stated.Sum()), (wholes.Count, wholes.Sum()));
        }
    }

    [Fact]
    public void RussianFile_GoesInWhole_AndSumsToItsBulletins()
    {
        var records = SharedData.Records(SharedData.Russian);
        Assert.Equal(687, records.Count);
        var rows = ReadAll(ImportFormats.RuMod, SharedData.Russian);
        var totals = records.GroupBy(r => r["bulletin"]).ToDictionary(b => b.Key, b => Number(b.First()["total"]));
        var wholes = rows.Where(r => r.PartOf.Length == 0).ToList();
        Assert.Equal(310, wholes.Count);
        Assert.Equal(totals.Values.Sum(), wholes.Sum(r => Number(r.Count)));
        Assert.Equal(totals, wholes.ToDictionary(r => r.Id, r => Number(r.Count)));

        var named = records.Where(r => r["region"].Length > 0).ToDictionary(r => r["id"], r => Number(r["region_count"]));
        Assert.Equal(named, rows.Where(r => r.PartOf.Length > 0).ToDictionary(r => r.Id, r => Number(r.Count)));
        Assert.Equal(687 - 32, named.Count);
        var whole = records.Where(r => r["parse_status"] == "whole").Select(r => r["bulletin"]).ToHashSet();
        Assert.Equal(262, whole.Count);
        Assert.Equal(whole, wholes.Where(r => r.PartsExhaustive == "yes").Select(r => r.Id).ToHashSet());
    }

    [Theory]
    [InlineData(SharedData.Ukrainian, "ua-air-force-2025-spring.csv")]
    [InlineData(SharedData.Russian, "ru-mod-2025-spring.csv")]
    public void ReportsOfTheBuiltInCase_AreWhatTheImporterMakesOfTheRowsUpTo11May(string shared, string reports)
    {
        var bytes = SharedData.Bytes(shared);
        using var imported = new ImportedCase();
        var format = shared == SharedData.Russian ? ImportFormats.RuMod : ImportFormats.UaAirForce;
        var summary = imported.Add(format, "2025-spring.csv", bytes, strict: true);
        Assert.Equal((0, 0, imported.Report(reports)), (summary.Rejected, summary.Present, summary.ReportsFile));
        var made = Lines(imported.Report(reports));
        Assert.Equal(
            made.Where(l => string.CompareOrdinal(l.Split(',')[3], "2025-05-12") < 0 || l.StartsWith("id,", StringComparison.Ordinal)),
            Lines(Path.Combine(SharedData.BuiltInCase, "reports", reports)));
        Assert.Equal(summary.Added, imported.Load().Reports.Length);
    }

    private static List<string> Lines(string file) => [.. File.ReadAllLines(file).Select(l => l.Replace("\"", "", StringComparison.Ordinal))];

    [Fact]
    public void RowsOfTheOtherTests_StandInTheFiles()
    {
        var ukrainian = SharedData.Records(SharedData.Ukrainian).Select(r => string.Join(',', r.Values)).ToHashSet();
        Assert.All(UaRows.All, r => Assert.Contains(r.Replace("\"", "", StringComparison.Ordinal), ukrainian));
        var russian = SharedData.Records(SharedData.Russian)
            .Select(r => string.Join(',', r.Select(f => f.Key == "text_anchor" ? "" : f.Value))).ToHashSet();
        Assert.All(RuRows.All, r => Assert.Contains(r, russian));
    }

    private static ImmutableArray<ImportedRow> ReadAll(ImportFormat format, string name)
    {
        var bytes = SharedData.Bytes(name);
        using var imported = new ImportedCase();
        var read = imported.Read(format, name, bytes);
        Assert.Empty(read.Rejected);
        return read.Rows;
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
