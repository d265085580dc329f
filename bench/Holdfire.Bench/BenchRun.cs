using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Counts;
using Holdfire.CaseFormat;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Bench;

/// <summary>Times the whole way over a case in this process, then the same counts by DuckDB, and compares the answers.</summary>
internal static class BenchRun
{
    /// <summary>Prints the times; 1 where the two differ in any number.</summary>
    public static int Run(string folder)
    {
        var watch = new Stopwatch();
        watch.Start();
        var load = CaseFolder.Load(folder);
        if (load.Case is not { } @case)
        {
            load.Errors.Take(20).ToList().ForEach(f => Console.Error.WriteLine(f));
            return 2;
        }

        var loaded = Lap("load", watch);
        var assessment = Assessor.Assess(CaseView.Of(@case), new AssessmentOptions());
        var assessed = Lap("assess", watch);
        var audit = Auditor.Audit(CaseView.Of(@case));
        var audited = Lap("audit", watch);
        var ours = Counts(@case);
        var counted = Lap("counts", watch);
        var whole = loaded + assessed + audited + counted;
        var wholeUsed = Used;
        Say("load + assess + audit + counts", whole, Used, Paused);
        Console.WriteLine(FormattableString.Invariant(
            $"{@case.Reports.Length} reports, {assessment.Sum(t => t.Lines.Length)} lines assessed, {audit.Length} quantities audited, {ours.Count} rows counted"));
        Console.WriteLine(FormattableString.Invariant(
            $"peak memory: {PeakMebibytes():0} MiB; collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}"));
        return Compare(folder, ours, loaded + counted, whole, wholeUsed);
    }

    private static int Compare(
        string folder, Dictionary<CountKey, CountBounds> ours, TimeSpan counts, TimeSpan whole, TimeSpan wholeUsed)
    {
        var watch = Stopwatch.StartNew();
        var theirs = DuckDbCounts.Of(folder);
        var duck = Lap("DuckDB: the same counts from the same files", watch);
        var wrong = ours.Where(o => theirs.GetValueOrDefault(o.Key) != o.Value).ToList();
        foreach (var (key, bounds) in wrong.Take(10))
        {
            Console.WriteLine($"DIFFERENT {key}: {bounds}, DuckDB {theirs.GetValueOrDefault(key)}");
        }

        Console.WriteLine(FormattableString.Invariant($"rows that differ: {wrong.Count} of {ours.Count}"));
        Console.WriteLine(FormattableString.Invariant($"load + counts over DuckDB: {counts / duck:0.00}"));
        Console.WriteLine(FormattableString.Invariant(
            $"load + assess + audit + counts over DuckDB: {whole / duck:0.00}; by time of processors, which other programs disturb less: {wholeUsed / (Used - wholeUsed):0.00}"));
        return wrong.Count == 0 && theirs.Count > 0 ? 0 : 1;
    }

    private static Dictionary<CountKey, CountBounds> Counts(Case @case)
    {
        ImmutableArray<Interval> days = [.. Enumerable.Range(0, Layout.Days)
            .Select(d => Layout.FirstDay.PlusDays(d)).Select(d => Local.Days(d, d, DateTimeZone.Utc))];
        var queries = @case.Parties.SelectMany(p => Measures.Select(m => (Side: p.Id, m.Name, m.Measure)));
        return queries.AsParallel().AsOrdered()
            .SelectMany(q => Counter.Count(CaseView.Of(@case), new CountQuery(q.Side, null, null, new ActCode("attack"), q.Measure, days))
                .Select((row, d) => (
                    Key: new CountKey(q.Side.Value, q.Name, d), Bounds: new CountBounds(row.Min, row.Max, row.Reports))))
            .ToDictionary(r => r.Key, r => r.Bounds);
    }

    private static (string Name, Measure Measure)[] Measures { get; } =
        [.. Layout.Measures.Select(m => (m, Enum.Parse<Measure>(m, true)))];

    private static TimeSpan Used { get; set; }

    private static TimeSpan Paused { get; set; }

    private static TimeSpan Lap(string name, Stopwatch watch)
    {
        var took = watch.Elapsed;
        var (used, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        Say(name, took, used - Used, paused - Paused);
        (Used, Paused) = (used, paused);
        watch.Restart();
        return took;
    }

    private static void Say(string name, TimeSpan took, TimeSpan used, TimeSpan paused) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-46} {took.TotalSeconds,7:0.00} s, {used.TotalSeconds,7:0.00} s of processors, {paused.TotalSeconds,5:0.00} s paused to collect, {PeakMebibytes(),5:0} MiB at most so far"));

    // The high-water mark of resident memory, of which DuckDB's share is not yet a part.
    private static double PeakMebibytes()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }
}
