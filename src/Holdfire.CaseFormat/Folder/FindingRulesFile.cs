using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Model;

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

    /// <summary>The rules of a file, or null and every fault.</summary>
    public static (FindingRules? Rules, ImmutableArray<InputFault> Faults) Load(string path)
    {
        var faults = new FaultList();
        var file = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        var rules = Utf8File.ReadText(folder, file, faults) is { } text ? Read(file, text, faults) : null;
        return (faults.Count == 0 ? rules : null, faults.Sorted());
    }

    /// <summary>The rules in the text of a file, or null and every error.</summary>
    public static (FindingRules? Rules, ImmutableArray<InputFault> Faults) Read(string file, string text)
    {
        var faults = new FaultList();
        var rules = Read(Path.GetFileName(file), text.TrimStart('\uFEFF'), faults);
        return (faults.Count == 0 ? rules : null, faults.Sorted());
    }

    private static FindingRules ReadBuiltIn()
    {
        using var stream = typeof(FindingRulesFile).Assembly.GetManifestResourceStream("finding-rules.yaml")!;
        using var reader = new StreamReader(stream);
        var faults = new FaultList();
        return Read("finding-rules.yaml", reader.ReadToEnd(), faults) is { } rules && faults.Count == 0
            ? rules : throw new InvalidOperationException(string.Join('\n', faults.Sorted()));
    }

    private static FindingRules? Read(string file, string text, FaultList faults)
    {
        if (YamlTree.Read(file, text, faults) is not { } root || MapReader.Of(root, Keys, faults) is not { } map)
        {
            if (faults.Count == 0)
            {
                faults.Add(new Spot(file, 1, 1), "a table of rules", "nothing");
            }

            return null;
        }

        var (standards, attributions) = (map.Maps("standards").ToList(), map.Maps("attributions").ToList());
        Check(standards.Concat(attributions), faults);
        map.NeedWords("version", "a name and version of the table");
        var rules = new FindingRules(
            map.Text("version"), [.. standards.Select(s => StandardOf(s, faults))], [.. attributions.Select(a => AttributionOf(a, faults))]);
        foreach (var clash in faults.Count > 0 ? [] : rules.Clashes())
        {
            var list = clash.OfAttribution ? attributions : standards;
            faults.Add(list.Count > clash.Rule ? list[clash.Rule].At("id") : map.Start, clash.Expected, clash.Found);
        }

        return rules;
    }

    private static void Check(IEnumerable<MapReader> rules, FaultList faults)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { Ladder.WithdrawnRule, Ladder.SumRule };
        foreach (var rule in rules.Where(r => r.Has("id") && (!ids.Add(r.Text("id")) || r.Text("id").StartsWith("T-", StringComparison.Ordinal))))
        {
            faults.Add(rule.At("id"), "a rule id that is not in use; those of the terms begin with T-", rule.Text("id"));
        }
    }

    private static StandardRule StandardOf(MapReader map, FaultList faults)
    {
        if (map.Has("reaches") == map.Has("at_most"))
        {
            faults.Add(map.At("reaches"), "one of the keys reaches and at_most", map.Has("reaches") ? "both" : "none");
        }

        var key = map.Has("at_most") ? "at_most" : "reaches";
        if (map.EnumOrNull<StandardOfProof>(key) == StandardOfProof.Withdrawn)
        {
            faults.Add(map.At(key), "a standard above withdrawn, which follows from corrections alone", map.Text(key));
        }

        if (map.EnumOrNull<StandardOfProof>("at_most") == StandardOfProof.Verified)
        {
            faults.Add(map.At("at_most"), "a limit below verified, which is the highest", map.Text("at_most"));
        }

        if (!map.Maps("needs").Any())
        {
            faults.Add(map.At("id"), "needs, so that something bears the standard out", $"none in {map.Text("id")}");
        }

        return new StandardRule(map.Text("id"), map.Text("text"), Needs(map, faults), map.Enum<StandardOfProof>(key), key == "at_most");
    }

    private static AttributionRule AttributionOf(MapReader map, FaultList faults) =>
        new(map.Text("id"), map.Text("text"), Needs(map, faults), map.Enum<Attribution>("gives"));

    private static ImmutableArray<RuleNeed> Needs(MapReader map, FaultList faults) => [.. map.Maps("needs").Select(n => new RuleNeed
    {
        Origins = Number(n, "origins", 1, faults),
        Actors = Number(n, "actors", 0, faults),
        Denies = n.Bool("denies"),
        Only = n.Bool("only"),
        BorneOut = n.EnumOrNull<StandardOfProof>("borne_out"),
        Sides = Values<TestimonySide>(n, "sides", faults),
        Kinds = Values<SourceKind>(n, "kinds", faults),
        Modes = Values<ObservationMode>(n, "modes", faults),
        Grades = Values<ReliabilityGrade>(n, "grades", faults),
    })];

    private static int Number(MapReader map, string key, int otherwise, FaultList faults)
    {
        var number = map.Number(key) ?? otherwise;
        if (number < otherwise || number > MostOfAnything)
        {
            faults.Add(map.At(key), FormattableString.Invariant($"a whole number from {otherwise} to {MostOfAnything}"), map.Text(key));
        }

        return number;
    }

    private static ImmutableHashSet<T> Values<T>(MapReader map, string key, FaultList faults)
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
                faults.Add(at, "one of " + string.Join(' ', EnumText<T>.Names), text);
            }
        }

        // All values say what none says: any.
        return values.Count == EnumText<T>.Names.Length ? [] : values.ToImmutable();
    }
}
