using CsCheck;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Bytes changed at random in the tables of claims. A longer run is <c>CsCheck_Iter=5000</c>.</summary>
public sealed class ImportFuzzTests
{
    [Fact]
    public void Import_BytesChangedAtRandom_RejectsRowsAndLeavesACaseWithoutErrors()
    {
        using var imported = new ImportedCase();
        var sources = Path.Combine(imported.Folder, "sources.yaml");
        var before = File.ReadAllBytes(sources);
        Gen.Select(Gen.Bool.Select(b => b ? ImportFormats.RuMod : ImportFormats.UaAirForce), FileChange.Some(1)).Sample(
            (format, change) =>
            {
                File.WriteAllBytes(sources, before);
                var rows = format == ImportFormats.RuMod ? RuRows.All : UaRows.All;
                var bytes = FileChange.Apply(ImportedCase.Bytes(format, rows), change.Changes);
                var summary = imported.Add(format, "a.csv", bytes);
                var load = CaseFolder.Load(imported.Folder);
                Assert.Empty(load.Errors);
                Assert.Equal(summary.Added, load.Case!.Reports.Length);
                Assert.True(summary.IsUnreadable || summary.Rejected > 0 == File.Exists(imported.RejectsFile));
                Assert.All(imported.Read(format, "a.csv", bytes).Rejected, r => Assert.True(r.Line > 0 && r.Expected.Length > 0));
                if (summary.ReportsFile is { } written)
                {
                    File.Delete(written);
                }
            },
            iter: FileChange.Iterations, threads: 1);
    }

    [Theory]
    [InlineData("Night\u001dWatch", "source_name", "U+001D in it")]
    [InlineData("Night\u200bWatch", "source_name", "U+200B in it")]
    [InlineData("Cafe\u0301 Watch", "source_name", "the same written otherwise: ua-cafe\u0301-watch")]
    [InlineData("Night;Watch", "source_name", "ua-night;watch")]
    public void SourceThatTheCaseCouldNotHold_IsRejectedWithItsColumn(string name, string column, string found)
    {
        using var imported = new ImportedCase();
        var summary = imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1, UaRows.SameDate2.Replace("Air Command South", name, StringComparison.Ordinal));
        var rejected = Assert.Single(summary.Rows);
        Assert.Equal((3, column, found), (rejected.Line, rejected.Column, rejected.Found));
        Assert.DoesNotContain("Watch", File.ReadAllText(Path.Combine(imported.Folder, "sources.yaml")), StringComparison.Ordinal);
        Assert.NotEmpty(imported.Load().Reports);
    }

    [Fact]
    public void RowThatTheReaderOfTheCaseWouldRefuse_IsRejectedByEveryFormat()
    {
        using var imported = new InventedImport();
        var options = imported.Map("source: desk\ncolumns: {id: id, from: day, areas: where}\nareas: {Twice: [OR-L, Lower Marl]}\nconstants: {act: attack}\n");
        var summary = imported.Add("table", options, ("t.csv", "id,day,where\n1,2031-03-10,Twice\n"));
        Assert.Equal(("each area once", 0), (Assert.Single(summary.Rows).Expected, summary.Added));
        var longest = imported.Add("table", imported.Map("source: desk\ncolumns: {id: id, from: day, narrative: text}\nconstants: {act: attack}\n"), ("u.csv", $"id,day,text\n1,2031-03-10,{new string('x', 1 << 20)}\n2,2031-03-10,y\n"));
        Assert.Equal(("text", "a row of at most 1 MiB", 1), (Assert.Single(longest.Rows).Column, longest.Rows[0].Expected, longest.Added));
    }

    [Theory]
    [InlineData("A\\u001fB")]
    [InlineData("A\\u200bB")]
    public void ChannelWhoseNameTheCaseCouldNotHold_IsRejected(string name)
    {
        using var imported = new InventedImport();
        var summary = imported.Add("telegram", null, ("r.json", $$"""{"name":"{{name}}","id":19,"messages":[{"id":42,"type":"message","date_unixtime":"1930784700","text":"x"}]}"""));
        Assert.Equal((0, 1), (summary.Added, summary.Rejected));
        Assert.Equal("name", Assert.Single(summary.Rows).Column);
    }

    [Theory]
    [InlineData("\u0007")]
    [InlineData("\u00ad")]
    [InlineData("\u202e")]
    [InlineData("\uD800")]
    public void IdWithACharacterThatNobodySees_IsRejectedWithItsColumn(string hidden)
    {
        using var imported = new ImportedCase();
        var summary = imported.Add(ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1.Replace("UA-2025", "UA-" + hidden + "2025", StringComparison.Ordinal));
        Assert.Equal("id", Assert.Single(summary.Rows).Column);
        Assert.Empty(imported.Load().Reports);
    }
}
