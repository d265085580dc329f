using System.Text;
using CsvHelper;

namespace Holdfire.Exports;

/// <summary>Comma-separated values, UTF-8, one line feed after each row; with a row of HXL 1.1 tags under the header where asked for.</summary>
internal static class CsvExport
{
    public static void Write(ExportTable table, string file, bool withTags)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, true);
        Row(writer, table.Columns.Select(c => c.Name));
        if (withTags)
        {
            Row(writer, table.Columns.Select(c => c.Hxl));
        }

        foreach (var row in table.Rows)
        {
            Row(writer, row.Values.Select(CellText.Defused));
        }

        writer.Flush();
    }

    private static void Row(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.EndRecord();
    }
}
