using System.Globalization;
using Holdfire.Record;

namespace Holdfire.Cli.Output;

/// <summary>Errors of input files for a reader: one that repeats in many rows is said once.</summary>
internal static class ErrorLines
{
    private const int MostRows = 5;

    /// <summary>The lines, in the order of the first of each.</summary>
    public static IEnumerable<string> Of(IEnumerable<Error> errors) => errors
        .GroupBy(f => (f.Code, f.Where, f.Expected, f.Found, Single: f.Line == 0 ? f : null))
        .Select(same => VisibleText.Line(same.First().ToString()) + Rows([.. same.Select(f => f.Line).Distinct()]));

    private static string Rows(int[] lines) => lines.Length < 2 ? ""
        : $" ({lines.Length} rows: {string.Join(", ", lines.Take(MostRows).Select(l => l.ToString(CultureInfo.InvariantCulture)))}{(lines.Length > MostRows ? ", …" : "")})";
}
