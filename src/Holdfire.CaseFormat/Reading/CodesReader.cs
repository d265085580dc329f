using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the acts, kinds of targets and units that a case adds to the built-in lists.</summary>
internal sealed partial class CodesReader(ErrorList errors)
{
    // Fusion numbers acts in a byte and has the built-in ones as well.
    private const int Most = 200;

    /// <summary>The lists of the case; what would break them is an error and left out.</summary>
    public CaseCodes Read(MapReader head) => new(
        Read(head, "acts", c => ActList.IsKnown(new ActCode(c)), "such as violation.construction.tunnel", checkTerms: true),
        Read(head, "targets", c => TargetList.IsKnown(new TargetKind(c)) && c != TargetKind.Unknown.Value, "such as other.museum", checkTerms: false),
        Read(head, "units", c => CountUnit.BuiltIn.Contains(new CountUnit(c)), "such as item.rocket", checkTerms: false));

    private ImmutableArray<OwnCode> Read(MapReader head, string key, Func<string, bool> isBuiltIn, string example, bool checkTerms)
    {
        var maps = head.Maps(key).ToList();
        if (maps.Count > Most)
        {
            errors.Add(head.At(key), FormattableString.Invariant($"at most {Most} {key} of the case's own"), FormattableString.Invariant($"{maps.Count}"));
            return [];
        }

        var own = maps.Select(m => m.Text("code")).ToHashSet(StringComparer.Ordinal);
        var (read, seen) = (ImmutableArray.CreateBuilder<OwnCode>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var map in maps.Where(m => m.Has("code")))
        {
            var code = map.Text("code");
            if (!Form().IsMatch(code))
            {
                errors.Add(map.At("code"), $"a code of small letters, digits, hyphens and underscores below a code of the list, {example} (docs/acts.md)", code);
            }
            else if (isBuiltIn(code) || !seen.Add(code))
            {
                errors.Add(map.At("code"), "a code that is not in use", code);
            }
            else if (ParentOf(code) is var parent && !isBuiltIn(parent) && !own.Contains(parent))
            {
                errors.Add(map.At("code"), $"a code below one that is known, {example} (docs/acts.md); {parent} is not", code);
            }
            else
            {
                CheckParent(map, parent);
                read.Add(new OwnCode(code, map.Text("name"), [.. map.Maps("crosswalk").Select(c => Counterpart(c, checkTerms))]));
            }
        }

        return read.ToImmutable();
    }

    private void CheckParent(MapReader map, string parent)
    {
        if (map.TextOrNull("parent") is { } said && said != parent)
        {
            errors.Add(map.At("parent"), $"the code above it, {parent}", said);
        }
    }

    private Counterpart Counterpart(MapReader map, bool checkTerms)
    {
        var (scheme, match) = (map.Enum<CodingScheme>("scheme"), map.Enum<CrosswalkMatch>("match"));
        var terms = map.Texts("terms");
        if (map.Has("match") && (match == CrosswalkMatch.None) != (terms.Count == 0))
        {
            errors.Add(map.At("match"), terms.Count == 0 ? "none where no term is given" : "close, broad or narrow where terms are given", map.Text("match"));
        }

        foreach (var (term, at) in checkTerms && map.Has("scheme") ? terms : [])
        {
            if (Crosswalk.ActsOf(scheme, term) is null)
            {
                errors.Add(at, $"a term of {EnumText<CodingScheme>.Format(scheme)} as src/Holdfire/Acts/Data/crosswalk.csv writes it", term);
            }
        }

        return new Counterpart(scheme, [.. terms.Select(t => t.Text)], match, map.Text("note"));
    }

    private static string ParentOf(string code) => code[..code.LastIndexOf('.')];

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*([.][a-z0-9][a-z0-9_-]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
