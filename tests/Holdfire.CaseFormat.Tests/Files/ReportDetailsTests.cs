using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>The columns that came after the others: point, mode, quotes and denies.</summary>
public sealed class ReportDetailsTests
{
    private const string Header = "id,source,act,measure,count,zone,precision,lat,lon,radius_km,mode,quotes,denies\n";

    [Fact]
    public void Load_RowWithAll_HasTheValuesAsWritten()
    {
        var reports = Good("R1,aa-army,attack,occurred,1,UTC,unknown,47.25,-8.5,1.5,on_site,R2,R3\n");
        Assert.Equal(new GeoCircle(new GeoPoint(47.25, -8.5), 1.5), reports[0].Point);
        Assert.Equal(ObservationMode.OnSite, reports[0].Mode);
        Assert.Equal(["R2"], reports[0].Quotes.Select(q => q.Value));
        Assert.Equal(["R3"], reports[0].Denies.Select(q => q.Value));
    }

    [Fact]
    public void Load_PointWithoutRadius_IsThePointItself() =>
        Assert.Equal(new GeoCircle(new GeoPoint(0, 180), 0), Good("R1,aa-army,attack,occurred,1,UTC,unknown,0,180,,,,\n")[0].Point);

    [Fact]
    public void Load_RowWithNone_IsAClaimWithoutAPlaceThatRepeatsNobody()
    {
        var report = Good("R1,aa-army,attack,occurred,1,UTC,unknown,,,,,,\n")[0];
        Assert.Null(report.Point);
        Assert.Equal(ObservationMode.Claimed, report.Mode);
        Assert.Empty(report.Quotes);
        Assert.Empty(report.Denies);
    }

    [Theory]
    [InlineData("47,,,,,", 2, 45, "lat and lon together", "nothing")]
    [InlineData(",8,,,,", 2, 42, "lat and lon together", "nothing")]
    [InlineData(",,3,,,", 2, 42, "lat and lon together", "nothing")]
    [InlineData("90.5,8,,,,", 2, 42, "a number from -90 to 90", "90.5")]
    [InlineData("47,-181,,,,", 2, 45, "a number from -180 to 180", "-181")]
    [InlineData("47,NaN,,,,", 2, 45, "a number from -180 to 180", "NaN")]
    [InlineData("47,8,-1,,,", 2, 47, "a number from 0 to 20100", "-1")]
    [InlineData("47,8,far,,,", 2, 47, "a number from 0 to 20100", "far")]
    [InlineData(",,,seen,,", 2, 45, "claimed heard saw recorded on_site", "seen")]
    [InlineData(",,,,R9,", 2, 46, "the id of a known report", "R9")]
    [InlineData(",,,,,R9", 2, 47, "the id of a known report", "R9")]
    [InlineData(",,,,R1,", 2, 46, "does not, through others, repeat this one", "R1")]
    [InlineData(",,,,,R1", 2, 47, "other reports than this one", "R1")]
    public void Load_BadValue_IsNamedWithItsPlace(string fields, int line, int column, string expected, string found)
    {
        var load = Load($"R1,aa-army,attack,occurred,1,UTC,unknown,{fields}\n");
        var error = Assert.Single(load.Errors);
        Assert.Equal(("reports/2030-01.csv", line, column, found), (error.Where, error.Line, error.Column, error.Found));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReportsThatRepeatEachOtherAcrossFiles_AreRefusedOnce()
    {
        using var small = new SmallCase();
        Write(small, "2030-01.csv", "R1,aa-army,attack,occurred,1,UTC,unknown,,,,,R2,\n");
        Write(small, "2030-02.csv", "R2,aa-army,attack,occurred,1,UTC,unknown,,,,,R1,\n");
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Contains("repeat this one", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReportThatDeniesWhatItQuotes_IsRefused()
    {
        var error = Assert.Single(Load(
            "R1,aa-army,attack,occurred,1,UTC,unknown,,,,,R2,R2\nR2,aa-army,attack,occurred,1,UTC,unknown,,,,,,\n").Errors);
        Assert.Equal(("reports that this one does not quote as well in the column denies", "R2"), (error.Expected, error.Found));
    }

    [Fact]
    public void Load_IdThatHoldsTheSignBetweenIds_IsRefused()
    {
        var error = Assert.Single(Load("R1;R2,aa-army,attack,occurred,1,UTC,unknown,,,,,,\n").Errors);
        Assert.Equal(("reports/2030-01.csv", 2, 1, "R1;R2"), (error.Where, error.Line, error.Column, error.Found));
        Assert.Contains("without semicolons", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReportToldBeforeItsWindow_IsKeptAsItsSourceWroteIt()
    {
        using var small = new SmallCase();
        File.WriteAllText(Path.Combine(small.Folder, "reports", "2030-01.csv"), "id,source,act,measure,count,zone,precision,from,to,published\n"
            + "R1,aa-army,attack,occurred,1,UTC,day,2030-01-02,2030-01-02,2030-01-01T22:50Z\n");
        Assert.Empty(CaseFolder.Load(small.Folder).Errors);
    }

    [Fact]
    public void Load_ReportsThatDenyEachOther_AreNoError()
    {
        var reports = Good(
            "R1,aa-army,attack,occurred,1,UTC,unknown,,,,,,R2\n" +
            "R4,aa-army,attack,occurred,1,UTC,unknown,,,,,,R1\n");
        Assert.Equal(2, reports.Count(r => r.Denies.Length == 1));
    }

    private static ImmutableArray<Report> Good(string rows)
    {
        var load = Load(rows + "R2,aa-army,attack,occurred,1,UTC,unknown,,,,,,\nR3,aa-army,attack,occurred,1,UTC,unknown,,,,,,\n");
        Assert.Empty(load.Errors);
        return load.Case!.Reports;
    }

    private static CaseLoad Load(string rows)
    {
        using var small = new SmallCase();
        Write(small, "2030-01.csv", rows);
        return CaseFolder.Load(small.Folder);
    }

    private static void Write(SmallCase small, string file, string rows) =>
        File.WriteAllText(Path.Combine(small.Folder, "reports", file), Header + rows);
}
