using System.Text.RegularExpressions;

namespace Holdfire.CaseFormat;

/// <summary>Text for a cell that people open in a spreadsheet program, where some beginnings make it a formula.</summary>
public static partial class SpreadsheetText
{
    // Signs of half and of full width, what programs skip before them, and what older ones take for a command.
    private const string Starts = "=+-@\t\r\n|＝＋－＠\uFEFF";

    /// <summary>Whether a program could take the text for a formula.</summary>
    public static bool IsFormula(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>The text with an apostrophe in front of it where it could be a formula and is no plain number.</summary>
    public static string Defused(string text) => IsFormula(text) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
