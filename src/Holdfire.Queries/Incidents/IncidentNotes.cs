using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Incidents for a reader, a line each.</summary>
internal static class IncidentNotes
{
    public static IEnumerable<string> OfList(ImmutableArray<Incident> incidents, string parameters)
    {
        if (incidents.Length > IncidentTable.MostRows)
        {
            yield return $"{incidents.Length - IncidentTable.MostRows} more are not shown; --format csv shows all.";
        }

        yield return $"{incidents.Length} incidents from {incidents.Sum(i => i.Reports.Length)} reports; {incidents.Count(i => i.IsContested)} contested. "
            + $"Parameters {parameters}. Incidents are what reports say, not findings.";
    }

    public static IEnumerable<string> OfOne(Incident incident, ImmutableArray<Containment> contains, DateTimeZone zone)
    {
        yield return $"{incident.Id}: {incident.Act}, {Texts.StartOf(incident.Window, zone) ?? "unknown"} – {Texts.EndOf(incident.Window, zone) ?? "unknown"}, "
            + $"{Place(incident)}; these reports and no others: {Percent(incident.Probability)}.";
        foreach (var contradiction in incident.Contradictions)
        {
            yield return $"Not both can be right on {Texts.Words(contradiction.Kind)}: {contradiction.A} and {contradiction.B}.";
        }

        if (incident.RunnerUp is { } other)
        {
            yield return "The other reading: " + string.Join(" | ", other.Groups.Select(g => string.Join(" ", g)))
                + $"; its odds against this one are {Odds(other.Odds)}.";
        }

        foreach (var c in contains)
        {
            yield return $"{c.Claim.Id} claims {Texts.Of(c.Claimed)}; single reports match {Texts.Bounds(c.MatchedAtLeast, c.MatchedAtMost)} of them "
                + $"({c.Within} incidents surely in it, {c.Touching} at most)"
                + (c.IsExceeded ? $"; one source alone tells of {c.AtLeast}, more than it claims." : ".");
        }
    }

    /// <summary>What each report says, in its own words, when it was published and where: a line each.</summary>
    public static IEnumerable<string> Words(Incident incident, Case @case, DateTimeZone zone)
    {
        foreach (var report in incident.Reports.Select(r => (Said: r, Told: IncidentReportAnswer.Of(r, @case))))
        {
            var published = report.Said.Published is { } at ? $"published {Texts.At(at, zone)}" : "time of publication not kept";
            var harm = string.Join(", ", report.Told.Harm.Select(HarmAnswer.Words));
            yield return $"{report.Said.Id}, {report.Said.Source}, {published}{(report.Told.TakenBack is { } gone ? $", since {Texts.Words(gone)} by its source" : "")}: "
                + string.Join(" ", ((string[])
                [
                    report.Said.Narrative.Length > 0 ? $"\u201c{report.Said.Narrative}\u201d{(report.Said.Language.Length > 0 ? $" ({report.Said.Language})" : "")}." : "no words kept.",
                    harm.Length > 0 ? $"Harm: {harm}." : "", report.Said.Reference.Length > 0 ? $"See {report.Said.Reference}" : "",
                ]).Where(p => p.Length > 0));
        }
    }

    /// <summary>A line such as "Beside it, and no evidence by itself: an alert was on in UA-63 from … to … (ua-alerts D1)."</summary>
    public static string Beside(Detection detection, DateTimeZone zone)
    {
        var extent = detection.Window.Extent;
        var where = detection.Areas.IsEmpty ? detection.Point is { } p ? $"at {Point(p)}" : "at a place not given" : $"in {string.Join(' ', detection.Areas)}";
        var value = detection.Value is { } v ? FormattableString.Invariant($", {v:0.###} {detection.ValueUnit}").TrimEnd() : "";
        return $"Beside it, and no evidence by itself: {Shows(detection.Kind)} {where}{value} from {Texts.StartOf(extent, zone) ?? "a time not known"} to "
            + $"{Texts.EndOf(extent, zone) ?? "a time not known"} ({detection.Source} {detection.Id}).";
    }

    private static string Shows(DetectionKind kind) => kind switch
    {
        DetectionKind.Heat => "heat seen from above",
        DetectionKind.Alert => "an alert was on",
        DetectionKind.Radar => "an echo on radar",
        DetectionKind.Seismic => "a tremor",
        DetectionKind.Acoustic => "a sound on a device",
        DetectionKind.Imagery => "something on an image",
        DetectionKind.Interference => "signals disturbed",
        DetectionKind.Weather => "weather",
        _ => "a detection",
    };

    public static string Percent(double probability) =>
        probability > 0.9995 ? "> 99.9 %" : (100 * probability).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Place(Incident incident) => incident switch
    {
        { Place: { } p, Areas.IsEmpty: true } => Point(p),
        { Areas.Length: <= 3 } => string.Join(" ", incident.Areas),
        _ => $"{incident.Areas.Length} regions",
    };

    public static string Point(GeoCircle place) => string.Create(
        CultureInfo.InvariantCulture, $"{place.Centre.Latitude:0.000} {place.Centre.Longitude:0.000} ± {place.RadiusKm:0.#} km");

    private static string Odds(double odds) => odds >= 0.01
        ? "1 to " + (1 / odds).ToString("0.0", CultureInfo.InvariantCulture)
        : "below 1 to 100";
}
