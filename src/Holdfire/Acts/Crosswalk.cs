using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Acts;

/// <summary>Acts in the words of other lists, and other lists' words as acts.</summary>
/// <remarks>
/// One table, <c>Data/crosswalk.csv</c>, says both ways separately, since a way there and back seldom ends where it
/// began. Every act has a row for every list and every listed term has a row, if only to say that it has no counterpart.
/// </remarks>
public static class Crosswalk
{
    private const string Own = "holdfire";
    private const string Nothing = "none";

    private static readonly FrozenDictionary<string, CodingScheme> Schemes = new Dictionary<string, CodingScheme>
    {
        ["acled"] = CodingScheme.Acled,
        ["ucdp_ged"] = CodingScheme.UcdpGed,
        ["viina"] = CodingScheme.Viina,
        ["osce_smm"] = CodingScheme.OsceSmm,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<Row> Rows = Read();

    private static readonly FrozenDictionary<(ActCode, CodingScheme), TermsOfAct> ByAct = Rows
        .Where(r => r.FromScheme == Own)
        .Select(r => new TermsOfAct(new ActCode(r.From), Schemes[r.ToScheme], r.To, r.Match, r.Note))
        .ToFrozenDictionary(t => (t.Act, t.Scheme));

    private static readonly FrozenDictionary<(CodingScheme, string), ActsOfTerm> ByTerm = Rows
        .Where(r => r.ToScheme == Own)
        .Select(r => new ActsOfTerm(
            Schemes[r.FromScheme], r.From, [.. r.To.Select(t => new ActCode(t))], r.Match, r.Note))
        .ToFrozenDictionary(a => (a.Scheme, a.Term));

    /// <summary>The rows that start from an act, in the order of acts and lists.</summary>
    public static ImmutableArray<TermsOfAct> FromActs { get; } =
        [.. ByAct.Values.OrderBy(t => t.Act).ThenBy(t => t.Scheme)];

    /// <summary>The rows that start from another list's term, in the order of lists and terms.</summary>
    public static ImmutableArray<ActsOfTerm> FromTerms { get; } =
        [.. ByTerm.Values.OrderBy(a => a.Scheme).ThenBy(a => a.Term, StringComparer.Ordinal)];

    /// <summary>The counterparts of an act in a list.</summary>
    /// <exception cref="ArgumentException">The act is not in <see cref="ActList"/>.</exception>
    public static TermsOfAct TermsOf(ActCode act, CodingScheme scheme) =>
        ByAct.TryGetValue((act, scheme), out var row)
            ? row
            : throw new ArgumentException($"act '{act}' is not known", nameof(act));

    /// <summary>The counterparts of a list's term, or null where the list has no such term. Terms match exactly.</summary>
    public static ActsOfTerm? ActsOf(CodingScheme scheme, string term) => ByTerm.GetValueOrDefault((scheme, term));

    private static ImmutableArray<Row> Read()
    {
        using var stream = typeof(Crosswalk).Assembly.GetManifestResourceStream("crosswalk.csv")
            ?? throw new InvalidOperationException("crosswalk.csv is not embedded");
        using var csv = CsvReader.Create(stream);
        var rows = ImmutableArray.CreateBuilder<Row>();
        csv.ReadHeader();
        while (csv.Read())
        {
            var to = csv.GetString("to");
            rows.Add(new Row(
                csv.GetString("from_scheme"), csv.GetString("from"), csv.GetString("to_scheme"),
                to == Nothing ? [] : [.. to.Split('|')],
                Enum.Parse<CrosswalkMatch>(csv.GetString("match"), ignoreCase: true), csv.GetString("note")));
        }

        return rows.ToImmutable();
    }

    private sealed record Row(
        string FromScheme, string From, string ToScheme, ImmutableArray<string> To, CrosswalkMatch Match, string Note);
}
