using Holdfire.Acts;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Method;

/// <summary>Fits the kinds of series to the published claims of a case.</summary>
internal static class Fit
{
    private static readonly Duration Longest = Duration.FromHours(36);

    private static readonly (string Source, string Act, Measure Measure)[] Kinds =
    [
        ("ua-air-force", "attack.air.uav.one-way", Measure.Launched),
        ("ru-mod", "attack.air.uav", Measure.Destroyed),
        ("ua-air-force", "attack.air.missile.ballistic", Measure.Launched),
    ];

    /// <summary>The three series with the most days of data.</summary>
    public static List<SeriesKind> Of(Case @case) =>
        [.. Kinds.Select(k => Of(@case, k.Source, new ActCode(k.Act), k.Measure))];

    /// <summary>
    /// The same three on all claims published from March to May 2025, of which the built-in case ships a part: import the
    /// rest (docs/import.md) to fit them again.
    /// </summary>
    public static List<SeriesKind> Published =>
    [
        new("all claims: one-way drones", 86, 129.6, 36.5, 0.22),
        new("all claims: drones destroyed", 85, 69.0, 85.9, 0.17),
        new("all claims: ballistic missiles", 32, 3.4, 3.0, 0.28),
    ];

    private static SeriesKind Of(Case @case, string source, ActCode act, Measure measure)
    {
        var zone = DateTimeZoneProviders.Tzdb[@case.Zone];
        // A bulletin that sums several days is no day's count; the claims that it sums are there.
        var claims = @case.Reports
            .Where(r => r.Source.Value == source && act.Contains(r.Act) && r.Measure == measure && r.PartOf is null)
            .Where(r => r.Count.Max is not null && r.Window.Extent is { HasStart: true, HasEnd: true } e && e.Duration < Longest)
            .ToDictionary(r => r.Id);
        var days = claims.Values.Where(r => !r.IncludedIn.Any(claims.ContainsKey))
            .GroupBy(r => Middle(r.Window.Core ?? r.Window.Extent).InZone(zone).Date)
            .ToDictionary(g => g.Key, g => g.Sum(r => (r.Count.Min + r.Count.Max!.Value) / 2.0));
        var mean = days.Values.Average();
        var variance = days.Values.Sum(y => (y - mean) * (y - mean)) / (days.Count - 1);
        var pairs = days.Where(d => days.ContainsKey(d.Key.PlusDays(1)))
            .Select(d => (d.Value - mean) * (days[d.Key.PlusDays(1)] - mean)).ToList();
        return new SeriesKind($"{source}, {act}, {measure}", days.Count, mean, variance / mean, pairs.Sum() / pairs.Count / variance);
    }

    private static Instant Middle(Interval interval) => interval.Start + (interval.Duration / 2);
}
