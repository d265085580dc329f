using System.Globalization;
using CsvHelper;

namespace Holdfire.Fusion.Files;

/// <summary>RFC 4180 files with a header, read and written by CsvHelper.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        using var reader = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var header = reader.HeaderRecord!;
        while (reader.Read())
        {
            yield return header.ToDictionary(h => h, h => reader.GetField(h) ?? "");
        }
    }

    public static void Write(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        using var writer = new CsvWriter(file, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row)
            {
                writer.WriteField(cell);
            }

            writer.NextRecord();
        }
    }
}
