using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Record;

namespace Holdfire.CaseFormat;

/// <summary>Reads a table of finding rules from a YAML file (docs/findings.md), so that a mission can set its own.</summary>
public static class FindingRulesFile
{
    private const int MostOfAnything = 1000;
    private static readonly ImmutableArray<string> YesNo = ["yes", "no", "true", "false"];

    private static readonly KeyTable Need = new KeyTable()
        .Texts("origins actors").OneOf("denies only", YesNo).OneOf("borne_out", "corroborated", "verified").Lists("sides kinds modes grades");

    private static readonly KeyTable Standard = new KeyTable().Texts("id* text*").Maps("needs", Need)
        .Enum<StandardOfProof>("reaches").Enum<StandardOfProof>("at_most");

    private static readonly KeyTable Attributed = new KeyTable().Texts("id* text*").Maps("needs", Need).Enum<Attribution>("gives*");

    private static readonly KeyTable Keys = new KeyTable().Texts("version*").Maps("standards*", Standard).Maps("attributions*", Attributed);

    /// <summary>The rules that come with Holdfire.</summary>
    public static FindingRules BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The rules of a file, or null and every error.</summary>
    public static (FindingRules? Rules, ImmutableArray<Error> Errors) Load(string path)
    {
        var errors = new ErrorList();
        var file = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        var rules = Utf8File.ReadText(folder, file, errors) is { } text ? Read(file, text, errors) : null;
        return (errors.Count == 0 ? rules : null, errors.Sorted());
    }

    /// <summary>The rules in the text of a file, or null and every error.</summary>
    public static (FindingRules? Rules, ImmutableArray<Error> Errors) Read(string file, string text)
    {
        var errors = new ErrorList();
        var rules = Read(Path.GetFileName(file), text.TrimStart('\uFEFF'), errors);
        return (errors.Count == 0 ? rules : null, errors.Sorted());
    }

    private static FindingRules ReadBuiltIn()
    {
        using var stream = typeof(FindingRulesFile).Assembly.GetManifestResourceStream("finding-rules.yaml")!;
        using var reader = new StreamReader(stream);
        var errors = new ErrorList();
        return Read("finding-rules.yaml", reader.ReadToEnd(), errors) is { } rules && errors.Count == 0
            ? rules : throw new InvalidOperationException(string.Join('\n', errors.Sorted()));
    }

    private static FindingRules? Read(string file, string text, ErrorList errors)
    {
        if (YamlTree.Read(file, text, errors) is not { } root || MapReader.Of(root, Keys, errors) is not { } map)
        {
            if (errors.Count == 0)
            {
                errors.Add(new Spot(file, 1, 1), "a table of rules", "nothing");
            }

            return null;
        }

        var (standards, attributions) = (map.Maps("standards").ToList(), map.Maps("attributions").ToList());
        Check(standards.Concat(attributions), errors);
        map.NeedWords("version", "a name and version of the table");
        var rules = new FindingRules(
            map.Text("version"), [.. standards.Select(s => StandardOf(s, errors))], [.. attributions.Select(a => AttributionOf(a, errors))]);
        foreach (var clash in errors.Count > 0 ? [] : rules.Clashes())
        {
            var list = clash.OfAttribution ? attributions : standards;
            errors.Add(list.Count > clash.Rule ? list[clash.Rule].At("id") : map.Start, clash.Expected, clash.Found);
        }

        return rules;
    }

    private static void Check(IEnumerable<MapReader> rules, ErrorList errors)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { Ladder.WithdrawnRule, Ladder.SumRule };
        foreach (var rule in rules.Where(r => r.Has("id") && (!ids.Add(r.Text("id")) || r.Text("id").StartsWith("T-", StringComparison.Ordinal))))
        {
            errors.Add(rule.At("id"), "a rule id that is not in use; those of the terms begin with T-", rule.Text("id"));
        }
    }

    private static StandardRule StandardOf(MapReader map, ErrorList errors)
    {
        if (map.Has("reaches") == map.Has("at_most"))
        {
            errors.Add(map.At("reaches"), "one of the keys reaches and at_most", map.Has("reaches") ? "both" : "none");
        }

        var key = map.Has("at_most") ? "at_most" : "reaches";
        if (map.EnumOrNull<StandardOfProof>(key) == StandardOfProof.Withdrawn)
        {
            errors.Add(map.At(key), "a standard above withdrawn, which follows from corrections alone", map.Text(key));
        }

        if (map.EnumOrNull<StandardOfProof>("at_most") == StandardOfProof.Verified)
        {
            errors.Add(map.At("at_most"), "a limit below verified, which is the highest", map.Text("at_most"));
        }

        if (!map.Maps("needs").Any())
        {
            errors.Add(map.At("id"), "needs, so that something bears the standard out", $"none in {map.Text("id")}");
        }

        return new StandardRule(map.Text("id"), map.Text("text"), Needs(map, errors), map.Enum<StandardOfProof>(key), key == "at_most");
    }

    private static AttributionRule AttributionOf(MapReader map, ErrorList errors) =>
        new(map.Text("id"), map.Text("text"), Needs(map, errors), map.Enum<Attribution>("gives"));

    private static ImmutableArray<RuleNeed> Needs(MapReader map, ErrorList errors) => [.. map.Maps("needs").Select(n => new RuleNeed
    {
        Origins = Number(n, "origins", 1, errors),
        Actors = Number(n, "actors", 0, errors),
        Denies = n.Bool("denies"),
        Only = n.Bool("only"),
        BorneOut = n.EnumOrNull<StandardOfProof>("borne_out"),
        Sides = Values<TestimonySide>(n, "sides", errors),
        Kinds = Values<SourceKind>(n, "kinds", errors),
        Modes = Values<ObservationMode>(n, "modes", errors),
        Grades = Values<ReliabilityGrade>(n, "grades", errors),
    })];

    private static int Number(MapReader map, string key, int otherwise, ErrorList errors)
    {
        var number = map.Number(key) ?? otherwise;
        if (number < otherwise || number > MostOfAnything)
        {
            errors.Add(map.At(key), FormattableString.Invariant($"a whole number from {otherwise} to {MostOfAnything}"), map.Text(key));
        }

        return number;
    }

    private static ImmutableHashSet<T> Values<T>(MapReader map, string key, ErrorList errors)
        where T : struct, Enum
    {
        var values = ImmutableHashSet.CreateBuilder<T>();
        foreach (var (text, at) in map.Texts(key))
        {
            if (EnumText<T>.TryParse(text, out var value))
            {
                values.Add(value);
            }
            else
            {
                errors.Add(at, "one of " + string.Join(' ', EnumText<T>.Names), text);
            }
        }

        // All values say what none says: any.
        return values.Count == EnumText<T>.Names.Length ? [] : values.ToImmutable();
    }
}
