using System.Text;
using System.Text.Unicode;

namespace Holdfire.Importers;

/// <summary>What the first bytes of a CSV file say of it.</summary>
/// <param name="Bytes">Where its first record starts.</param>
/// <param name="Lines">How many lines stand before that.</param>
/// <param name="Separator">The character between fields.</param>
/// <param name="Encoding">Its encoding.</param>
internal readonly record struct CsvStart(int Bytes, int Lines, char Separator, Encoding Encoding)
{
    private const int Looked = 1 << 16;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Looks at the header alone.</summary>
    /// <exception cref="UnreadableFileException">It is no text, or one of another encoding than said.</exception>
    public static CsvStart Of(ImportFile file, TableShape shape)
    {
        var bytes = file.Start(Looked);
        var encoding = EncodingOf(file, shape, bytes);
        if (shape.Encoding.Length == 0 && OtherThanText(bytes) is { } other)
        {
            throw new UnreadableFileException(file.Name, 1, "", other.Expected, other.Found);
        }

        // Of the other encodings none has one of these characters within another.
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOfAny(['\r', '\n']) is 5 and var end)
        {
            var skipped = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
            var mark = encoding.GetString(bytes).StartsWith('\uFEFF') ? encoding.GetByteCount("\uFEFF") : 0;
            return new CsvStart(mark + encoding.GetByteCount(text.AsSpan(0, skipped)), 1, shape.Separator ?? text[4], encoding);
        }

        return new CsvStart(0, 0, shape.Separator ?? SeparatorOf(text, shape.SkipRows), encoding);
    }

    private static Encoding EncodingOf(ImportFile file, TableShape shape, byte[] bytes)
    {
        if (shape.Encoding.Length == 0)
        {
            return bytes switch
            {
                [0xFF, 0xFE, not 0, ..] or [0xFF, 0xFE, 0, not 0, ..] => Encoding.Unicode,
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
                _ => new UTF8Encoding(false),
            };
        }

        try
        {
            var stated = CodePagesEncodingProvider.Instance.GetEncoding(shape.Encoding) ?? Encoding.GetEncoding(shape.Encoding);
            return stated.CodePage == Encoding.UTF8.CodePage || !IsUtf8BeyondAscii(bytes) ? stated
                : throw new UnreadableFileException(file.Name, 1, "", $"{shape.Encoding}, as the map says", "UTF-8: take encoding: out of the map");
        }
        catch (ArgumentException)
        {
            throw new UnreadableFileException(file.Name, 1, "", "an encoding in the map such as utf-8, utf-16 or windows-1251", $"'{shape.Encoding}'");
        }
    }

    // Letters beyond ASCII in another encoding hardly ever make UTF-8 throughout; the piece may end within a character.
    private static bool IsUtf8BeyondAscii(byte[] bytes)
    {
        var whole = bytes.AsSpan(0, bytes.Length < Looked ? bytes.Length : Math.Max(0, bytes.AsSpan().LastIndexOf((byte)'\n')));
        return !Ascii.IsValid(whole) && Utf8.IsValid(whole);
    }

    private static (string Expected, string Found)? OtherThanText(byte[] bytes) => bytes switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => ("a CSV file", "a workbook or an archive: this is a workbook; save it as \"CSV UTF-8\", or import it with the format table"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("a CSV file", "an old workbook (.xls); save it as \"CSV UTF-8\""),
        [0x25, 0x50, 0x44, 0x46, ..] => ("a CSV file", "a PDF"),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => ("UTF-8 (save it as \"CSV UTF-8\")", "UTF-32"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
        _ when bytes.AsSpan(0, Math.Min(bytes.Length, 200)).Count((byte)0) > 8 =>
            ("UTF-8 (save it as \"CSV UTF-8\", or name its encoding in the map, such as encoding: utf-16)", "bytes that are not: this looks like UTF-16"),
        _ => null,
    };

    // The header alone: the texts of rows are full of commas.
    private static char SeparatorOf(string text, int skip)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (!quoted && letter is '\n' or '\r' && counts.Any(c => c > 0) && skip-- <= 0)
            {
                break;
            }

            var at = quoted ? -1 : Array.IndexOf(Separators, letter);
            if (at >= 0)
            {
                counts[at]++;
            }
        }

        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] == 0 ? ',' : Separators[most];
    }
}
