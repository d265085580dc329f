using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Queries;

/// <summary>Looks acts and kinds of targets up by a word.</summary>
public static class ActsLookup
{
    private const int MostNearest = 3;

    /// <summary>The codes that have the word in their code, their name or their counterpart in another list.</summary>
    /// <param name="word">The word, in any case; null for all codes.</param>
    /// <param name="codes">The codes to look in: the built-in ones, or those of a case.</param>
    public static QueryResult Find(string? word, CaseCodes codes)
    {
        ImmutableArray<ActFoundAnswer> all = [.. codes.Acts.Select(a => Act(a, codes)), .. codes.Targets.Select(t => new ActFoundAnswer("target", t.Value, codes.NameOf(t), null, []))];
        ImmutableArray<ActFoundAnswer> found = word is null ? all : [.. all.Where(a => a.OtherLists.Append(a.Code).Append(a.Name).Any(t => t.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase)))];
        ImmutableArray<string> nearest = found.IsEmpty ? Nearest(word!, all.Select(a => a.Code)) : [];
        return new QueryResult(new ActsAnswer(word, found, nearest), () => new AnswerTable(
            ["kind", "code", "name", "other lists"],
            [.. found.Select(a => (ImmutableArray<string>)[a.Kind, a.Code, a.Name, string.Join('\n', a.OtherLists)])]).WithoutEmptyColumns())
        {
            Notes = () => found.IsEmpty ? [$"No act and no target has '{word}' in its code or name. Nearest: {string.Join(", ", nearest)}. All: holdfire acts"]
                : ["docs/acts.md says what each act covers, and what it does not."],
            InOrder = !found.IsEmpty,
        };
    }

    /// <summary>The three codes nearest to a word: by the letters of the whole code or of one of its parts.</summary>
    public static ImmutableArray<string> Nearest(string word, IEnumerable<string> codes) =>
        [.. codes.OrderBy(c => c.Split('.', '_', '-').Append(c).Min(p => EditDistance.Between(word.ToLowerInvariant(), p))).ThenBy(c => c, StringComparer.Ordinal).Take(MostNearest)];

    private static ActFoundAnswer Act(ActCode act, CaseCodes codes) => new(
        "act", act.Value, codes.NameOf(act), act.Value.Contains('.', StringComparison.Ordinal) ? act.Value[..act.Value.LastIndexOf('.')] : null,
        !ActList.IsKnown(act) ? [] : [.. Enum.GetValues<CodingScheme>().Select(s => Crosswalk.TermsOf(act, s)).Where(t => !t.Terms.IsEmpty)
            .Select(t => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(t.Scheme.ToString())}: {string.Join(" | ", t.Terms)}")]);
}
