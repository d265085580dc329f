using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Whether the passage of one statement stands in a file.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="FileMatches">Whether the file's hash and length are the document's; null where the case holds neither.</param>
/// <param name="PassageMatches">Whether the text at the passage's place has the passage's hash.</param>
/// <param name="Text">The text of the passage where it stands, else null.</param>
public sealed record PassageCheck(StatementId Statement, bool? FileMatches, bool PassageMatches, string? Text);
