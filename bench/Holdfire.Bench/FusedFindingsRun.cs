using System.Collections.Immutable;
using System.Diagnostics;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.CaseFormat;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Bench;

/// <summary>
/// Times findings on the incidents of a simulated case (bench/Holdfire.Bench.Fusion.Sim), step by step, beside the time of fusing them. Two
/// truces are laid over the case, which has none of its own: a general one in its second quarter and one of the air in its third.
/// </summary>
internal static class FusedFindingsRun
{
    private const int Rounds = 3;

    /// <summary>Prints the best time of each step, of which fusing is the limit, and the memory.</summary>
    public static int Run(string folder)
    {
        if (CaseFolder.Load(folder).Case is not { } loaded)
        {
            return 2;
        }

        var @case = loaded with { Truces = Truces(loaded) };
        var (rules, best) = (FindingRulesFile.BuiltIn, new double[5]);
        Array.Fill(best, double.MaxValue);
        var (subjects, findings, counts) = (ImmutableArray<FindingSubject>.Empty, ImmutableArray<Finding>.Empty, ImmutableArray<FindingCount>.Empty);
        FusionResult? fused = null;
        for (var round = 0; round < Rounds; round++)
        {
            Time(0, () => fused = Fuser.Fuse(FusionInput.Of(@case)));
            Time(4, () => subjects = Subjects.OfIncidents(@case, fused!.Chosen(@case.Places)));
            Time(1, () => subjects = SumSupports.Add(@case, subjects, rules));
            Time(2, () => findings = Finder.Find(@case, subjects, rules));
            Time(3, () => counts = FindingCounts.PerDay(@case, findings));
        }

        Say($"{@case.Reports.Length} reports, {subjects.Length} events, {subjects.Count(s => s.IsAggregate)} of them sums; {findings.Length} findings under {@case.Truces.Length} truces; {counts.Length} counts");
        Say($"fusing: {best[0]:0.00} s");
        Say($"incidents, without their other readings: {best[4]:0.00} s, {best[4] / best[0]:0.00} of the time of fusing");
        Say($"what bears out the sums: {best[1]:0.00} s, {best[1] / best[0]:0.00} of it");
        Say($"findings: {best[2]:0.00} s, {best[2] / best[0]:0.00} of it; {findings.Length / best[2]:0} a second");
        Say($"counts by day and standard: {best[3]:0.00} s, {best[3] / best[0]:0.00} of it");
        Say($"resident at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB with the case");
        return 0;

        void Time(int step, Action work)
        {
            var watch = Stopwatch.StartNew();
            work();
            best[step] = Math.Min(best[step], watch.Elapsed.TotalSeconds);
        }

        static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
    }

    private static ImmutableArray<Truce> Truces(Case @case)
    {
        var ends = @case.Reports.Select(r => r.Window.Extent).Where(e => e is { HasStart: true, HasEnd: true }).ToList();
        var (start, quarter) = (ends.Min(e => e.Start), (ends.Max(e => e.End) - ends.Min(e => e.Start)) / 4);
        return [Truce("T1", new Interval(start + quarter, start + (quarter * 2)), "attack"), Truce("T2", new Interval(start + (quarter * 2), start + (quarter * 3)), "attack.air")];

        Truce Truce(string id, Interval when, string act)
        {
            ImmutableArray<Holdfire.Model.PartyId> bound = [.. @case.Parties.Where(p => p.Role == Holdfire.Model.PartyRole.Party).Select(p => p.Id)];
            return new Truce
            {
                Id = new(id), Name = id, Zone = "UTC", Announced = TimeWindow.Exact(new Interval(when.Start - Duration.FromDays(2), when.Start - Duration.FromDays(1))), Intended = when,
                InForce = [.. bound.Select(p => new InForce(p, when, TimePrecision.Minute, "UTC", "simulated", false))],
                Prohibitions = [new Prohibition("P1", new(act), null, [.. @case.Sources.Select(s => s.Scope).Distinct()], bound, "simulated")],
            };
        }
    }
}
