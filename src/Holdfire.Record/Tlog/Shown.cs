namespace Holdfire.Record.Tlog;

/// <summary>Text from outside, made fit for an error line: short, and without control characters.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var start = text.Length > Longest ? text[..Longest] + "…" : text;
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }
}
