using System.Text;
using CsvHelper;

namespace Holdfire.Bench.Fusion.Files;

/// <summary>RFC 4180 files with a header, read and written by CsvHelper.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        using var reader = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions { Separator = ',', HasHeader = false });
        reader.Read();
        var header = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
        while (reader.Read())
        {
            yield return Enumerable.Range(0, header.Length)
                .ToDictionary(i => header[i], i => i < reader.FieldCount ? reader.GetString(i) : "");
        }
    }

    public static void Write(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false));
        using var writer = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, true);
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row)
            {
                writer.WriteField(cell);
            }

            writer.EndRecord();
        }

        writer.Flush();
    }
}
