using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Cli.Output;
using Holdfire.Fusion;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Prints lists of incidents.</summary>
internal static class IncidentOutput
{
    /// <summary>How many rows a table shows; the other forms show all.</summary>
    private const int MostRows = 200;

    public static void Print(OutputFormat format, FusionInput input, List<Incident> incidents, Instant? asOf, bool invented)
    {
        if (format == OutputFormat.GeoJson)
        {
            Console.Out.WriteLine(Answer.Text(IncidentGeoJson.Of(incidents, input.Parameters.Version, asOf, invented)));
            return;
        }

        Answer.Print(
            format, Json(incidents, input.Parameters.Version, asOf),
            () => Sheet(format == OutputFormat.Table ? incidents.Take(MostRows) : incidents), asOf, () => Notes(incidents, input.Parameters.Version), invented, IncidentJson.Rows);
    }

    /// <summary>The JSON of a list of incidents.</summary>
    public static object Json(IEnumerable<Incident> incidents, string parameters, Instant? asOf) => new
    {
        schema = "holdfire/incidents/1",
        as_of = Texts.OfOptional(asOf),
        parameters,
        incidents = incidents.Select(IncidentJson.Of),
    };

    public static string Window(Interval window) =>
        $"{(window.HasStart ? Texts.Of(window.Start) : "unknown")} – {(window.HasEnd ? Texts.Of(window.End) : "unknown")}";

    public static string Percent(double probability) =>
        probability > 0.9995 ? "> 99.9 %" : (100 * probability).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Place(Incident incident) => incident switch
    {
        { Place: { } p, Areas.IsEmpty: true } => Text(p),
        { Areas.Length: <= 3 } => string.Join(" ", incident.Areas),
        _ => $"{incident.Areas.Length} regions",
    };

    private static string Text(GeoCircle place) => string.Create(
        CultureInfo.InvariantCulture, $"{place.Centre.Latitude:0.000} {place.Centre.Longitude:0.000} ± {place.RadiusKm:0.#} km");

    private static Sheet Sheet(IEnumerable<Incident> incidents) => new(
        ["incident", "when", "act", "place", "alleged actor", "counted", "reports", "grouping", "disagree on"],
        [.. incidents.Select(i => (ImmutableArray<string>)
        [
            i.Id.Value,
            $"{(i.Window.HasStart ? Texts.Of(i.Window.Start) : "unknown")} to\n{(i.Window.HasEnd ? Texts.Of(i.Window.End) : "unknown")}",
            i.Act.Value + (i.IsAggregate ? " (sum)" : ""),
            Place(i),
            string.Join(" ", i.Actors),
            string.Join("; ", i.Counts.Select(c => $"{Texts.Words(c.Measure)} {Texts.Of(c.Range)}")),
            string.Join(" ", i.Reports.Take(4).Select(r => r.Id.Value)) + (i.Reports.Length > 4 ? $" and {i.Reports.Length - 4} more" : ""),
            Percent(i.Probability) + (i.IsContested ? ", contested" : ""),
            string.Join(" ", i.Contradictions.Select(c => Texts.Words(c.Kind))),
        ])]);

    private static IEnumerable<string> Notes(List<Incident> incidents, string parameters)
    {
        if (incidents.Count > MostRows)
        {
            yield return $"{incidents.Count - MostRows} more are not shown; --format csv shows all.";
        }

        yield return $"{incidents.Count} incidents from {incidents.Sum(i => i.Reports.Length)} reports; {incidents.Count(i => i.IsContested)} contested. "
            + $"Parameters {parameters}. Incidents are what reports say, not findings.";
    }
}
