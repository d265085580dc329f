using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of incidents, documented in docs/json.md.</summary>
internal static class IncidentJson
{
    /// <summary>The CSV of incidents: a row each; a count is told by measure, unit, least and most, in the same order in each cell.</summary>
    public static CsvShape Rows { get; } = new("incidents",
    [
        "id", "probability", "contested", "aggregate", "from", "to", "lat", "lon", "radius_km", "areas", "act", "actors", "counts.measure",
        "counts.unit", "counts.min", "counts.max", "reports", "contradictions=contradictions.kind", "runner_up.odds", "^as_of", "^parameters",
    ]);

    public static object Of(Incident i) => new
    {
        id = i.Id.Value,
        i.Probability,
        contested = i.IsContested,
        aggregate = i.IsAggregate,
        from = i.Window.HasStart ? Texts.Of(i.Window.Start) : null,
        to = i.Window.HasEnd ? Texts.Of(i.Window.End) : null,
        lat = i.Place?.Centre.Latitude,
        lon = i.Place?.Centre.Longitude,
        radius_km = i.Place?.RadiusKm,
        areas = i.Areas.Select(a => a.Value),
        act = i.Act.Value,
        actors = i.Actors.Select(a => a.Value),
        counts = i.Counts.Select(c => new { c.Measure, c.Unit, c.Range.Min, c.Range.Max }),
        reports = i.Reports.Select(r => r.Id.Value),
        contradictions = i.Contradictions.Select(c => new { c.Kind, a = c.A.Value, b = c.B.Value }),
        runner_up = i.RunnerUp is { } other ? new { other.Odds, groups = Groups(other.Groups) } : null,
    };

    public static object Of(IncidentReasons reasons) => new
    {
        evidence = reasons.Evidence.Select(e => e.Value),
        weight = Of(reasons.Weight),
        joining = reasons.Joining.Select(j => new { report = j.Report.Value, weight = Of(j.Weight) }),
        pairs = reasons.Pairs.Select(p => new
        {
            a = p.A.Value,
            b = p.B.Value,
            p.Stated,
            p.Km,
            p.Hours,
            weight = p.Weight is { } w ? Of(w) : null,
        }),
    };

    public static object Of(Containment c) => new
    {
        claim = c.Claim.Id.Value,
        claimed = new { c.Claimed.Min, c.Claimed.Max },
        matched = new { min = c.MatchedAtLeast, max = c.MatchedAtMost },
        exceeded = c.IsExceeded,
        incidents_within = c.Within,
        incidents_touching = c.Touching,
        least_reports = c.LeastReports.Select(r => r.Value),
    };

    private static object Of(WeightParts w) => new { w.Total, w.Prior, w.Place, w.Time, w.Background, w.Act, w.Actor, w.Target, w.Count, w.Harm };

    private static IEnumerable<IEnumerable<string>> Groups(ImmutableArray<ImmutableArray<ReportId>> groups) =>
        groups.Select(g => g.Select(r => r.Value));
}
