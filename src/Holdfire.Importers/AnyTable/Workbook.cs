using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace Holdfire.Importers;

/// <summary>The rows of a sheet of a workbook (.xlsx) by the types of their cells: a date cell is a date, whatever it looks like.</summary>
internal static class Workbook
{
    private const long LargestFile = 512L << 20;

    // From the day 0 of one count to that of the other.
    private const int DaysLater = 1462;

    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Records(ImportFile file, TableShape shape, Action<TableHeader> check)
    {
        using var stream = Whole(file);
        var sheet = SheetOf(file, stream, shape.Sheet);
        TableHeader? header = null;
        var line = 0;
        var tagsMayFollow = true;
        var later = CountsFrom1904(stream) ? DaysLater : 0;
        foreach (var cells in Rows(file, stream, sheet).Select(r => later == 0 ? r : Array.ConvertAll(r, c => c is DateTime date ? date.AddDays(later) : c)))
        {
            line++;
            if (line <= shape.SkipRows || cells.All(c => c is null or ""))
            {
                continue;
            }

            if (header is null)
            {
                header = new TableHeader(file.Name, cells.Select(c => Text(c)));
                check(header);
                continue;
            }

            if (tagsMayFollow && cells.All(c => c is null or "" || c is string s && s.StartsWith('#')))
            {
                header.Tags = [.. cells.Select(Text)];
                check(header);
                tagsMayFollow = false;
                continue;
            }

            tagsMayFollow = false;
            yield return (RowOf(line, cells, header), null);
        }

        if (header is null)
        {
            throw new UnreadableFileException(file.Name, 1, "", "a header", "an empty sheet");
        }
    }

    /// <summary>The shape for each sheet of a workbook that is not blank; the one that is named alone, where one is.</summary>
    public static ImmutableArray<TableShape> SheetsOf(ImportFile file, TableShape shape)
    {
        if (shape.Sheet.Length > 0)
        {
            return [shape];
        }

        using var stream = Whole(file);
        var names = Guarded(file, () => stream.GetSheetNames());
        return [.. names.Where(n => Rows(file, Rewound(stream), n).Any(r => r.Any(c => c is not (null or "")))).Select(n => shape with { Sheet = n })];
    }

    private static MemoryStream Rewound(MemoryStream stream)
    {
        stream.Position = 0;
        return stream;
    }

    // Workbooks made on older Macintosh computers count days from 1904, and the library does not look.
    private static bool CountsFrom1904(MemoryStream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            using var part = archive.GetEntry("xl/workbook.xml")?.Open();
            using var reader = part is null ? null : XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader?.Read() == true)
            {
                if (reader.LocalName == "workbookPr")
                {
                    return reader.GetAttribute("date1904") is "1" or "true";
                }
            }

            return false;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static SourceRow RowOf(int line, object?[] cells, TableHeader header) =>
        new(line, [.. header.Names.Select((_, i) => i < cells.Length ? Text(cells[i]) : "")], header)
        {
            DateCells = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i] is DateTime or TimeSpan)],
            NumberCells = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i] is double)],
        };

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.AddTicks(TimeSpan.TicksPerSecond / 2).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan clock => new DateTime(clock.Ticks % TimeSpan.TicksPerDay).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "yes" : "no",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static MemoryStream Whole(ImportFile file)
    {
        using var stream = file.Open();
        if (stream.Length > LargestFile)
        {
            throw new UnreadableFileException(file.Name, 1, "", "a workbook of at most 512 MiB; save larger tables as CSV", "a larger one");
        }

        var whole = new MemoryStream();
        stream.CopyTo(whole);
        WorkbookSize.Demand(file.Name, whole);
        whole.Position = 0;
        return whole;
    }

    private static string SheetOf(ImportFile file, MemoryStream stream, string wanted)
    {
        var sheets = Guarded(file, () => stream.GetSheetNames());
        stream.Position = 0;
        return wanted.Length == 0 ? sheets.FirstOrDefault("") : sheets.Contains(wanted) ? wanted
            : throw new UnreadableFileException(file.Name, 1, "", $"a sheet '{wanted}'", $"the sheets {string.Join(", ", sheets)}");
    }

    private static IEnumerable<object?[]> Rows(ImportFile file, MemoryStream stream, string sheet)
    {
        using var rows = Guarded(file, () => stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)
            .Select(r => ((IDictionary<string, object?>)r).Values.ToArray()).GetEnumerator());
        while (Guarded(file, rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    // What the library throws on damaged workbooks is of many kinds.
    private static T Guarded<T>(ImportFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnreadableFileException))
        {
            throw new UnreadableFileException(file.Name, 1, "", "a workbook (.xlsx) that can be read", e.Message);
        }
    }
}
