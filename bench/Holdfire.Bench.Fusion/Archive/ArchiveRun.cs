using System.Diagnostics;
using System.Globalization;
using Holdfire.Bench.Fusion.Files;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Fusion;
using MathNet.Numerics.Statistics;

namespace Holdfire.Bench.Fusion.Archive;

/// <summary>Puts the entries of an archive together with meltt and with Holdfire and lists where they disagree.</summary>
internal static class ArchiveRun
{
    // Each of these sets has been freed of duplicates by its makers: none of its entries tells of an event again.
    private const double FreeOfDuplicates = -30;

    public static void Run(string path, string script, double days, double km, string? list, TextWriter to)
    {
        var entries = ArchiveEntry.Read(path);
        var at = Enumerable.Range(0, entries.Length).ToDictionary(i => entries[i].Id);
        var sources = entries.Select(e => e.Source).Distinct().ToList();
        var watch = Stopwatch.StartNew();
        var links = new Meltt(script, 300).Links([.. entries.Select(e => e.ForMeltt(sources))], days, km, entries[0].Depths)
            ?? throw new TimeoutException("meltt did not finish in five minutes");
        var melttSeconds = watch.Elapsed.TotalSeconds;
        var theirs = new Unions(entries.Length);
        foreach (var (a, b) in links)
        {
            theirs.Join(a, b);
        }

        watch.Restart();
        var (result, fit) = Fuse(entries);
        var ours = new Unions(entries.Length);
        for (var i = 0; i < result.Count; i++)
        {
            ours.Join(at[result.ReportAt(result.GroupOf(i)).Id.Value], at[result.ReportAt(i).Id.Value]);
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"entries {entries.Length}; meltt at {km} km, {days} days: {Counts(theirs, entries.Length)}, {melttSeconds:0.0} s; Holdfire: {Counts(ours, entries.Length)}, {watch.Elapsed.TotalSeconds:0.0} s, parameters {(fit.IsKept ? "kept" : "learnt")}, {fit.ExpectedMatches:0} matches expected"));
        var odds = result.Pairs().ToDictionary(p => Key(at[p.A.Value], at[p.B.Value]), p => p.Probability);
        Disagreements(entries, theirs, ours, odds, km, list, to);
    }

    private static (FusionResult Result, FitResult Fit) Fuse(IReadOnlyList<ArchiveEntry> entries)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-archive");
        try
        {
            ArchiveCase.Write(folder.FullName, entries);
            var @case = CaseInput.Read(folder.FullName).Case;
            var usual = FusionInput.Of(@case);
            var fit = FusionFit.Of(usual with { Parameters = usual.Parameters with { RepeatBits = FreeOfDuplicates, AgainBits = FreeOfDuplicates } });
            return (Fuser.Fuse(FusionInput.Of(@case, fit.Parameters)), fit);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static void Disagreements(
        IReadOnlyList<ArchiveEntry> entries, Unions theirs, Unions ours, Dictionary<(int, int), double> odds, double km, string? list, TextWriter to)
    {
        var pairs = Together(theirs, entries.Count).Union(Together(ours, entries.Count)).Order()
            .Select(p => (p.A, p.B, Meltt: theirs.Find(p.A) == theirs.Find(p.B), Holdfire: ours.Find(p.A) == ours.Find(p.B))).ToList();
        to.WriteLine("| pairs together in | pairs | weight of together over apart, bits: least, quartiles, most | no candidate | same source | other days | other deaths, or none named | other second level of events | beyond the window |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, meltt, holdfire) in ((string, bool, bool)[])[("both", true, true), ("meltt alone", true, false), ("Holdfire alone", false, true)])
        {
            var some = pairs.Where(p => p.Meltt == meltt && p.Holdfire == holdfire).ToList();
            var bits = some.Where(p => odds.ContainsKey((p.A, p.B))).Select(p => Bits(odds[(p.A, p.B)])).ToList();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {some.Count} | {(bits.Count == 0 ? "" : string.Join(" / ", bits.FiveNumberSummary().Select(b => b.ToString("0.0", CultureInfo.InvariantCulture))))} | {some.Count - bits.Count} | {Count((a, b) => a.Source == b.Source)} | {Count((a, b) => a.First != b.First)} | {Count((a, b) => a.Killed is null || a.Killed != b.Killed)} | {Count((a, b) => a.Level("event_tax.2") != b.Level("event_tax.2"))} | {Count((a, b) => Km(a, b) > km)} |"));

            int Count(Func<ArchiveEntry, ArchiveEntry, bool> isSo) => some.Count(p => isSo(entries[p.A], entries[p.B]));
        }

        if (list is not null)
        {
            Csv.Write(list, ["a", "b", "meltt", "holdfire", "together_bits", "km", "days"], pairs.Where(p => p.Meltt != p.Holdfire).Select(p => (IEnumerable<string>)
            [
                entries[p.A].Id, entries[p.B].Id, p.Meltt ? "together" : "apart", p.Holdfire ? "together" : "apart",
                odds.TryGetValue((p.A, p.B), out var o) ? Bits(o).ToString("0.00", CultureInfo.InvariantCulture) : "",
                Km(entries[p.A], entries[p.B]).ToString("0.0", CultureInfo.InvariantCulture),
                NodaTime.Period.DaysBetween(entries[p.A].First, entries[p.B].First).ToString(CultureInfo.InvariantCulture),
            ]));
        }
    }

    private static double Km(ArchiveEntry a, ArchiveEntry b) => Circle.Km(a.Latitude, a.Longitude, b.Latitude, b.Longitude);

    private static string Counts(Unions unions, int count)
    {
        var groups = Enumerable.Range(0, count).CountBy(unions.Find).ToList();
        return $"{groups.Count} unique, {groups.Count(g => g.Value > 1)} groups of two or more";
    }

    private static IEnumerable<(int A, int B)> Together(Unions unions, int count) => Enumerable.Range(0, count).GroupBy(unions.Find)
        .SelectMany(g => g.SelectMany(a => g.Where(b => b > a).Select(b => (a, b))));

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);

    private static double Bits(double p) => Math.Clamp(Math.Log2(p / (1 - p)), -40, 40);
}
