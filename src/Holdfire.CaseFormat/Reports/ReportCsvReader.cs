using System.Collections.Immutable;
using CsvHelper;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the report files of a case.</summary>
internal sealed class ReportCsvReader(LoadState state, ReportReader reports)
{
    private const int ShortestRow = 30;

    private static readonly ImmutableArray<ReportColumn> Required =
    [
        ReportColumn.Id, ReportColumn.Source, ReportColumn.Act, ReportColumn.Measure, ReportColumn.Count,
        ReportColumn.Precision, ReportColumn.Zone,
    ];

    /// <summary>Adds the reports of a file.</summary>
    public void Read(string folder, string file, ImmutableArray<Report>.Builder into)
    {
        using var stream = Utf8File.Open(folder, file, state.Errors, out var lines);
        if (stream is null)
        {
            state.Ids.Miss(IdKind.Report);
            return;
        }

        // Room is made at once, but not for lines that are too short to be rows.
        var rows = (int)Math.Min(lines, stream.Length / ShortestRow);
        into.Capacity = Math.Max(into.Capacity, into.Count + rows);
        state.Ids.Expect(rows);

        // Only errors need the whole file at hand.
        var spots = new Lazy<ByteSpots>(() => new ByteSpots(file, Utf8File.ReadBytes(folder, file, state.Errors) ?? []));
        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            PoolStrings = true,
            TrackLineNumbers = true,
            MaxRecordSize = EnteredReport.LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => Skip(SpotOf(record, file, spots.Value), Expected(record.Reason), "bad quotes"),
        });
        try
        {
            Read(reader, file, into);
        }
        catch (CsvFormatException e)
        {
            var isLong = e.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal);
            Skip(
                isLong ? new Spot(file, (int)Math.Max(1, reader.LineNumber), 1) : spots.Value.At(e.ByteOffset),
                isLong ? "rows of at most 1 MiB" : "CSV", isLong ? "a longer one, or a quote that is not closed" : e.Message);
        }
        catch (IOException e)
        {
            Skip(new Spot(file, 1, 1), "a file that can be read", e.Message);
        }
    }

    // The parser gives the end of the file for a quote that is never closed; its opening helps more.
    private static Spot SpotOf(CsvMalformedRecord record, string file, ByteSpots spots)
    {
        if (record.Reason != CsvMalformedReason.UnterminatedQuote)
        {
            return spots.At(record.ByteOffset);
        }

        var (line, column, quoted) = ((int)record.LineNumber, 1, false);
        var opened = new Spot(file, line, column);
        foreach (var letter in record.RawRecord)
        {
            quoted ^= letter == '"';
            opened = letter == '"' && quoted ? new Spot(file, line, column) : opened;
            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return opened;
    }

    private static string Expected(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a closing quote for the quote that is opened",
        CsvMalformedReason.TextAfterClosingQuote => "a comma or the line's end after a closing quote",
        _ => "a quote only in a field in quotes, and doubled there",
    };

    private void Read(CsvReader reader, string file, ImmutableArray<Report>.Builder into)
    {
        if (!reader.Read())
        {
            state.Errors.Add(new Spot(file, 1, 1), "a header", "an empty file");
            return;
        }

        var width = reader.FieldCount;
        if (Positions(reader, file) is not { } positions)
        {
            state.Ids.Miss(IdKind.Report);
            return;
        }

        var fields = new CsvReportFields(file, reader, positions);
        while (reader.Read())
        {
            if (reader.FieldCount == width)
            {
                into.Add(Row(fields));
                continue;
            }

            var at = CsvReportFields.SpotOf(file, reader, width);
            Skip(at, FormattableString.Invariant($"{width} fields"), FormattableString.Invariant($"{reader.FieldCount}"));
        }
    }

    // A row that cannot be read may hold the id that another refers to.
    private void Skip(Spot at, string expected, string found)
    {
        state.Errors.Add(at, expected, found);
        state.Ids.Miss(IdKind.Report);
    }

    private Report Row(CsvReportFields fields)
    {
        var report = reports.Read(fields);
        EnteredReport.Check(fields, report.Areas.Length, state);
        state.Ids.Define(IdKind.Report, report.Id.Value, fields);
        return report;
    }

    // The place of each column in the file, or null, with errors, where the header is none.
    private int[]? Positions(CsvReader reader, string file)
    {
        var before = state.Errors.Count;
        if (reader.FieldCount == 1 && reader.GetString(0).Split(';').Count(n => EnumText<ReportColumn>.TryParse(n.Trim(), out _)) > 1)
        {
            state.Errors.Add(new Spot(file, 1, 1), "columns separated by commas", "semicolons (save the file as CSV with commas)");
            return null;
        }

        var positions = Enumerable.Repeat(-1, ReportFields.Names.Length).ToArray();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetString(i);
            if (!EnumText<ReportColumn>.TryParse(name, out var column))
            {
                state.Errors.Add(
                    CsvReportFields.SpotOf(file, reader, i), "one of the columns " + string.Join(',', ReportFields.Names), name);
            }
            else if (positions[(int)column] >= 0)
            {
                state.Errors.Add(CsvReportFields.SpotOf(file, reader, i), "each column once", name);
            }
            else
            {
                positions[(int)column] = i;
            }
        }

        foreach (var column in Required.Where(c => positions[(int)c] < 0))
        {
            state.Errors.Add(new Spot(file, 1, 1), $"the column {EnumText<ReportColumn>.Format(column)}", "none");
        }

        return state.Errors.Count == before ? positions : null;
    }
}
