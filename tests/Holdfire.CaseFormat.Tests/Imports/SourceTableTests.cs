using System.Text;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Files that are not of the layout, not CSV or not UTF-8.</summary>
public sealed class SourceTableTests
{
    [Fact]
    public void BytesThatAreNotUtf8_RejectTheirRowAlone()
    {
        var read = Read(ImportFormats.UaAirForce, With("2025-05-21-02,UA", [0xD0]), UaRows.SameDate1, UaRows.SameDate2, UaRows.UkrainianName);
        var rejected = Assert.Single(read.Rejected);
        Assert.Equal((3, "source_party", "UTF-8", "'UA\uFFFD'"), (rejected.Line, rejected.Column, rejected.Expected, rejected.Found));
        Assert.Equal([2, 4], read.Rows.Select(r => r.Line).Distinct());
    }

    [Fact]
    public void BytesThatAreNotUtf8_RejectTheirRegionAlone()
    {
        var read = Read(ImportFormats.RuMod, With("Bryansk oblast", [0xFF]), [.. RuRows.Evening, RuRows.About]);
        Assert.Equal([(3, "region")], read.Rejected.Select(r => (r.Line, r.Column)));
        Assert.Equal([2, 4, 5], read.Rows.Select(r => r.Line).Distinct());
        Assert.Equal("no", read.Rows[0].PartsExhaustive);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf16WithItsMark_IsRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var imported = new ImportedCase();
        var read = imported.Read(ImportFormats.UaAirForce, "a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(UaRows.Header + "\r\n" + UaRows.UkrainianName)]);
        Assert.Empty(read.Rejected);
        Assert.Equal(Read(ImportFormats.UaAirForce, b => b, UaRows.UkrainianName).Rows.Select(r => r.Id), read.Rows.Select(r => r.Id));
    }

    [Theory]
    [InlineData("utf-16", false, "this looks like UTF-16")]
    [InlineData("utf-32", true, "UTF-32")]
    public void FileInAnotherEncoding_IsOneClearError(string name, bool hasMark, string found)
    {
        var encoding = Encoding.GetEncoding(name);
        using var imported = new ImportedCase();
        var read = imported.Read(ImportFormats.UaAirForce, "a.csv", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(UaRows.Header + "\r\n" + UaRows.SameDate1)]);
        Assert.Empty(read.Rows);
        var told = Assert.Single(read.Rejected);
        Assert.StartsWith("UTF-8 (save it as", told.Expected, StringComparison.Ordinal);
        Assert.EndsWith(found, told.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void ByteOrderMarkOfUtf8_IsPassedOver()
    {
        var read = Read(ImportFormats.UaAirForce, b => [0xEF, 0xBB, 0xBF, .. b], UaRows.SameDate1);
        Assert.Empty(read.Rejected);
        Assert.NotEmpty(read.Rows);
    }

    [Fact]
    public void EmptyFile_IsRejected()
    {
        using var imported = new ImportedCase();
        Assert.Equal((1, "", "a header", "nothing"), Told(Assert.Single(imported.Read(ImportFormats.RuMod, "a.csv", []).Rejected)));
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        var read = Read(ImportFormats.RuMod, b => Replace(b, "total,region", "sum,region"), RuRows.About);
        Assert.Empty(read.Rows);
        Assert.Equal((1, "total", "a column 'total'", "no such column"), Told(Assert.Single(read.Rejected)));
    }

    [Fact]
    public void RowThatIsTooShort_IsRejectedAtTheLineOnWhichItStarts()
    {
        var quoted = UaRows.SameDate1.Replace(",Orlan-10,", ",\"Orlan\r\n-10\",", StringComparison.Ordinal);
        var read = Read(ImportFormats.UaAirForce, b => b, quoted, "UA-1,UA", UaRows.SameDate2);
        Assert.Equal((4, "", "18 fields", "2"), Told(Assert.Single(read.Rejected)));
        Assert.Equal([2, 5], read.Rows.Select(r => r.Line).Distinct());
    }

    [Fact]
    public void StrayQuote_RejectsItsRowAlone()
    {
        var read = Read(ImportFormats.UaAirForce, b => b, UaRows.SameDate1, UaRows.Overlap1.Replace("Ukraine", "Ukr\"aine", StringComparison.Ordinal), UaRows.SameDate2);
        var rejected = Assert.Single(read.Rejected);
        Assert.Equal((3, "quotes after RFC 4180"), (rejected.Line, rejected.Expected));
        Assert.Equal([2, 4], read.Rows.Select(r => r.Line).Distinct());
    }

    [Fact]
    public void OpenQuote_RejectsTheRestOfTheFileFromItsRowOn()
    {
        var read = Read(ImportFormats.UaAirForce, b => b, UaRows.SameDate1, UaRows.Overlap1.Replace(",Ukraine,", ",\"Ukraine,", StringComparison.Ordinal), UaRows.SameDate2);
        Assert.Equal(3, Assert.Single(read.Rejected).Line);
        Assert.Equal([2], read.Rows.Select(r => r.Line).Distinct());
    }

    // What is left of a cut list would pass for the list.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void RowOfABulletinLostByItsShape_LeavesTheTotal_WithSomeOfItsParts(int lost)
    {
        string[] rows = [.. RuRows.NightAfter.Select((r, i) => i == lost ? r + "," : r), RuRows.About];
        var read = Read(ImportFormats.RuMod, b => b, rows);
        Assert.Equal((lost + 2, "16 fields"), (Assert.Single(read.Rejected).Line, read.Rejected[0].Expected));
        Assert.Equal("no", read.Rows[0].PartsExhaustive);
        Assert.Equal(3, read.Rows.Count(r => r.PartOf == read.Rows[0].Id));
    }

    [Fact]
    public void ErrorOfABulletin_RejectsEachOfItsRowsOnce()
    {
        var read = Read(ImportFormats.RuMod, b => b, [.. RuRows.Evening.Select(r => r.Replace("Europe/Moscow", "Europe/Mars", StringComparison.Ordinal))]);
        Assert.Equal([(2, "tz"), (3, "bulletin"), (4, "bulletin")], read.Rejected.Select(r => (r.Line, r.Column)));
    }

    [Fact]
    public void TwoTotalsOfOneBulletin_AreNoTotal()
    {
        string[] rows = [.. RuRows.Evening];
        rows[1] = rows[1].Replace("uav,15", "uav,16", StringComparison.Ordinal);
        var read = Read(ImportFormats.RuMod, b => b, rows);
        Assert.Empty(read.Rows);
        Assert.Equal([(2, "bulletin"), (3, "total"), (4, "bulletin")], read.Rejected.Select(r => (r.Line, r.Column)));
    }

    // The total stays; the region that cannot be read goes.
    [Theory]
    [InlineData(2, "1913Z-03", "1913Z-01", "id")]
    [InlineData(2, "20250520T1913Z-03", "20250520T1913Z", "id")]
    [InlineData(1, ",3,,", ",x,,", "region_count")]
    [InlineData(1, "Bryansk oblast,3", ",x", "region_count")]
    public void RegionThatDoesNotFitItsBulletin_IsRejectedAlone(int row, string good, string bad, string column)
    {
        string[] rows = [.. RuRows.Evening];
        Assert.Contains(good, rows[row], StringComparison.Ordinal);
        rows[row] = rows[row].Replace(good, bad, StringComparison.Ordinal);
        var read = Read(ImportFormats.RuMod, b => b, rows);
        Assert.Equal((row + 2, column), (Assert.Single(read.Rejected).Line, read.Rejected[0].Column));
        Assert.Equal(("15", "no", 2), (read.Rows[0].Count, read.Rows[0].PartsExhaustive, read.Rows.Length - 1));
    }

    [Theory]
    [InlineData("uav,15", "uav,14", "14", 0)]
    [InlineData("uav,15", "uav,16", "16", 3)]
    public void BulletinThatDoesNotSumToItsTotal_KeepsTheTotal(string good, string bad, string total, int parts)
    {
        var read = Read(ImportFormats.RuMod, b => b, [.. RuRows.Evening.Select(r => r.Replace(good, bad, StringComparison.Ordinal))]);
        Assert.Empty(read.Rejected);
        Assert.Equal((total, parts), (read.Rows[0].Count, read.Rows.Length - 1));
        Assert.NotEqual("yes", read.Rows[0].PartsExhaustive);
    }

    [Fact]
    public void UnknownRegion_LeavesTheTotal()
    {
        var read = Read(ImportFormats.RuMod, b => b, [.. RuRows.Evening.Select(r => r.Replace("Bryansk oblast", "Atlantis", StringComparison.Ordinal))]);
        Assert.Equal(("15", "no", 2), (read.Rows[0].Count, read.Rows[0].PartsExhaustive, read.Rows.Length - 1));
    }

    [Fact]
    public void RowThatStandsTwice_IsRejectedTheSecondTime()
    {
        var read = Read(ImportFormats.UaAirForce, b => b, UaRows.SameDate1, UaRows.SameDate1);
        Assert.Equal((3, "id", "an id that stands once in the file", "'UA-2025-05-21-01'"), Told(Assert.Single(read.Rejected)));
    }

    private static (int Line, string Column, string Expected, string Found) Told(RejectedRow r) => (r.Line, r.Column, r.Expected, r.Found);

    private static ReadRows Read(ImportFormat format, Func<byte[], byte[]> change, params string[] rows)
    {
        using var imported = new ImportedCase();
        return imported.Read(format, "a.csv", change(ImportedCase.Bytes(format, rows)));
    }

    /// <summary>Puts bytes after the place where the text stands.</summary>
    private static Func<byte[], byte[]> With(string after, byte[] more) => bytes =>
    {
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(after)) + after.Length;
        return [.. bytes[..at], .. more, .. bytes[at..]];
    };

    private static byte[] Replace(byte[] bytes, string old, string by) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(old, by, StringComparison.Ordinal));
}
