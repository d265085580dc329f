using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Bench.Fusion.Files;
using Holdfire.Bench.Fusion.Peers;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Bench.Fusion.Archive;

/// <summary>An entry of the table that entries.R makes.</summary>
/// <param name="Id">Source and number.</param>
/// <param name="Source">The data set that it is from.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Killed">Deaths, or null.</param>
/// <param name="Levels">The levels of all taxonomies by column name, finest first, taxonomy after taxonomy.</param>
internal sealed record ArchiveEntry(
    string Id, string Source, int Number, LocalDate First, LocalDate Last, double Latitude, double Longitude, int? Killed,
    ImmutableArray<(string Name, string Value)> Levels)
{
    private const int OtherColumns = 7;

    public static ImmutableArray<ArchiveEntry> Read(string path) => [.. Csv.Rows(path).Select(r => new ArchiveEntry(
        $"{r["source"]}-{r["entry"]}", r["source"], int.Parse(r["entry"], CultureInfo.InvariantCulture), Day(r["start"]), Day(r["end"]),
        double.Parse(r["latitude"], CultureInfo.InvariantCulture), double.Parse(r["longitude"], CultureInfo.InvariantCulture),
        r["killed"].Length == 0 ? null : (int)double.Parse(r["killed"], CultureInfo.InvariantCulture),
        [.. r.Skip(OtherColumns).Select(c => (c.Key, c.Value))]))];

    /// <summary>How many levels each taxonomy has, in the order of the columns.</summary>
    public string Depths => string.Join(',', Levels.Select(l => l.Name[..l.Name.LastIndexOf('.')]).CountBy(n => n).Select(n => n.Value));

    /// <summary>A level of a taxonomy, or "" where the set has none of that name.</summary>
    public string Level(string name) => Levels.FirstOrDefault(l => l.Name == name).Value ?? "";

    /// <summary>The entry as meltt takes it.</summary>
    public MelttEntry ForMeltt(IReadOnlyList<string> sources) => new(
        sources.ToList().IndexOf(Source) + 1, Number, Days(First), Days(Last), Latitude, Longitude, [.. Levels.Select(l => l.Value)]);

    private static int Days(LocalDate day) => Period.DaysBetween(new LocalDate(1970, 1, 1), day);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
