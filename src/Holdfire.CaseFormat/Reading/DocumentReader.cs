using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the documents of a case.</summary>
internal sealed class DocumentReader(LoadState state)
{
    public const string HashForm = "a SHA-256 of 64 lower-case hexadecimal digits";

    public static bool IsHash(string text) => text.Length == 64 && text.All(c => char.IsAsciiHexDigitLower(c) || char.IsAsciiDigit(c));

    public Document Read(MapReader map)
    {
        var (date, hash) = (map.Text("date"), map.TextOrNull("sha256"));
        if (date.Length > 0 && !CivilText.TryParseDate(date, out _))
        {
            state.Errors.Add(map.At("date"), "a date such as 2030-03-01", date);
        }

        if (hash is not null && !IsHash(hash))
        {
            state.Errors.Add(map.At("sha256"), HashForm, hash);
        }

        return new Document(
            new DocumentId(state.Define(IdKind.Document, map)), map.Text("title"), map.Text("publisher"), date, hash,
            map.Number("length"));
    }
}
