using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Holdfire.Bench.Fusion.Files;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>An entry as meltt takes it.</summary>
/// <param name="Source">Its place in the order of the sources, from 1.</param>
/// <param name="Number">Its number in the source, from 1.</param>
/// <param name="Start">The first day, whole days from any day.</param>
/// <param name="End">The last day.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Taxonomies">The codes of each taxonomy, finest first, one taxonomy after another.</param>
internal sealed record MelttEntry(
    int Source, int Number, int Start, int End, double Latitude, double Longitude, ImmutableArray<string> Taxonomies);

/// <summary>Runs meltt's published match.py, which is not part of this project, in its own process.</summary>
/// <param name="Script">The path of match.py.</param>
/// <param name="Limit">How many seconds of processor time one run may take.</param>
internal sealed record Meltt(string Script, int Limit)
{
    // 128 and SIGXCPU.
    private const int OutOfTime = 152;

    /// <summary>The links that it makes, as indices of entries, or null where it did not finish in time.</summary>
    public IReadOnlyList<(int A, int B)>? Links(IReadOnlyList<MelttEntry> entries, double days, double km, string depths)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-meltt");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "entries.csv"), Path.Combine(folder.FullName, "links.csv"));
            Csv.Write(from, ["source", "entry", "start", "end", "latitude", "longitude", .. entries[0].Taxonomies.Select((_, i) => "level" + Text(i + 1))], entries.Select(Row));
            if (!Run([Script, from, to, Text(days), Text(km), depths, Text(Limit)]))
            {
                return null;
            }

            var at = Enumerable.Range(0, entries.Count).ToDictionary(i => (entries[i].Source, entries[i].Number));
            return [.. File.ReadLines(to).Select(l => l.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
                .Select(l => (at[(l[0], l[1])], at[(l[2], l[3])]))];
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private bool Run(IEnumerable<string> arguments)
    {
        using var driver = new StreamReader(typeof(Meltt).Assembly.GetManifestResourceStream("meltt_driver.py")!);
        var start = new ProcessStartInfo("python3", ["-c", driver.ReadToEnd(), .. arguments]);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode switch
        {
            0 => true,
            OutOfTime => false,
            var code => throw new InvalidOperationException($"{Script}: python3 ended with {code}"),
        };
    }

    private static IEnumerable<string> Row(MelttEntry entry) =>
    [
        Text(entry.Source), Text(entry.Number), Text(entry.Start), Text(entry.End), Text(entry.Latitude), Text(entry.Longitude),
        .. entry.Taxonomies,
    ];

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
