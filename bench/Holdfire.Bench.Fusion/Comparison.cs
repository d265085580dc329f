using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Bench.Fusion.Sim;

namespace Holdfire.Bench.Fusion;

/// <summary>Runs methods over simulated cases of one density and vagueness and prints how well they do.</summary>
internal sealed class Comparison(Density density, Vagueness vagueness, bool links, bool wide, TextWriter to)
{
    // The seed on which the settings of the peers are chosen; it is none of those that are judged.
    private const int TuningSeed = 1_000_000;

    public void Run(ImmutableArray<IMethod> methods, int first, int seeds)
    {
        var settings = Choose(methods);
        var results = methods.ToDictionary(m => m.Name, _ => new List<(Scores Scores, Scores OfAreas, Scores OfOthers, double Seconds, Calibration Calibration)>());
        var (reports, disjoint, told) = (0L, 0L, 0L);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var (input, truth) = Make(seed);
            reports += input.Reports.Length;
            var acts = input.Case.Reports.ToDictionary(r => r.Id.Value, r => r.Act, StringComparer.Ordinal);
            foreach (var story in truth.Stories.Keys.GroupBy(r => truth.Stories[r]).Select(s => s.Select(r => acts[r]).ToArray()))
            {
                told += story.Length * (story.Length - 1L) / 2;
                disjoint += story.Sum(a => story.LongCount(b => a.IsDisjointFrom(b))) / 2;
            }

            var areaAlone = input.Case.Reports.Where(r => r.Point is null && !r.IsAggregate).Select(r => r.Id.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var method in methods.Where(m => settings.ContainsKey(m.Name)))
            {
                var watch = Stopwatch.StartNew();
                var grouping = method.Group(input, settings[method.Name]);
                if (grouping is not null)
                {
                    results[method.Name].Add((
                        Scores.Of(truth, grouping), Scores.OfPairs(truth, grouping, areaAlone.Contains, with: true),
                        Scores.OfPairs(truth, grouping, areaAlone.Contains, with: false), watch.Elapsed.TotalSeconds, Calibration.Of(truth, grouping.Pairs)));
                }
            }
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{density.Name}, {vagueness.Name}: seeds {first} to {first + seeds - 1}, {reports / seeds} reports on average{(links ? "" : ", links left out")}; {100.0 * disjoint / told:0.0} % of the pairs of one story name acts that cannot be one\n"));
        to.WriteLine("| method | setting | precision | recall | F1 | B-cubed F1 | adjusted Rand | seconds |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var method in methods)
        {
            Row(method.Name, settings.GetValueOrDefault(method.Name, ""), results[method.Name], seeds);
        }

        to.WriteLine("\n| method | pairs | precision | recall | F1 |\n| --- | --- | --- | --- | --- |");
        foreach (var method in methods.Where(m => results[m.Name].Count == seeds))
        {
            to.WriteLine(Pairs(method.Name, "with a report of an area alone", [.. results[method.Name].Select(r => r.OfAreas)]));
            to.WriteLine(Pairs(method.Name, "of other reports", [.. results[method.Name].Select(r => r.OfOthers)]));
        }

        foreach (var method in methods.Where(m => results[m.Name].Any(r => r.Calibration.Pairs > 0)))
        {
            Print(method.Name, [.. results[method.Name].Select(r => r.Calibration)]);
        }
    }

    private static string Pairs(string name, string what, ImmutableArray<Scores> scores) =>
        $"| {name} | {what} | {Spread.Of([.. scores.Select(s => s.Precision)])} | {Spread.Of([.. scores.Select(s => s.Recall)])} | {Spread.Of([.. scores.Select(s => s.F1)])} |";

    private Dictionary<string, string> Choose(ImmutableArray<IMethod> methods)
    {
        var (input, truth) = Make(TuningSeed);
        return methods.Select(m => (m.Name, Setting: m.Choose(input, truth))).Where(c => c.Setting is not null)
            .ToDictionary(c => c.Name, c => c.Setting!);
    }

    private (CaseInput Input, Truth Truth) Make(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-fusion");
        try
        {
            new Simulation(density, vagueness, seed, Links: links, Wide: wide).Write(folder.FullName);
            return (CaseInput.Read(Path.Combine(folder.FullName, "case")), Truth.Read(Path.Combine(folder.FullName, "truth")));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private void Row(
        string name, string setting, List<(Scores Scores, Scores OfAreas, Scores OfOthers, double Seconds, Calibration Calibration)> results, int seeds)
    {
        if (results.Count < seeds)
        {
            to.WriteLine($"| {name} | {setting} | did not finish in time for {seeds - results.Count} of {seeds} | | | | | |");
            return;
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {setting} | {Of(s => s.Precision)} | {Of(s => s.Recall)} | {Of(s => s.F1)} | {Of(s => s.CubedF1)} | {Of(s => s.AdjustedRand)} | {results.Average(r => r.Seconds):0.0} |"));

        Spread Of(Func<Scores, double> score) => Spread.Of([.. results.Select(r => score(r.Scores))]);
    }

    private void Print(string name, ImmutableArray<Calibration> calibrations)
    {
        var all = calibrations.Aggregate(Calibration.None, (a, b) => a.With(b));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nCalibration of {name}: expected calibration error {Spread.Of([.. calibrations.Select(c => c.ExpectedError)])}" +
            $" over {all.Pairs} pairs, {Spread.Of([.. calibrations.Select(c => c.ErrorOfLikely)])} over those of at least 0.1\n"));
        to.WriteLine("| said | pairs | mean said | true |\n| --- | --- | --- | --- |");
        for (var i = 0; i < all.Bins.Length; i++)
        {
            var bin = all.Bins[i];
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {i / 10.0:0.0} to {(i + 1) / 10.0:0.0} | {bin.Pairs} | {Share(bin.Said, bin.Pairs)} | {Share(bin.True, bin.Pairs)} |"));
        }
    }

    private static string Share(double part, long whole) =>
        whole == 0 ? "" : (part / whole).ToString("0.000", CultureInfo.InvariantCulture);
}
