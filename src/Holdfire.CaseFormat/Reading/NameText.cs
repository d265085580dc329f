using System.Text;
using ADRaffy.ENSNormalize;
using Holdfire.Record;

namespace Holdfire.CaseFormat;

/// <summary>
/// Checks ids and names where they are entered: two that look alike must be the same text. Records of earlier versions may hold
/// others, and are read without this check.
/// </summary>
public static class NameText
{
    /// <summary>What was expected and found where a text cannot be an id; null where it can.</summary>
    public static (string Expected, string Found)? ErrorOfId(string id) => Of("an id", id, HiddenCharacters.FirstIn(id));

    /// <summary>The same for a name, which may have joiners (U+200C, U+200D) in scripts that are written with them.</summary>
    public static (string Expected, string Found)? ErrorOfName(string name) =>
        Of("a name", name, HiddenCharacters.FirstIn(name) is null ? null : HiddenCharacters.FirstIn(WithoutJoiners(name)));

    private static (string Expected, string Found)? Of(string what, string text, string? hidden) =>
        hidden is not null ? ($"{what} without hidden characters", $"{hidden} in it")
        : Ascii.IsValid(text) || ENSNormalize.NF.NFC(text) == text ? null
        : ($"{what} in composed characters (Unicode NFC), here {ENSNormalize.NF.NFC(text)}", $"the same written otherwise: {text}");

    // Persian, Sinhala and others spell words with joiners; behind a letter of another script they are only hidden.
    private static string WithoutJoiners(string name)
    {
        const char FirstWithJoiners = '\u0590';
        return string.Concat(name.Where((c, at) => c is not ('\u200C' or '\u200D') || at == 0 || name[at - 1] < FirstWithJoiners));
    }
}
