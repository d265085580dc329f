using System.Collections.Immutable;
using System.Text.Unicode;
using CsvHelper;

namespace Holdfire.Importers;

/// <summary>The records of a CSV file, one at a time; those of the wrong shape are rejected. Memory does not grow with the file.</summary>
internal sealed class SourceTable : IDisposable
{
    private const string OtherThanUtf8 = "UTF-8 (save it as \"CSV UTF-8\", or name its encoding in the map, such as encoding: windows-1252 or windows-1251)";
    private readonly Queue<RejectedRow> bad = new();
    private readonly bool isExact;
    private readonly int linesBefore;
    private readonly CsvReader reader;
    private bool isAtRow;

    private SourceTable(ImportFile file, TableShape shape, bool isExact)
    {
        this.isExact = isExact;
        var stream = file.Open();
        var start = CsvStart.Of(file, shape);
        stream.Position = start.Bytes;
        (linesBefore, Separator) = (start.Lines, start.Separator);
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = start.Separator,
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            Encoding = start.Encoding,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => bad.Enqueue(new RejectedRow(
                (int)r.LineNumber + linesBefore, "", "quotes after RFC 4180", "a stray or open quote", [r.RawRecord]) { File = file.Name }),
        });
        try
        {
            Header = ReadHeader(file, shape);
            isAtRow = shape.Columns.Length > 0 || reader.Read();
            if (isAtRow && IsTags(CsvFiles.FieldsOf(reader)))
            {
                Header.Tags = CsvFiles.FieldsOf(reader);
                isAtRow = reader.Read();
            }
        }
        catch (CsvFormatException e)
        {
            Dispose();
            throw new UnreadableFileException(file.Name, (int)e.LineNumber, "", "CSV after RFC 4180", e.Message);
        }
        catch (UnreadableFileException)
        {
            Dispose();
            throw;
        }
    }

    public TableHeader Header { get; }

    /// <summary>The character between fields, as seen from the header.</summary>
    public char Separator { get; }

    /// <summary>Opens a file at its first record.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">How it is written.</param>
    /// <param name="isExact">Whether rows may have no blank fields beyond the header, and bytes that are not UTF-8 are left to the format.</param>
    /// <exception cref="UnreadableFileException">It is no CSV file, or of another encoding.</exception>
    public static SourceTable Open(ImportFile file, TableShape? shape = null, bool isExact = false) => new(file, shape ?? new(), isExact);

    /// <summary>The records in their order: each a row or why it is none. Blank rows are passed over.</summary>
    public IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Records()
    {
        while (true)
        {
            RejectedRow? end = null;
            try
            {
                isAtRow = isAtRow || reader.Read();
            }
            catch (CsvFormatException e)
            {
                end = new RejectedRow((int)e.LineNumber + linesBefore, "", "CSV after RFC 4180", e.Message, []) { File = Header.File };
            }

            while (bad.TryDequeue(out var shape))
            {
                yield return (null, shape);
            }

            if (end is not null)
            {
                yield return (null, end);
            }

            if (end is not null || !isAtRow)
            {
                yield break;
            }

            isAtRow = false;
            if (isExact || !IsBlank())
            {
                yield return Record();
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private (SourceRow? Row, RejectedRow? Rejected) Record()
    {
        var row = new SourceRow((int)reader.LineNumber + linesBefore, reader, Header);
        var width = Header.Names.Length;
        if (reader.FieldCount != width && (isExact || reader.FieldCount < width || !IsBlank(width)))
        {
            return (null, row.Reject("", $"{width} fields", $"{reader.FieldCount}"));
        }

        if (!isExact && !Utf8.IsValid(reader.RawRecord))
        {
            var column = Header.Columns.FirstOrDefault(c => row[c.At].Contains('\uFFFD', StringComparison.Ordinal)).Name ?? "";
            return (null, row.Reject(column, OtherThanUtf8, column.Length > 0 ? $"'{row[column]}'" : "bytes that are not"));
        }

        return (row, null);
    }

    private bool IsBlank(int from = 0)
    {
        for (var i = from; i < reader.FieldCount; i++)
        {
            if (!reader.IsEmpty(i) && reader.GetString(i).Trim().Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTags(ImmutableArray<string> fields) =>
        fields.Any(f => f.Trim().Length > 0) && fields.All(f => f.Trim() is "" or ['#', _, ..]);

    private TableHeader ReadHeader(ImportFile file, TableShape shape)
    {
        for (var i = 0; i <= shape.SkipRows; i++)
        {
            if (!reader.Read())
            {
                throw new UnreadableFileException(file.Name, 1, "", "a header", "nothing");
            }
        }

        var fields = CsvFiles.FieldsOf(reader);
        if (fields.Any(f => f.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            throw new UnreadableFileException(
                file.Name, (int)reader.LineNumber + linesBefore, "", OtherThanUtf8, "bytes that are not");
        }

        if (shape.Columns.Length > 0 && fields.Length != shape.Columns.Length)
        {
            throw new UnreadableFileException(file.Name, 1, "", $"{shape.Columns.Length} columns", $"{fields.Length}");
        }

        return new TableHeader(file.Name, shape.Columns.Length > 0 ? shape.Columns : fields);
    }
}
