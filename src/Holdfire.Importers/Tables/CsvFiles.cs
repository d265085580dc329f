using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace Holdfire.Importers;

/// <summary>CSV files of text fields, replaced whole or not at all.</summary>
internal static class CsvFiles
{
    /// <summary>The rows of a reports file, fields in the order of the imported row's header; none where it is absent.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = CsvReader.Create(
            File.ReadAllBytes(file), new CsvReaderOptions { Separator = ',', HasHeader = false });
        if (!reader.Read())
        {
            return [];
        }

        ImmutableArray<string> header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        var order = ImportedRow.Header.Select(h => header.IndexOf(h)).ToImmutableArray();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (reader.Read())
        {
            var count = reader.FieldCount;
            rows.Add([.. order.Select(i => i >= 0 && i < count ? reader.GetString(i) : "")]);
        }

        return rows.ToImmutable();
    }

    /// <summary>Writes beside the file, flushes to the disk, and renames.</summary>
    public static void Write(string file, ImmutableArray<string> header, IEnumerable<ImmutableArray<string>> rows)
    {
        var temporary = file + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
                {
                    Put(text, rows.Prepend(header));
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The fields as one line of CSV; no fields are an empty line.</summary>
    public static string Line(ImmutableArray<string> fields)
    {
        if (fields.IsEmpty)
        {
            return "";
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Put(text, [fields]);
        return text.ToString().TrimEnd('\n');
    }

    private static void Put(TextWriter text, IEnumerable<ImmutableArray<string>> rows)
    {
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, true);
        foreach (var row in rows)
        {
            foreach (var field in row)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
        }

        csv.Flush();
    }
}
