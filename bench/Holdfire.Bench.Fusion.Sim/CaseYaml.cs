using System.Globalization;
using System.Text;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>The YAML files of a simulated case.</summary>
internal static class CaseYaml
{
    public static void Write(string folder, IReadOnlyList<Sector> sectors, string title, IReadOnlyList<SourceProfile> sources)
    {
        using (var file = CaseWriter.Open(Path.Combine(folder, "case.yaml")))
        {
            file.WriteLine($"id: simulated\ntitle: {title}\nzone: UTC\ninvented: true\nplaces:");
            foreach (var sector in sectors)
            {
                Places(file, sector);
            }

            file.WriteLine($"  - {{code: X-ALL, name: Everywhere, members: [{string.Join(", ", sectors.Select(s => s.Code))}]}}");
        }

        Save("parties.yaml", "- {id: AA, name: Party A, role: party}\n- {id: BB, name: Party B, role: party}\n");
        Save("sources.yaml", string.Concat(sources.Select(Source)));
        Save("truces.yaml", "[]\n");
        Save("statements.yaml", "statements: []\n");

        void Save(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
    }

    private static void Places(StreamWriter file, Sector sector)
    {
        var codes = Enumerable.Range(0, Sector.Regions).Select(sector.RegionCode).ToArray();
        for (var r = 0; r < codes.Length; r++)
        {
            var centre = sector.RegionCentre(r);
            var (latitude, longitude) = sector.Degrees(centre.X, centre.Y);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  - {{code: {codes[r]}, name: Region {r + 1} of sector {sector.Number + 1}, lat: {latitude:0.0000}, lon: {longitude:0.0000}, radius_km: {Sector.RegionRadiusKm}}}"));
        }

        file.WriteLine($"  - {{code: {sector.Code}, name: Sector {sector.Number + 1}, members: [{string.Join(", ", codes)}]}}");
    }

    private static string Source(SourceProfile source) =>
        $"- {{id: {source.Id}, name: {source.Name}, {(source.Party is null ? "" : $"party: {source.Party}, ")}kind: {source.Kind}, grade: {source.Grade}, scope: X-ALL{(source.IsDistinct ? ", rows: distinct_events" : "")}}}\n";
}
