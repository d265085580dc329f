using System.Text;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.CaseFormat;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Holdfire.Tests.Findings;

/// <summary>One small case of the suite: truces by id, a report or several, and what the findings must be.</summary>
public sealed class ConformanceCase
{
    private static readonly string[] Columns =
    [
        "id", "source", "published", "from", "to", "zone", "precision", "act", "measure", "count", "areas", "target", "alleged_actor",
        "aggregate", "lat", "lon", "radius_km", "mode", "quotes", "denies",
    ];

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["source"] = "aa-army", ["from"] = "2030-01-11T02:00", ["to"] = "2030-01-11T03:00", ["zone"] = "Europe/Zurich",
        ["precision"] = "minute", ["act"] = "attack.air.uav", ["measure"] = "launched", ["count"] = "1", ["areas"] = "X-N",
        ["alleged_actor"] = "BB",
    };

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    private static readonly Dictionary<string, string> Base =
        Yaml.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, "base.yaml")));

    public string Name { get; set; } = "";

    public string Covers { get; set; } = "";

    public List<string> Truces { get; set; } = [];

    public List<Dictionary<string, string>> Reports { get; set; } = [];

    public List<Dictionary<string, string>> Corrections { get; set; } = [];

    /// <summary>Reports that are about one event; the others stand alone.</summary>
    public List<List<string>> Together { get; set; } = [];

    public List<ConformanceExpectation> Expect { get; set; } = [];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Findings", "Conformance");

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.yaml").Where(f => Path.GetFileName(f) != "base.yaml").Order(StringComparer.Ordinal)
            .SelectMany(f => Yaml.Deserialize<List<ConformanceCase>>(File.ReadAllText(f))),
    ];

    /// <summary>The findings, by the rules that are shipped.</summary>
    public IReadOnlyList<Finding> Find()
    {
        var @case = Load();
        var scopes = Subjects.Scopes(@case);
        var grouped = Together.Select(ids => Grouped([.. ids.Select(id => Subjects.Of(@case.Reports.Single(r => r.Id.Value == id), scopes))]));
        var alone = Subjects.OfReports(@case).Where(s => !Together.Exists(t => t.Contains(s.Id)));
        return Finder.Find(@case, SumSupports.Add(@case, [.. grouped, .. alone], FindingRulesFile.BuiltIn), FindingRulesFile.BuiltIn);
    }

    public override string ToString() => Name;

    private static FindingSubject Grouped(FindingSubject[] subjects) => subjects[0] with
    {
        Reports = [.. subjects.SelectMany(s => s.Reports)],
        Actors = [.. subjects.SelectMany(s => s.Actors).Distinct().Order()],
    };

    private Case Load()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-conformance-").FullName;
        try
        {
            var corrections = Corrections.Select(c => $"  - {{{string.Join(", ", c.Select(p => $"{p.Key}: {p.Value}"))}}}\n");
            File.WriteAllText(
                Path.Combine(folder, "case.yaml"), Base["case"] + (Corrections.Count > 0 ? "corrections:\n" + string.Concat(corrections) : ""));
            File.WriteAllText(Path.Combine(folder, "parties.yaml"), Base["parties"]);
            File.WriteAllText(Path.Combine(folder, "sources.yaml"), Base["sources"]);
            File.WriteAllText(Path.Combine(folder, "truces.yaml"), Base["truces"]);
            File.WriteAllText(Path.Combine(folder, "statements.yaml"), "statements: []\n");
            Directory.CreateDirectory(Path.Combine(folder, "reports"));
            File.WriteAllText(Path.Combine(folder, "reports", "reports.csv"), Csv());
            var load = CaseFolder.Load(folder);
            Assert.True(load.Errors.IsEmpty, string.Join('\n', load.Errors));
            var known = load.Case!.Truces.Select(t => t.Id.Value).ToHashSet(StringComparer.Ordinal);
            Assert.All(Truces, t => Assert.Contains(t, known));
            return load.Case with { Truces = [.. load.Case.Truces.Where(t => Truces.Contains(t.Id.Value))] };
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private string Csv()
    {
        var csv = new StringBuilder(string.Join(',', Columns)).Append('\n');
        for (var i = 0; i < Reports.Count; i++)
        {
            var own = Reports[i];
            Assert.All(own.Keys, k => Assert.Contains(k, Columns));
            var open = own.GetValueOrDefault("precision") is "unknown" or "open_end";
            csv.AppendJoin(',', Columns.Select(c => c == "id" ? $"R{i + 1}" : own.GetValueOrDefault(c)
                ?? (open && (c is "from" or "to") ? "" : Usual.GetValueOrDefault(c, "")))).Append('\n');
        }

        return csv.ToString();
    }
}
