using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using Holdfire.Record.Files;

namespace Holdfire.Importers;

/// <summary>CSV files of text fields, replaced whole or not at all.</summary>
internal static class CsvFiles
{
    /// <summary>The rows of a reports file, fields in the order of the imported row's header; none where it is absent.</summary>
    public static IEnumerable<string[]> Rows(string file) => Rows(file, ImportedRow.Header);

    /// <summary>The rows of a file, fields in the order of these columns, blank where it has no such; none where it is absent.</summary>
    public static IEnumerable<string[]> Rows(string file, IEnumerable<string> columns)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', HasHeader = false, PoolStrings = true });
        if (!reader.Read())
        {
            yield break;
        }

        ImmutableArray<string> header = FieldsOf(reader);
        header = header.IsEmpty ? header : header.SetItem(0, header[0].TrimStart('\uFEFF'));
        var order = columns.Select(h => header.IndexOf(h)).ToArray();
        while (reader.Read())
        {
            var count = reader.FieldCount;
            yield return Array.ConvertAll(order, i => i >= 0 && i < count ? reader.GetString(i) : "");
        }
    }

    /// <summary>All fields of the row at which a reader stands.</summary>
    public static ImmutableArray<string> FieldsOf(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    /// <summary>Writes beside the file, flushes to the disk, and renames.</summary>
    public static void Write(string file, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        AtomicFile.Write(file, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
            Put(text, rows.Prepend(header));
        });
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

    private static void Put(TextWriter text, IEnumerable<IEnumerable<string>> rows)
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
