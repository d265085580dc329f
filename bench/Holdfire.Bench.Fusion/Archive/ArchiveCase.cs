using System.Globalization;
using Holdfire.Bench.Fusion.Files;

namespace Holdfire.Bench.Fusion.Archive;

/// <summary>
/// Writes entries as a case folder. The act list knows acts of force alone, so an entry that its taxonomy calls non-violent
/// becomes "recon", never an attack, and all others "attack": a stand-in that keeps the two apart and no more. What the finest
/// level of the actor taxonomy says, or of the colour of a car, stands as alleged actor.
/// </summary>
internal static class ArchiveCase
{
    private static readonly Dictionary<string, double> Radii = new()
    {
        ["exact town, area, city, village"] = 3,
        ["fuzzy space around town, city, village (outskirts, checkpoints)"] = 25,
        ["within a 2nd order admin region"] = 50,
        ["within a 1st order admin region"] = 150,
    };

    public static void Write(string folder, IReadOnlyList<ArchiveEntry> entries)
    {
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        var actors = entries.Select(Actor).Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var sources = entries.Select(e => e.Source).Distinct().ToList();
        Save("case.yaml", "id: archive\ntitle: Entries of a published archive\nzone: UTC\nplaces:\n  - {code: X-ALL, name: Everywhere, lat: 0, lon: 0, radius_km: 20000}\n");
        Save("parties.yaml", string.Concat(actors.Select((a, i) => $"- {{id: A{i}, name: \"{a}\", role: other}}\n")));
        Save("sources.yaml", string.Concat(sources.Select(s => $"- {{id: {s}, name: {s}, kind: observer, grade: F, scope: X-ALL}}\n")));
        Save("truces.yaml", "[]\n");
        Save("statements.yaml", "statements: []\n");
        Csv.Write(
            Path.Combine(folder, "reports", "entries.csv"),
            ["id", "source", "from", "to", "zone", "precision", "act", "measure", "unit", "count", "lat", "lon", "radius_km", "alleged_actor", "killed"],
            entries.Select(e => (IEnumerable<string>)
            [
                e.Id, e.Source, Day(e.First), Day(e.Last), "UTC", "day", e.Level("event_tax.4") == "Nonviolent Event" ? "recon" : "attack",
                "occurred", "attack", "some", Text(e.Latitude), Text(e.Longitude), Text(Radius(e)),
                Actor(e).Length > 0 ? $"A{actors.IndexOf(Actor(e))}" : "", e.Killed?.ToString(CultureInfo.InvariantCulture) ?? "",
            ]));

        void Save(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static string Actor(ArchiveEntry e) => e.Level("actor_tax.1") + e.Level("color_tax.1");

    private static double Radius(ArchiveEntry e) => e.Level("prec_tax.1") is { Length: > 0 } text ? Radii.GetValueOrDefault(text, 300) : 3;

    private static string Day(NodaTime.LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
