using System.Globalization;
using Holdfire.CaseFormat;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Exports;

/// <summary>Values as the text of a cell.</summary>
internal static class CellText
{
    /// <summary>The value as text; empty where nothing is said. Instants in UTC, numbers without grouping.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "yes" : "no",
        Instant at => InstantPattern.General.Format(at),
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The text so that no spreadsheet runs it: an apostrophe in front of what would be a formula.</summary>
    public static string Defused(object? value) =>
        value is string text && SpreadsheetText.IsFormula(text) ? "'" + text : Of(value);
}
