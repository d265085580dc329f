namespace Holdfire.Record.Tlog;

/// <summary>The names of keys and the origins of logs: not empty, no white space, no plus sign (C2SP signed-note, "Format").</summary>
/// <remarks>Letters that are not seen, or that turn the text round them, are no part of a name either.</remarks>
public static class KeyName
{
    /// <summary>The most UTF-16 code units that are accepted; the format itself sets no bound.</summary>
    public const int Longest = 255;

    /// <summary>Whether the text can be a name.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+' || IsUnseen(c)) && IsWellFormed(name);

    private static bool IsUnseen(char letter) => letter is '\uFEFF' or '\u061C' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether the text can be the name of a new key or record: valid, and without characters that nobody sees.</summary>
    public static bool IsPlain(string name) => IsValid(name) && HiddenCharacters.FirstIn(name) is null;

    // A lone surrogate has no UTF-8.
    private static bool IsWellFormed(string name) => name.EnumerateRunes().All(r => r.Value != 0xFFFD);
}
