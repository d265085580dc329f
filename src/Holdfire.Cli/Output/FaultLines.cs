using System.Globalization;
using Holdfire.CaseFormat;

namespace Holdfire.Cli.Output;

/// <summary>Errors of input files for a reader: one that repeats in many rows is said once.</summary>
internal static class FaultLines
{
    private const int MostRows = 5;

    /// <summary>The lines, in the order of the first of each.</summary>
    public static IEnumerable<string> Of(IEnumerable<InputFault> faults) => faults
        .GroupBy(f => (f.File, f.Expected, f.Found, f.Sentence, Single: f.Line == 0 ? f : null))
        .Select(same => VisibleText.Line(same.First().ToString()) + Rows([.. same.Select(f => f.Line).Distinct()]));

    private static string Rows(int[] lines) => lines.Length < 2 ? ""
        : $" ({lines.Length} rows: {string.Join(", ", lines.Take(MostRows).Select(l => l.ToString(CultureInfo.InvariantCulture)))}{(lines.Length > MostRows ? ", …" : "")})";
}
