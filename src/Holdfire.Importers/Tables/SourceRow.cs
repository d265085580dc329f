using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Importers;

/// <summary>A record of a source file with its place in it.</summary>
/// <remarks>A row of a CSV file that is read as a stream is only good until the next one is read; <see cref="Kept"/> is good for ever.</remarks>
internal sealed class SourceRow
{
    private readonly TableHeader header;
    private readonly CsvReader? reader;
    private readonly ImmutableArray<string> raw;

    public SourceRow(int line, ImmutableArray<string> raw, TableHeader header) => (Line, this.raw, this.header) = (line, raw, header);

    public SourceRow(int line, CsvReader reader, TableHeader header) => (Line, this.reader, this.header) = (line, reader, header);

    public int Line { get; }

    /// <summary>The file in which it stands.</summary>
    public string File => header.File;

    /// <summary>The columns whose cells held dates as dates and not as texts.</summary>
    public ImmutableHashSet<int> DateCells { get; init; } = [];

    /// <summary>The columns whose cells held numbers.</summary>
    public ImmutableHashSet<int> NumberCells { get; init; } = [];

    /// <summary>All fields as read.</summary>
    public ImmutableArray<string> Raw => reader is null ? raw : CsvFiles.FieldsOf(reader);

    /// <summary>The trimmed text of a column; blank where the file has no such column.</summary>
    public string this[string column] => header.Find(column) is >= 0 and var at ? this[at] : "";

    /// <summary>The trimmed text of a column by its place.</summary>
    public string this[int at] => reader is null ? (at < raw.Length ? raw[at].Trim() : "") : at < reader.FieldCount ? reader.GetString(at).Trim() : "";

    public bool Has(string column) => header.Find(column) >= 0;

    /// <summary>Whether the cell of a column held a date and not a text.</summary>
    public bool IsDate(string column) => DateCells.Contains(header.Find(column));

    /// <summary>Whether the cell of a column held a number and not a text.</summary>
    public bool IsNumber(string column) => NumberCells.Contains(header.Find(column));

    /// <summary>The same row, to be kept.</summary>
    public SourceRow Kept() => reader is null ? this : new SourceRow(Line, Raw, header);

    public RejectedRow Reject(string column, string expected, string found) => new(Line, column, expected, found, Raw) { File = File };

    /// <summary>Ends the reading where a field was not UTF-8: the name of a place may be what was lost.</summary>
    public void CheckUtf8()
    {
        foreach (var (column, at) in header.Columns)
        {
            if (this[at].Contains('\uFFFD', StringComparison.Ordinal))
            {
                throw Refusal(column, "UTF-8");
            }
        }
    }

    public ImportException Refusal(string column, string expected) => new(Reject(column, expected, Shown(this[column])));

    private static string Shown(string value) => value.Length == 0 ? "nothing" : $"'{(value.Length > 80 ? value[..80] + "…" : value)}'";
}
