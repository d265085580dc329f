using System.Diagnostics;
using System.Globalization;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Bench.Fusion.Sim;
using Holdfire.Fusion;
using Holdfire.Model;
using MathNet.Numerics.Statistics;

namespace Holdfire.Bench.Fusion.Own;

/// <summary>Times fusion and its peers on one simulated case, at one density whatever the number of reports.</summary>
internal static class Speed
{
    private const int MostAdded = 1000;
    private const int MostMelttSeconds = 1200;
    private static readonly TimeSpan LongestAdding = TimeSpan.FromSeconds(20);

    /// <summary>Prints seconds, reports a second and memory; the peers run where asked for, on the same reports.</summary>
    public static void Run(Density density, Vagueness vagueness, long reports, bool add, bool sql, string? script, TextWriter to)
    {
        var input = Make(density, vagueness, reports);
        var (watch, used) = (Stopwatch.StartNew(), Used);
        var fusion = FusionInput.Of(input.Case);
        var mapped = watch.Elapsed;
        var result = Fuser.Fuse(fusion);
        var (took, work) = (watch.Elapsed, Used - used);
        var groups = Enumerable.Range(0, result.Count).Count(i => result.GroupOf(i) == i);
        Say($"{result.Count} reports, {density.Name}, {vagueness.Name}: {groups} incidents");
        Say($"Holdfire, {Environment.ProcessorCount} processors: {took.TotalSeconds:0.00} s ({mapped.TotalSeconds:0.00} s of it the background), {work.TotalSeconds:0.00} s of processors, {result.Count / took.TotalSeconds:0} reports/s; resident at most {PeakMebibytes():0} MiB with the case");
        if (add)
        {
            Say($"one report added: {Added(fusion, work)}");
        }

        if (sql)
        {
            (watch, used) = (Stopwatch.StartNew(), Used);
            using var model = new SplinkModel(input.Reports, UEstimate.Compared, threads: Environment.ProcessorCount);
            var found = model.Group(0.9, oneToOne: false).Groups.Values.Distinct().Count();
            Say($"Fellegi-Sunter in DuckDB, {Environment.ProcessorCount} threads: {watch.Elapsed.TotalSeconds:0.00} s, {(Used - used).TotalSeconds:0.00} s of processors, {model.Pairs} pairs, {found} groups; {watch.Elapsed / took:0.0} times as long as Holdfire, {(Used - used) / work:0.0} times the work");
        }

        if (script is not null)
        {
            watch.Restart();
            var setting = "3 km, 0 days";
            var finished = new MelttMethod(script, MostMelttSeconds).Group(input, setting) is not null;
            Say($"meltt's match.py at {setting}: {(finished ? "" : "not finished after ")}{watch.Elapsed.TotalSeconds:0.00} s; {watch.Elapsed / took:0.0} times as long as Holdfire");
        }

        void Say(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    // Some reports, spread over the case, added one after another to all the others, as long as there is time.
    private static string Added(FusionInput fusion, TimeSpan whole)
    {
        var every = Math.Max(1, fusion.Reports.Count / MostAdded);
        var late = fusion.Reports.Where((_, i) => i % every == 0).ToList();
        List<Report> reports = [.. fusion.Reports.Where((_, i) => i % every != 0)];
        var result = Fuser.FuseAgain(fusion with { Reports = reports }, null);
        var (before, watch) = (reports.Count, Stopwatch.StartNew());
        var times = late.TakeWhile(_ => watch.Elapsed < LongestAdding).Select(report =>
        {
            reports.Add(report);
            var (start, used) = (Stopwatch.GetTimestamp(), Used);
            result = Fuser.FuseAgain(fusion with { Reports = reports }, result);
            return (Clock: Stopwatch.GetElapsedTime(start).TotalMilliseconds, Work: (Used - used).TotalMilliseconds);
        }).ToList();
        var (clock, work) = (times.ConvertAll(t => t.Clock), times.ConvertAll(t => t.Work));
        return string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} added to {before}, median {clock.Median():0} ms, 99 % within {clock.Percentile(99):0} ms; of processors {work.Median():0} and {work.Percentile(99):0} ms, {work.Median() / whole.TotalMilliseconds:0.000} and {work.Percentile(99) / whole.TotalMilliseconds:0.000} of those of fusing all");
    }

    private static TimeSpan Used => Environment.CpuUsage.TotalTime;

    private static CaseInput Make(Density density, Vagueness vagueness, long reports)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-speed");
        try
        {
            new Simulation(density, vagueness, 1, AtLeast: reports).Write(folder.FullName);
            return CaseInput.Read(Path.Combine(folder.FullName, "case"));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static double PeakMebibytes()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }
}
