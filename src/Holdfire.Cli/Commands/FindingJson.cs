using Holdfire.Model;
using Holdfire.Findings;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of findings, documented in docs/json.md.</summary>
internal static class FindingJson
{
    /// <summary>The CSV of findings: a row each.</summary>
    public static CsvShape Rows { get; } = new("findings",
    [
        "id", "truce", "prohibition", "placement", "limits", "standard", "attribution", "actors", "act", "target", "from", "to", "areas",
        "point.lat", "point.lon", "point.radius_km", "count.min", "count.max", "aggregate", "reports", "origins", "rules=rules.rule",
        "attribution_rule=attribution_rule.rule", "^as_of", "^parameters", "rules_version=^rules",
    ]);

    /// <summary>The CSV of the counts: a row for each truce, day and standard.</summary>
    public static CsvShape CountRows { get; } = new("counts", ["truce", "from", "to", "standard", "at_least", "at_most", "^as_of", "^parameters", "rules_version=^rules"]);

    public static object Of(FindingAnswer answer) => new
    {
        schema = "holdfire/findings/1",
        as_of = Texts.OfOptional(answer.AsOf),
        rules = answer.Rules.Version,
        parameters = answer.Parameters,
        counts = FindingCounts.PerDay(answer.Case, answer.Findings).Select(Of),
        findings = answer.Findings.Select(f => Of(f, answer.Case)),
    };

    public static object Of(FindingCount c) => new
    {
        truce = c.Truce.Value, from = Texts.Of(c.Day.Start), to = Texts.Of(c.Day.End), c.Standard, c.AtLeast, c.AtMost,
    };

    public static object Of(Finding f, Case @case) => new
    {
        id = f.Subject.Id,
        truce = f.Truce.Value,
        prohibition = f.Prohibition,
        f.Placement,
        limits = f.Deciding.Select(s => s.Limit),
        standard = f.Ladder.Standard,
        f.Ladder.Attribution,
        actors = f.Subject.Actors.Select(a => a.Value),
        act = f.Subject.Act.Value,
        f.Subject.Target,
        from = Texts.OfOptional(f.Subject.Window.HasStart ? f.Subject.Window.Start : null),
        to = Texts.OfOptional(f.Subject.Window.HasEnd ? f.Subject.Window.End : null),
        areas = f.Subject.Areas.Select(a => a.Value),
        point = f.Subject.Point is { } p ? new { lat = p.Centre.Latitude, lon = p.Centre.Longitude, radius_km = p.RadiusKm } : null,
        count = new { f.Subject.Count.Min, f.Subject.Count.Max },
        aggregate = f.Subject.IsAggregate,
        reports = f.Subject.Reports.Select(r => r.Id.Value),
        origins = f.Ladder.Origins,
        steps = f.Steps.Select(s => new
        {
            s.Rule, s.Fit, s.Text, hours_before = Hours(s.HoursBefore), hours_after = Hours(s.HoursAfter), s.Km, s.Share,
        }),
        sums = f.Subject.Sums.Where(s => !s.IsNone).Select(s => new
        {
            claim = s.Claim.Value, s.Standard, claimed = new { s.Claimed.Min, s.Claimed.Max }, at_least = s.BorneAtLeast, at_most = s.BorneAtMost,
            reports = s.Reports.Select(r => r.Value),
        }),
        rules = f.Ladder.StandardRules.Select(Fired),
        attribution_rule = f.Ladder.AttributionRule is { } who ? Fired(who) : null,
        pins = PinNotes.On(@case, f.Subject.Reports).Select(p => p.Id),
        notes = f.Notes.Select(n => new { n.Rule, n.Text }),
    };

    private static object Fired(FiredRule r) => new { r.Rule, r.Text, reports = r.Reports.Select(id => id.Value) };

    // JSON has no infinity: an open end is said in a word.
    private static object? Hours(double? hours) => hours is double.PositiveInfinity ? "open" : hours;
}
