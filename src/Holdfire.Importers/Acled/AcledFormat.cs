using System.Collections.Immutable;
using Holdfire.CaseFormat;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Events of the Armed Conflict Location and Event Data project: its CSV export, the JSON of its API, and the list of deleted events.</summary>
/// <remarks>
/// Columns after the ACLED codebook of 2024. Days are local and have no clock. ACLED's terms forbid handing its rows on: the source is marked so.
/// </remarks>
internal sealed class AcledFormat : IClaimFormat
{
    private static readonly ImmutableArray<string> Needed =
    [
        "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "latitude", "longitude", "geo_precision", "time_precision",
        "admin1", "fatalities",
    ];

    public ImportFormat Info { get; } = new("acled", "events of ACLED: CSV export, JSON of the API, or the list of deleted events");

    private static SourceEntry Source { get; } = new("acled", "Armed Conflict Location and Event Data (ACLED)", "observer", MayBeHandedOn: false) { CodesAllDays = true };

    public ImmutableHashSet<string> NotCompared { get; } = ["published"];

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var (rows, deleted, units) = (new List<SourceRow>(), new List<SourceRow>(), new List<ReadUnit>());
        foreach (var file in files)
        {
            foreach (var (row, rejected) in RecordTable.Records(file, context.Map.Shape, "data", h => h.Need(h.Find("deleted_timestamp") >= 0 ? ["event_id_cnty"] : Needed)))
            {
                if (row is null)
                {
                    units.Add(ReadUnit.Bad(rejected!));
                    continue;
                }

                (row.Has("deleted_timestamp") ? deleted : rows).Add(row.Kept());
            }
        }

        return units.Concat(Events(rows, context)).Concat(deleted.Select(d => Deleted(d)));
    }

    // Of several versions of an event in the files, the one edited last stands.
    private static IEnumerable<ReadUnit> Events(List<SourceRow> rows, ImportContext context)
    {
        var newest = rows.GroupBy(r => r["event_id_cnty"], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(Edited).First(), StringComparer.Ordinal);
        var source = context.SourceOf(Source);
        foreach (var row in rows)
        {
            var kept = newest[row["event_id_cnty"]];
            yield return ReferenceEquals(kept, row) || row["event_id_cnty"].Length == 0 ? UnitOf(row, source, context)
                : IsOtherWayRound(row, kept) ? ReadUnit.Left("the same event with its actors changed round")
                : ReadUnit.Left(Edited(row) < Edited(kept) ? "an older version of an event in the same files" : "the same event twice");
        }
    }

    private static bool IsOtherWayRound(SourceRow row, SourceRow other) =>
        row["actor1"] == other["actor2"] && row["actor2"] == other["actor1"] && row["actor1"] != row["actor2"];

    private static long Edited(SourceRow row) => long.TryParse(row["timestamp"], out var seconds) ? seconds : 0;

    private static ReadUnit Deleted(SourceRow row)
    {
        try
        {
            return new ReadUnit { Withdraws = "ACLED-" + Values.Id(row, "event_id_cnty"), ChangedAt = Time(row, "deleted_timestamp") is { Length: > 0 } at ? at : throw row.Refusal("deleted_timestamp", "seconds since 1970") };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static ReadUnit UnitOf(SourceRow row, string source, ImportContext context)
    {
        try
        {
            var id = Values.Id(row, "event_id_cnty");
            var day = Day(row);
            var coding = AcledActs.Of(row, context.Wishes("disrupted"));
            return coding.LeftOut.Length > 0 ? ReadUnit.Left(coding.LeftOut)
                : new ReadUnit { Rows = [RowOf(row, id, day, coding, source, context)], ChangedAt = Time(row, "timestamp") };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static ImportedRow RowOf(SourceRow row, string id, LocalDate day, AcledCoding coding, string source, ImportContext context)
    {
        var (from, to, precision) = Window(row, day, context);
        var (areas, point) = PlaceOf(row, context);
        var againstCivilians = row["civilian_targeting"].Length > 0 || row["actor2"].StartsWith("Civilians", StringComparison.Ordinal);
        var isOneSided = row["actor2"].Length == 0 || row["actor2"].StartsWith("Civilians", StringComparison.Ordinal);
        var fatalities = Coded.Number(row, "fatalities") ?? 0;
        return new ImportedRow
        {
            Id = "ACLED-" + id,
            Source = source,
            Published = Time(row, "timestamp"),
            From = CivilText.Format(from),
            To = CivilText.Format(to),
            Zone = context.Zone,
            Precision = precision,
            Act = coding.Act,
            Target = coding.Target,
            Measure = coding.Measure,
            Unit = "attack",
            Count = coding.Measure == "occurred" ? "1" : "some",
            Areas = areas,
            Point = point,
            // In a fight the order of the actors says nothing of who began.
            AllegedActor = isOneSided && !coding.IsFight ? context.Party("actor1", row["actor1"]) : "",
            Aggregate = "no",
            Reference = string.Join("; ", new[] { "ACLED " + id, row["source"] }.Where(t => t.Length > 0)),
            Origin = row,
            Mode = "claimed",
            More =
            [
                ("killed", againstCivilians && fatalities > 0 ? fatalities.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""),
                ("killed_unknown", againstCivilians || fatalities <= 0 ? "" : fatalities.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("narrative", row["notes"]), ("language", row["notes"].Length > 0 ? "en" : ""),
            ],
        };
    }

    private static (LocalDate From, LocalDate To, string Precision) Window(SourceRow row, LocalDate day, ImportContext context)
    {
        var precision = Coded.Code(row, "time_precision", 1, 3);
        if (precision == 1)
        {
            return (day, day, "day");
        }

        context.Notes.Count(precision == 2 ? "the time is known to the week only" : "the time is known to the month only");
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return precision == 2 ? (monday, monday.PlusDays(6), Coded.Within)
            : (new LocalDate(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, 1).PlusMonths(1).PlusDays(-1), Coded.Within);
    }

    private static (string Areas, (double Lat, double Lon, double RadiusKm)? Point) PlaceOf(SourceRow row, ImportContext context)
    {
        var geo = Coded.Code(row, "geo_precision", 1, 3);
        var areas = context.Area("admin1", row["admin1"]);
        if (geo == 3)
        {
            context.Notes.Count("the place is known to a region only");
        }

        if (geo == 3 || Coded.Point(row, "latitude", "longitude", context) is not { } at)
        {
            return (areas, null);
        }

        var km = geo == 1 ? 5 : 25;
        Coded.CheckPoint(at, km, areas, context);
        return (areas, (at.Latitude, at.Longitude, km));
    }

    private static LocalDate Day(SourceRow row)
    {
        var text = row["event_date"];
        var day = DateText.IsoDate(text.Length > 10 && text[10] is ' ' or 'T' ? text[..10] : text) ?? LongDay(text)
            ?? throw row.Refusal("event_date", "a date such as 2030-03-01 or 01 March 2030");
        return Coded.Checked(row, "event_date", day);
    }

    private static LocalDate? LongDay(string text)
    {
        var parsed = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu").Parse(text);
        return parsed.Success ? parsed.Value : null;
    }

    // Seconds of Unix; blank where the column is.
    private static string Time(SourceRow row, string column) =>
        Coded.Number(row, column) is { } seconds ? seconds is > 0 and < 4_102_444_800 ? InstantText.Format(Instant.FromUnixTimeSeconds(seconds))
            : throw row.Refusal(column, "seconds since 1970") : "";
}
