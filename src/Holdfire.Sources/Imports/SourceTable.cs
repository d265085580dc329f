using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Holdfire.Sources.Imports;

/// <summary>The records of a CSV file with a header; those of the wrong shape are rejected.</summary>
internal static class SourceTable
{
    public static (ImmutableArray<SourceRow> Rows, ImmutableArray<RejectedRow> Rejected) Read(
        TextReader text, ImmutableArray<string> wanted)
    {
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => bad = true,
            DetectDelimiter = false,
            IgnoreBlankLines = true,
            CountBytes = false,
        };
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        if (!parser.Read())
        {
            return ([], [new RejectedRow(1, "", "a header", "nothing", [])]);
        }

        ImmutableArray<string> header = [.. parser.Record ?? []];
        var columns = ColumnsOf(header);
        rejected.AddRange(wanted.Where(w => !columns.ContainsKey(w))
            .Select(w => new RejectedRow(1, w, $"a column '{w}'", "no such column", header)));
        if (rejected.Count > 0)
        {
            return ([], rejected.ToImmutable());
        }

        var before = parser.RawRow;
        while (Next(parser, ref bad))
        {
            ImmutableArray<string> raw = [.. parser.Record ?? []];
            var row = new SourceRow(before + 1, raw, columns);
            before = parser.RawRow;
            if (bad || raw.Length != header.Length)
            {
                rejected.Add(row.Reject(
                    "", bad ? "quotes after RFC 4180" : $"{header.Length} fields", bad ? "a stray quote" : $"{raw.Length}"));
                continue;
            }

            rows.Add(row);
        }

        return (rows.ToImmutable(), rejected.ToImmutable());
    }

    private static bool Next(CsvParser parser, ref bool bad)
    {
        bad = false;
        return parser.Read();
    }

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
