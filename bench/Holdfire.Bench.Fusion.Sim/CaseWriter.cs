using System.Globalization;
using System.Text;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>Writes reports as a case folder, sector by sector; only one sector is held at a time.</summary>
internal sealed class CaseWriter : IDisposable
{
    private const string Header =
        "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,lat,lon,radius_km,target,alleged_actor,aggregate,mode,quotes,denies,killed,injured";

    private readonly Dictionary<string, (StreamWriter File, int Written)> files = [];
    private readonly string folder;
    private readonly bool links;
    private readonly IReadOnlyList<SourceProfile> sources;

    public CaseWriter(string folder, bool links, IReadOnlyList<SourceProfile> sources)
    {
        (this.folder, this.links, this.sources) = (folder, links, sources);
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        foreach (var source in sources)
        {
            var file = Open(Path.Combine(folder, "reports", source.Id + ".csv"));
            file.WriteLine(Header);
            files[source.Id] = (file, 0);
        }
    }

    public static StreamWriter Open(string path) => new(path, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };

    /// <summary>Gives the reports their ids, by source in the order of publication, and writes them.</summary>
    public void Write(SectorReports sector)
    {
        foreach (var group in sector.Reports.GroupBy(r => r.Source.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (file, written) = files[group.Key];
            foreach (var report in group.OrderBy(r => r.Published))
            {
                report.Id = string.Create(CultureInfo.InvariantCulture, $"{group.Key}-{++written:0000000}");
            }

            files[group.Key] = (file, written);
        }

        foreach (var report in sector.Reports.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            files[report.Source.Id].File.WriteLine(Row(sector.Sector, report));
        }
    }

    /// <summary>Writes the YAML files; to be called once, after the last sector.</summary>
    public void Finish(IReadOnlyList<Sector> sectors, string title)
    {
        CaseYaml.Write(folder, sectors, title, sources);
        Dispose();
    }

    public void Dispose()
    {
        foreach (var (file, _) in files.Values)
        {
            file.Dispose();
        }
    }

    private string Row(Sector sector, Told told)
    {
        var day = told.Time.Level >= ToldTime.Day;
        var (latitude, longitude) = told.Place.HasPoint ? sector.Degrees(told.Place.X, told.Place.Y) : default;
        string[] cells =
        [
            told.Id, told.Source.Id, Clock.Instant(told.Published),
            day ? Clock.Date(told.Time.From) : Clock.Time(told.Time.From), day ? Clock.Date(told.Time.To) : Clock.Time(told.Time.To),
            told.Source.Ahead == 0 ? "UTC" : "Etc/GMT-3", told.Time.Precision,
            told.Act, told.Measure, told.Unit, told.Count, told.Place.Areas,
            told.Place.HasPoint ? latitude.ToString("0.0000", CultureInfo.InvariantCulture) : "",
            told.Place.HasPoint ? longitude.ToString("0.0000", CultureInfo.InvariantCulture) : "",
            told.Place.HasPoint ? told.Place.RadiusKm.ToString("0.#", CultureInfo.InvariantCulture) : "",
            told.Target, told.Actor, told.Aggregate ? "yes" : "no", told.Mode,
            links && told is { NamesCopied: true, CopyOf: { } copied } ? copied.Id : "", links ? told.Denies?.Id ?? "" : "",
            told.Killed, told.Injured,
        ];
        return string.Join(',', cells);
    }
}
