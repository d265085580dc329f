using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Checks the statements of a document against a copy of its text.</summary>
public static class DocumentCheck
{
    /// <summary>One result for each statement with a passage in the document, in the order of the case.</summary>
    /// <param name="record">The case.</param>
    /// <param name="document">The document; one that the case does not hold has no statements.</param>
    /// <param name="file">The bytes of the text file. Positions count UTF-16 units of all of it, a byte order mark included.</param>
    public static ImmutableArray<PassageCheck> Run(Case record, DocumentId document, ReadOnlySpan<byte> file)
    {
        // Bytes that are not UTF-8 would decode to other text than theirs.
        var text = Utf8.IsValid(file) ? Encoding.UTF8.GetString(file) : null;
        var matches = record.Documents.FirstOrDefault(d => d.Id == document) is { } known
            ? Matches(known, Hash(file), text) : null;
        var results = ImmutableArray.CreateBuilder<PassageCheck>();
        foreach (var statement in record.Statements.Where(s => s.Document == document))
        {
            if (statement.Passage is { } passage)
            {
                var found = Find(passage, text);
                results.Add(new PassageCheck(statement.Id, matches, found is not null, found));
            }
        }

        return results.ToImmutable();
    }

    private static bool? Matches(Document document, string hash, string? text) =>
        document.Sha256 is null && document.Length is null ? null
            : (document.Sha256 is null || document.Sha256 == hash) && (document.Length is null || document.Length == text?.Length);

    private static string? Find(Passage passage, string? text)
    {
        if (text is null || passage.Start < 0 || passage.End < passage.Start || passage.End > text.Length)
        {
            return null;
        }

        var found = text[passage.Start..passage.End];
        return Hash(Encoding.UTF8.GetBytes(found)) == passage.Sha256 ? found : null;
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
