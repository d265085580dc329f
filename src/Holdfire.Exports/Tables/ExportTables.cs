using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Places;
using Holdfire.Queries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Exports;

/// <summary>Makes the tables of an export out of a view.</summary>
public static class ExportTables
{
    /// <summary>What can be exported.</summary>
    public static ImmutableArray<string> Names { get; } = ["reports", "incidents", "findings"];

    private static readonly ExportColumn Act = new("act", ExportKind.Text, "What is said to have been done, a code of the list of acts.", "", "#event+type");
    private static readonly ExportColumn Areas = new("areas", ExportKind.Text, "Codes of the areas in the union of which it lies, parted by semicolons.", "", "#adm1+code");
    private static readonly ExportColumn Earliest = new("from", ExportKind.Instant, "The earliest time left possible; blank for an open start.", "", "#date+start");
    private static readonly ExportColumn Latest = new("to", ExportKind.Instant, "The latest time left possible, not included; blank for an open end.", "", "#date+end");
    private static readonly ExportColumn Lat = new("lat", ExportKind.Decimal, "Latitude, WGS 84.", "degrees", "#geo+lat");
    private static readonly ExportColumn Lon = new("lon", ExportKind.Decimal, "Longitude, WGS 84.", "degrees", "#geo+lon");
    private static readonly ExportColumn Radius = new("radius_km", ExportKind.Decimal, "The place lies within this distance of the point.", "km", "#geo+radius+km");
    private static readonly ExportColumn ReportIds = new("reports", ExportKind.Text, "Ids of the reports that it rests on, parted by semicolons.", "", "#meta+reports");

    private static readonly ImmutableArray<ExportColumn> ReportColumns =
    [
        new("id", ExportKind.Text, "The id of the report.", "", "#meta+id"),
        new("source", ExportKind.Text, "Who says it: the id of the source. What follows is a claim, not a finding.", "", "#meta+source+code"),
        new("source_name", ExportKind.Text, "The name of the source.", "", "#meta+source+name"),
        new("source_party", ExportKind.Text, "The party that the source speaks for.", "", "#group+source"),
        new("published", ExportKind.Instant, "When it was published.", "", "#date+published"),
        Earliest with { Help = "The earliest time that its words allow; blank for an open start." }, Latest with { Help = "The latest time that its words allow, not included; blank for an open end." },
        new("zone", ExportKind.Text, "The IANA zone of the times that the source gave.", "", "#meta+zone"),
        new("precision", ExportKind.Text, "How exact the time is.", "", "#meta+precision"),
        Act,
        new("target", ExportKind.Text, "What it was aimed at.", "", "#event+target"),
        new("measure", ExportKind.Text, "What about it was counted.", "", "#meta+measure"),
        new("unit", ExportKind.Text, "The thing that was counted.", "", "#meta+unit"),
        new("count_min", ExportKind.Whole, "The least count that it allows.", "units of the column unit", "#indicator+count+min"),
        new("count_max", ExportKind.Whole, "The greatest count that it allows; blank for no upper limit.", "units of the column unit", "#indicator+count+max"),
        Areas, Lat, Lon, Radius,
        new("alleged_actor", ExportKind.Text, "The party that is said to have done it; blank where that is not said.", "", "#group+actor+alleged"),
        new("aggregate", ExportKind.YesNo, "Whether it sums more than one event.", "", "#meta+aggregate"),
        new("part_of", ExportKind.Text, "The report that this is a part of: never add the two.", "", "#meta+part_of"),
        new("killed_min", ExportKind.Whole, "Civilians said to have been killed, at least.", "persons", "#affected+killed+min"),
        new("killed_max", ExportKind.Whole, "The same, at most; blank beside a number is no upper limit.", "persons", "#affected+killed+max"),
        new("injured_min", ExportKind.Whole, "Civilians said to have been injured, at least.", "persons", "#affected+injured+min"),
        new("injured_max", ExportKind.Whole, "The same, at most; blank beside a number is no upper limit.", "persons", "#affected+injured+max"),
        new("mode", ExportKind.Text, "How its source knows it.", "", "#meta+mode"),
        new("reference", ExportKind.Text, "The post, report or page where it was said.", "", "#meta+url"),
        new("stands", ExportKind.YesNo, "No where its source withdrew or corrected it.", "", "#meta+stands"),
        .. HarmColumns.OfOthers,
    ];

    private static readonly ImmutableArray<ExportColumn> IncidentColumns =
    [
        new("id", ExportKind.Text, "The id of the incident: I- and the least id of its reports.", "", "#meta+id"),
        new("probability", ExportKind.Decimal, "That these reports and no others are of one event, at the parameters used.", "0 to 1", "#meta+probability"),
        new("contested", ExportKind.YesNo, "Whether a person should look: the probability is below 0.8.", "", "#meta+contested"),
        new("aggregate", ExportKind.YesNo, "Whether its reports sum events.", "", "#meta+aggregate"),
        Earliest, Latest, Act, Areas, Lat, Lon, Radius,
        new("alleged_actors", ExportKind.Text, "The parties named as having done it, parted by semicolons.", "", "#group+actor+alleged"),
        ReportIds,
        .. HarmColumns.OfEvents,
    ];

    private static readonly ImmutableArray<ExportColumn> FindingColumns =
    [
        new("id", ExportKind.Text, "The id of the event or claim.", "", "#meta+id"),
        new("truce", ExportKind.Text, "The truce under whose terms it is placed.", "", "#meta+truce"),
        new("prohibition", ExportKind.Text, "The prohibition that holds it most.", "", "#meta+prohibition"),
        new("placement", ExportKind.Text, "Whether it is inside the terms, outside them, or cannot be placed.", "", "#status+placement"),
        new("standard", ExportKind.Text, "The standard of proof that it reaches.", "", "#status+standard"),
        new("attribution", ExportKind.Text, "What is said of who did it.", "", "#status+attribution"),
        new("alleged_actors", ExportKind.Text, "The parties named as having done it, parted by semicolons.", "", "#group+actor+alleged"),
        Earliest, Latest, Act,
        new("target", ExportKind.Text, "What it was aimed at.", "", "#event+target"),
        Areas, Lat, Lon, Radius,
        new("count_min", ExportKind.Whole, "The least count left possible.", "events", "#indicator+count+min"),
        new("count_max", ExportKind.Whole, "The greatest; blank for no upper limit.", "events", "#indicator+count+max"),
        new("aggregate", ExportKind.YesNo, "Whether it sums more than one event.", "", "#meta+aggregate"),
        ReportIds,
        .. HarmColumns.OfEvents,
    ];

    /// <summary>The columns of the table of this name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static ImmutableArray<ExportColumn> ColumnsOf(string name) => name switch
    {
        "reports" => ReportColumns,
        "incidents" => IncidentColumns,
        _ => FindingColumns,
    };

    /// <summary>The table of this name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="whole">The view; what may not be handed on is left out of it here.</param>
    /// <param name="work">The limit on the work of queries.</param>
    /// <exception cref="QueryException">The case cannot be fused.</exception>
    public static ExportTable Of(string name, CaseView whole, Work work)
    {
        var (view, leftOut) = PublicCase.Of(whole);
        var rows = name switch
        {
            "reports" => Reports(view),
            "incidents" => ((IncidentsAnswer)Run("incidents", view, work)).Incidents.Select(Incident),
            _ => ((FindingsAnswer)Run("findings", view, work)).Findings.Select(Finding),
        };
        return new ExportTable(name, view.Recorded.Title, view.Recorded.Invented, view.Coordinates, ColumnsOf(name), [.. rows], leftOut);
    }

    private static QueryAnswer Run(string query, CaseView view, Work work) => QueryCatalogue.Find(query)!.Run(
        view, new QueryArguments(ImmutableDictionary<string, GivenValue>.Empty, ImmutableDictionary<string, NamedText>.Empty), work).Answer;

    private static IEnumerable<ExportRow> Reports(CaseView view)
    {
        var sources = view.Known.Sources.ToDictionary(s => s.Id);
        var standing = view.Standing.Reports.Select(r => r.Id).ToHashSet();
        return view.Known.Reports.Select(r => new ExportRow(
            [
                r.Id.Value, r.Source.Value, sources[r.Source].Name, sources[r.Source].Party?.Value, r.Published, Start(r.Window.Extent), End(r.Window.Extent),
                r.Window.Zone, Word(r.Window.Precision), r.Act.Value, Word(r.Target), Word(r.Measure), Word(r.Unit), r.Count.Min, r.Count.Max,
                Joined(r.Areas.Select(a => a.Value)), r.Point?.Centre.Latitude, r.Point?.Centre.Longitude, r.Point?.RadiusKm, r.AllegedActor?.Value,
                r.IsAggregate, r.PartOf?.Value, r.Harm.Killed?.Min, r.Harm.Killed?.Max, r.Harm.Injured?.Min, r.Harm.Injured?.Max, Word(r.Mode), Text(r.Reference),
                standing.Contains(r.Id), .. HarmColumns.OthersOf(r.Harm),
            ],
            r.Point?.Centre));
    }

    private static ExportRow Incident(IncidentsAnswerRow i) => new(
        [
            i.Id, i.Probability, i.Contested, i.Aggregate, i.From, i.To, i.Act, Joined(i.Areas), i.Lat, i.Lon, i.RadiusKm, Joined(i.Actors), Joined(i.Reports), .. HarmColumns.Values(i.Harm),
        ],
        i.Lat is { } lat && i.Lon is { } lon ? new GeoPoint(lat, lon) : null);

    private static ExportRow Finding(FindingsAnswerRow f) => new(
        [
            f.Id, f.Truce, f.Prohibition, Word(f.Placement), Word(f.Standard), Word(f.Attribution), Joined(f.Actors), f.From, f.To, f.Act, Word(f.Target),
            Joined(f.Areas), f.Point?.Lat, f.Point?.Lon, f.Point?.RadiusKm, f.Count.Min, f.Count.Max, f.Aggregate, Joined(f.Reports), .. HarmColumns.Values(f.Harm),
        ],
        f.Point is { } point ? new GeoPoint(point.Lat, point.Lon) : null);

    private static Instant? Start(Interval interval) => interval.HasStart ? interval.Start : null;

    private static Instant? End(Interval interval) => interval.HasEnd ? interval.End : null;

    private static string Word(object value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static string? Joined(IEnumerable<string> texts) => Text(string.Join(';', texts));
}
