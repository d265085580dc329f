using NodaTime;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Holdfire.Exports;

/// <summary>A workbook for people: the rows with a header that stays in sight, and a sheet that says what the columns are.</summary>
/// <remarks>Texts are texts, never formulas. The container notes when it was written, so its bytes are not the same twice.</remarks>
internal static class WorkbookExport
{
    // What a cell may hold (ECMA-376).
    private const int LongestCell = 32_767;

    public static void Write(ExportTable table, string file) => WriteAsync(table, file).GetAwaiter().GetResult();

    private static async Task WriteAsync(ExportTable table, string file)
    {
        var stream = File.Create(file);
        await using (stream.ConfigureAwait(false))
        {
            using var book = await Spreadsheet.CreateNewAsync(stream).ConfigureAwait(false);
            var bold = book.AddStyle(new Style { Font = { Bold = true } });
            await book.StartWorksheetAsync(table.Name, new WorksheetOptions { FrozenRows = 1 }).ConfigureAwait(false);
            await book.AddHeaderRowAsync([.. table.Columns.Select(c => c.Name)], bold).ConfigureAwait(false);
            foreach (var row in table.Rows)
            {
                await book.AddRowAsync([.. row.Values.Select(Cell)]).ConfigureAwait(false);
            }

            await book.StartWorksheetAsync("columns").ConfigureAwait(false);
            await book.AddHeaderRowAsync(["column", "unit", "meaning"], bold).ConfigureAwait(false);
            foreach (var column in table.Columns)
            {
                await book.AddRowAsync([new DataCell(column.Name), new DataCell(column.Unit), new DataCell(column.Help)]).ConfigureAwait(false);
            }

            await book.FinishAsync().ConfigureAwait(false);
        }
    }

    private static DataCell Cell(object? value) => value switch
    {
        long whole => new DataCell(whole),
        double number => new DataCell(number),
        bool yes => new DataCell(yes),
        Instant at => new DataCell(at.ToDateTimeUtc()),
        _ => new DataCell(CellText.Of(value) is { Length: > LongestCell } text ? text[..LongestCell] : CellText.Of(value)),
    };
}
