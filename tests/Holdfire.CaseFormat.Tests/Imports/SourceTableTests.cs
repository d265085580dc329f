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
    public void BytesThatAreNotUtf8_RejectTheWholeBulletin()
    {
        var read = Read(ImportFormats.RuMod, With("Bryansk oblast", [0xFF]), [.. RuRows.Evening, RuRows.About]);
        Assert.Equal([(2, "bulletin"), (3, "region"), (4, "bulletin")], read.Rejected.Select(r => (r.Line, r.Column)));
        Assert.Equal([5], read.Rows.Select(r => r.Line).Distinct());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void FileInAnotherEncoding_IsOneClearError(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(UaRows.Header + "\r\n" + UaRows.SameDate1)];
        using var imported = new ImportedCase();
        var read = imported.Read(ImportFormats.UaAirForce, "a.csv", bytes);
        Assert.Empty(read.Rows);
        var told = Assert.Single(read.Rejected);
        Assert.StartsWith("UTF-8 (save it as", told.Expected, StringComparison.Ordinal);
        Assert.Equal("bytes that are not: this looks like UTF-16", told.Found);
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
    public void RowOfABulletinLostByItsShape_KeepsTheBulletinOut(int lost)
    {
        string[] rows = [.. RuRows.NightAfter.Select((r, i) => i == lost ? r + "," : r), RuRows.About];
        var read = Read(ImportFormats.RuMod, b => b, rows);
        Assert.Contains(read.Rejected, r => r.Line == lost + 2 && r.Expected == "16 fields");
        Assert.Contains(read.Rejected, r => r.Column == "listed_sum");
        Assert.Equal(5, read.Rejected.Length);
        Assert.Equal([7], read.Rows.Select(r => r.Line).Distinct());
    }

    [Fact]
    public void FaultOfABulletin_RejectsEachOfItsRowsOnce()
    {
        var read = Read(ImportFormats.RuMod, b => b, [.. RuRows.Evening.Select(r => r.Replace("Europe/Moscow", "Europe/Mars", StringComparison.Ordinal))]);
        Assert.Equal([(2, "tz"), (3, "bulletin"), (4, "bulletin")], read.Rejected.Select(r => (r.Line, r.Column)));
    }

    [Theory]
    [InlineData(1, "uav,15", "uav,16", "total")]
    [InlineData(1, "stated,15", "stated,14", "listed_sum")]
    [InlineData(2, "1913Z-03", "1913Z-01", "id")]
    [InlineData(2, "20250520T1913Z-03", "20250520T1913Z", "id")]
    [InlineData(1, ",3,,", ",x,,", "region_count")]
    [InlineData(1, "Bryansk oblast,3", ",x", "region_count")]
    public void RowThatDoesNotFitItsBulletin_IsRejected(int row, string good, string bad, string column)
    {
        string[] rows = [.. RuRows.Evening];
        Assert.Contains(good, rows[row], StringComparison.Ordinal);
        rows[row] = rows[row].Replace(good, bad, StringComparison.Ordinal);
        var read = Read(ImportFormats.RuMod, b => b, rows);
        Assert.Empty(read.Rows);
        Assert.Equal((row + 2, column), read.Rejected.Where(r => r.Column != "bulletin").Select(r => (r.Line, r.Column)).Single());
        Assert.Equal(3, read.Rejected.Length);
    }

    [Theory]
    [InlineData("uav,15", "uav,14")]
    [InlineData("uav,15", "uav,16")]
    public void WholeBulletin_ThatDoesNotSumToItsTotal_IsRejected(string good, string bad)
    {
        var read = Read(ImportFormats.RuMod, b => b, [.. RuRows.Evening.Select(r => r.Replace(good, bad, StringComparison.Ordinal))]);
        Assert.Equal("the sum of its regions, 15", read.Rejected[0].Expected);
        Assert.Empty(read.Rows);
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
