using CsvHelper;

namespace Holdfire.CaseFormat;

/// <summary>Reads the rows of a CSV file as the maps of a table of keys: lists are parted by semicolons, blank fields are left out.</summary>
internal static class CsvMaps
{
    /// <summary>The rows in order; what cannot be read is an error and left out.</summary>
    public static List<YamlItem> Read(string folder, string file, KeyTable table, ErrorList errors)
    {
        using var stream = Utf8File.Open(folder, file, errors, out _);
        var rows = new List<YamlItem>();
        if (stream is null)
        {
            return rows;
        }

        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            PoolStrings = true,
            TrackLineNumbers = true,
            MaxRecordSize = EnteredReport.LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => errors.Add(new Spot(file, (int)record.LineNumber, 1), "CSV with quotes that are closed and stand around whole fields", "bad quotes"),
        });
        try
        {
            Read(reader, file, table, errors, rows);
        }
        catch (CsvFormatException e)
        {
            errors.Add(new Spot(file, (int)Math.Max(1, reader.LineNumber), 1), "CSV with rows of at most 1 MiB", e.Message);
        }
        catch (IOException e)
        {
            errors.Add(new Spot(file, 1, 1), "a file that can be read", e.Message);
        }

        return rows;
    }

    private static void Read(CsvReader reader, string file, KeyTable table, ErrorList errors, List<YamlItem> rows)
    {
        if (!reader.Read())
        {
            errors.Add(new Spot(file, 1, 1), "a header", "an empty file");
            return;
        }

        if (ColumnsOf(reader, file, table, errors) is not { } columns)
        {
            return;
        }

        while (reader.Read())
        {
            if (reader.FieldCount == columns.Length)
            {
                rows.Add(Row(reader, file, columns));
                continue;
            }

            errors.Add(
                CsvReportFields.SpotOf(file, reader, columns.Length), FormattableString.Invariant($"{columns.Length} fields"),
                FormattableString.Invariant($"{reader.FieldCount}"));
        }
    }

    // The key of each column, or null, with errors, where the header is none.
    private static KeyRule[]? ColumnsOf(CsvReader reader, string file, KeyTable table, ErrorList errors)
    {
        var (before, columns) = (errors.Count, new List<KeyRule>());
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetString(i).TrimStart('\uFEFF');
            if (table.Find(name) is not { } rule)
            {
                errors.Add(CsvReportFields.SpotOf(file, reader, i), "one of the columns " + string.Join(',', table.Rules.Select(r => r.Name)), name);
            }
            else if (columns.Contains(rule))
            {
                errors.Add(CsvReportFields.SpotOf(file, reader, i), "each column once", name);
            }
            else
            {
                columns.Add(rule);
            }
        }

        foreach (var rule in table.Rules.Where(r => r.Required && !columns.Contains(r)))
        {
            errors.Add(new Spot(file, 1, 1), $"the column {rule.Name}", "none");
        }

        return errors.Count == before ? [.. columns] : null;
    }

    private static YamlMap Row(CsvReader reader, string file, KeyRule[] columns)
    {
        var start = new Spot(file, (int)reader.LineNumber, 1);
        var entries = new OrderedDictionary<string, (Spot At, YamlItem Value)>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            var text = reader.GetString(i);
            if (text.Length > 0)
            {
                // The exact column is found again only for rows with an error in them, which are few; the name of the column is enough to find it.
                var at = start with { Field = columns[i].Name };
                entries[columns[i].Name] = (at, columns[i].Shape == KeyShape.Texts ? List(at, text) : new YamlText(at, text, false));
            }
        }

        return new YamlMap(start, entries);
    }

    private static YamlList List(Spot at, string text) =>
        new(at, [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => new YamlText(at, t, false))]);
}
