using System.Collections.Immutable;
using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Fusion;
using MathNet.Numerics.Statistics;

namespace Holdfire.Bench.Fusion.Own;

/// <summary>A parameter set measured where the truth is known.</summary>
internal static class TrueParameters
{
    private const double LongestClockHours = 2;

    public static FusionParameters Of(CaseInput input, Truth truth)
    {
        var defaults = FusionInput.Of(input.Case).Parameters;
        var told = input.Reports.Where(r => !r.Aggregate && truth.Events.ContainsKey(truth.Stories[r.Id]))
            .Select(r => (Report: r, Event: truth.Events[truth.Stories[r.Id]])).ToList();
        var usual = LinkOdds(input.Reports, truth);
        return defaults with
        {
            Version = "true",
            LinkBits = LinkBits(input.Reports, truth),
            ActError = Math.Max(0.001, Share(told, t => !Holds(t.Report.Act, t.Event.Act))),
            ActorError = Math.Max(0.001, Share(told.Where(t => t.Report.Actor.Length > 0), t => t.Report.Actor != t.Event.Actor)),
            TargetError = 0.001,
            CountError = Spread(told.SelectMany(LogCount)),
            HarmError = Spread(told.Where(t => t.Report.Killed > 0 && t.Event.Killed > 0)
                .Select(t => Math.Log(1 + t.Report.Killed!.Value) - Math.Log(1 + t.Event.Killed))),
            Sources = told.GroupBy(t => t.Report.Source).ToImmutableSortedDictionary(g => g.Key, g =>
                Source([.. g], defaults.TailFreedom, LinkOdds(input.Reports.Where(r => r.Source == g.Key), truth) - usual), StringComparer.Ordinal),
        };
    }

    private static SourceParameters Source(IReadOnlyList<(PeerReport Report, TrueEvent Event)> told, double freedom, double linkBits)
    {
        var clock = told.Where(t => t.Report.To - t.Report.From <= LongestClockHours * 60).ToList();
        var lag = clock.Count == 0 ? 0 : clock.Select(t => (t.Report.Middle - Middle(t.Event)) / 60).Median();
        return new SourceParameters(
            Scale(told, t => Math.Pow(t.Report.RadiusKm, 2) / 4, t => Circle.Km(t.Report.Latitude, t.Report.Longitude, t.Event.Latitude, t.Event.Longitude), 2, freedom),
            clock.Count == 0 ? 0.25 : Scale(
                clock, t => Math.Pow((t.Report.To - t.Report.From) / 60, 2) / 12, t => ((t.Report.Middle - Middle(t.Event)) / 60) - lag, 1, freedom),
            lag, told.SelectMany(LogCount).DefaultIfEmpty(0).Mean(), linkBits);
    }

    // The error beyond what is stated that makes the deviations likeliest under Student's t, of a hundredth to thirty.
    private static double Scale(
        IReadOnlyList<(PeerReport, TrueEvent)> told, Func<(PeerReport Report, TrueEvent Event), double> stated,
        Func<(PeerReport Report, TrueEvent Event), double> deviation, int dimensions, double freedom)
    {
        return Enumerable.Range(0, 60).Select(i => 0.01 * Math.Pow(3000, i / 59.0)).MaxBy(error => told.Sum(t =>
        {
            var variance = stated(t) + (error * error);
            return (-dimensions / 2.0 * Math.Log(variance))
                - ((freedom + dimensions) / 2 * Math.Log(1 + (Math.Pow(deviation(t), 2) / freedom / variance)));
        }));
    }

    // docs/fusion.md, section "Learning": of the share of reports that stand alone.
    private static double LinkBits(IEnumerable<PeerReport> reports, Truth truth)
    {
        var alone = Math.Clamp(1 - Joined(reports, truth), 0.001, 0.999);
        return Math.Log2(2 * (1 - Math.Sqrt(alone)) / alone);
    }

    private static double LinkOdds(IEnumerable<PeerReport> reports, Truth truth) =>
        Math.Clamp(Joined(reports, truth), 0.001, 0.999) is var p ? Math.Log2(p / (1 - p)) : 0;

    private static double Joined(IEnumerable<PeerReport> reports, Truth truth)
    {
        var sizes = truth.Stories.Values.CountBy(s => s).ToDictionary();
        return reports.Average(r => sizes[truth.Stories[r.Id]] > 1 ? 1.0 : 0);
    }

    private static IEnumerable<double> LogCount((PeerReport Report, TrueEvent Event) t) =>
        t.Report.Least > 0 && t.Report.Most == t.Report.Least ? [Math.Log(t.Report.Least) - Math.Log(t.Event.Count)] : [];

    private static bool Holds(string a, string b) => a == b || b.StartsWith(a + ".", StringComparison.Ordinal);

    private static double Middle(TrueEvent e) => (e.From + e.To) / 2;

    private static double Spread(IEnumerable<double> values) => Math.Max(0.05, values.DefaultIfEmpty(0.3).StandardDeviation() is var s && double.IsNaN(s) ? 0.3 : s);

    private static double Share<T>(IEnumerable<T> items, Func<T, bool> holds) => items.Average(i => holds(i) ? 1.0 : 0);
}
