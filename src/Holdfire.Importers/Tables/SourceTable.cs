using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Holdfire.Importers;

/// <summary>The records of a CSV file with a header; those of the wrong shape are rejected.</summary>
internal static class SourceTable
{
    public static (ImmutableArray<SourceRow> Rows, ImmutableArray<RejectedRow> Rejected) Read(
        TextReader text, ImmutableArray<string> wanted)
    {
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text.ReadToEnd()), new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => rejected.Add(new RejectedRow(
                (int)r.LineNumber, "", "quotes after RFC 4180", "a stray or open quote",
                [r.RawRecord])),
        });
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        try
        {
            Read(reader, wanted, rows, rejected);
        }
        catch (CsvFormatException e)
        {
            rejected.Add(new RejectedRow((int)e.LineNumber, "", "CSV after RFC 4180", e.Message, []));
        }

        return (rows.ToImmutable(), rejected.ToImmutable());
    }

    private static void Read(
        CsvReader reader, ImmutableArray<string> wanted, ImmutableArray<SourceRow>.Builder rows,
        ImmutableArray<RejectedRow>.Builder rejected)
    {
        if (!reader.Read())
        {
            rejected.Add(new RejectedRow(1, "", "a header", "nothing", []));
            return;
        }

        var header = FieldsOf(reader);
        if (header.Any(h => h.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            rejected.Add(new RejectedRow((int)reader.LineNumber, "", "UTF-8", "bytes that are not", header));
            return;
        }

        var columns = ColumnsOf(header);
        var missing = wanted.Where(w => !columns.ContainsKey(w)).ToImmutableArray();
        rejected.AddRange(missing.Select(w => new RejectedRow((int)reader.LineNumber, w, $"a column '{w}'", "no such column", header)));
        while (missing.IsEmpty && reader.Read())
        {
            var raw = FieldsOf(reader);
            var row = new SourceRow((int)reader.LineNumber, raw, columns);
            if (raw.Length == header.Length)
            {
                rows.Add(row);
                continue;
            }

            rejected.Add(row.Reject("", $"{header.Length} fields", $"{raw.Length}"));
        }
    }

    private static ImmutableArray<string> FieldsOf(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static Dictionary<string, int> ColumnsOf(ImmutableArray<string> header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            columns.TryAdd(header[i].Trim().TrimStart('\uFEFF'), i);
        }

        return columns;
    }
}
