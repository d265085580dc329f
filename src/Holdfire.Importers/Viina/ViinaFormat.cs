using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>VIINA 2 and 3: what news desks wrote, one row a place, with labels (Zhukov and Ayers 2023, ODbL 1.0).</summary>
/// <remarks>Takes event_info and event_labels of one release together. The day is that of the news, the zone is not documented: Europe/Kyiv is assumed.</remarks>
internal sealed class ViinaFormat : IClaimFormat
{
    private const string AssumedZone = "Europe/Kyiv";

    private static readonly (string Label, string Act, string Measure)[] Acts =
    [
        ("t_uav_b", "attack.air.uav", "occurred"), ("t_airstrike_b", "attack.air", "occurred"), ("t_artillery_b", "attack.shelling", "occurred"),
        ("t_firefight_b", "attack.ground", "occurred"), ("t_armor_b", "attack.ground", "occurred"), ("t_raid_b", "attack.ground", "occurred"),
        ("t_aad_b", "attack.air", "destroyed"),
    ];

    public ImportFormat Info { get; } = new("viina", "news reports of VIINA: event_info and event_labels of one release");

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var labels = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
        var (events, bad) = (new List<SourceRow>(), new List<ReadUnit>());
        var isAny = false;
        foreach (var file in files)
        {
            using var table = SourceTable.Open(file, context.Map.Shape);
            var (isLabels, isEvents) = (table.Header.Find("t_mil_b") >= 0 && table.Header.Find("event_id") >= 0, table.Header.Find("report_id") >= 0);
            if (!isLabels && !isEvents)
            {
                context.Notes.Say($"{file.BareName} is not used: it is neither event_info nor event_labels");
                continue;
            }

            isAny = true;
            table.Header.Need("viina_version", "event_id", "date");
            foreach (var (row, rejected) in table.Records())
            {
                if (row is null)
                {
                    bad.Add(ReadUnit.Bad(rejected!));
                }
                else if (isLabels)
                {
                    labels[Key(row)] = row.Kept();
                }
                else
                {
                    events.Add(row.Kept());
                }
            }
        }

        if (!isAny)
        {
            throw new UnreadableFileException(files[0].Name, 1, "", "event_info and event_labels of one release of VIINA: FILE FILE", "neither");
        }

        if (events.Count > 0 && labels.Count == 0)
        {
            throw new UnreadableFileException(files[0].Name, 1, "", "event_labels of the same release beside event_info: FILE FILE", "no labels");
        }

        context.Notes.Say($"VIINA does not document the zone of its times: {ZoneOf(context)} is taken");
        return bad.Concat(events.Select(e => UnitOf(e, labels.GetValueOrDefault(Key(e)), context)));
    }

    private static string Key(SourceRow row) => row["viina_version"] + "\u001f" + row["event_id"];

    private static string ZoneOf(ImportContext context) => context.Options.Zone.Length > 0 ? context.Options.Zone : AssumedZone;

    private static ReadUnit UnitOf(SourceRow row, SourceRow? labels, ImportContext context)
    {
        if (labels is null)
        {
            return ReadUnit.Bad(row.Reject("event_id", "an event with labels in the same release", $"'{row["event_id"]}'"));
        }

        try
        {
            var coded = Acts.Where(a => labels[a.Label] == "1").DistinctBy(a => (a.Act, a.Measure)).ToArray();
            if (coded.Length == 0)
            {
                if (labels["t_mil_b"] != "1" || !context.Wishes("broad"))
                {
                    return ReadUnit.Left(labels["t_mil_b"] == "1" ? "something military, no act said (--broad takes it)" : "no act");
                }

                coded = [("t_mil_b", "attack", "occurred")];
            }

            var common = RowOf(row, labels, context);
            if (common is null)
            {
                return ReadUnit.Left("no place");
            }

            return new ReadUnit
            {
                Rows = [.. coded.Select((c, i) => common with
                {
                    Id = coded.Length == 1 ? common.Id : $"{common.Id}-{(char)('a' + i)}", Act = c.Act, Measure = c.Measure,
                    Count = c.Measure == "destroyed" ? "some" : "1", Unit = c.Measure == "destroyed" ? "item" : "attack",
                })],
            };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static ImportedRow? RowOf(SourceRow row, SourceRow labels, ImportContext context)
    {
        var day = Coded.Checked(row, "date", NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(row["date"]) is { Success: true } parsed
            ? parsed.Value : throw row.Refusal("date", "a day such as 20300301"));
        var areas = context.Area("ADM1_NAME", row["ADM1_NAME"]);
        double? radius = row["GEO_PRECISION"] switch { "STREET" => 1, "ADM3" => 5, "ADM2" => 40, _ => null };
        var point = radius is null ? null : Coded.Point(row, "latitude", "longitude", context);
        if (areas.Length == 0 && point is null)
        {
            return null;
        }

        if (point is { } at)
        {
            Coded.CheckPoint(at, radius!.Value, areas, context);
        }

        var desk = Values.Id(row, "source");
        var place = row["geonameid"].Length > 0 ? row["geonameid"] : "adm1-" + row["ADM1_CODE"];
        return new ImportedRow
        {
            Id = $"VIINA-{Values.Id(row, "report_id")}-{place}",
            Source = context.Map.Sources.Find(desk) ?? context.Offer("viina-" + desk, new SourceEntry("viina-" + desk, $"{desk} (news, as coded by VIINA)", "news_desk", AreDistinct: false) { Column = "source" }),
            Published = Published(row, day, context),
            From = CivilText.Format(day.PlusDays(-1)),
            To = CivilText.Format(day),
            Zone = ZoneOf(context),
            Precision = Coded.Within,
            Act = "",
            Measure = "",
            Count = "",
            Areas = areas,
            Point = point is { } known ? (known.Latitude, known.Longitude, radius!.Value) : null,
            AllegedActor = (labels["a_rus_init_b"], labels["a_ukr_init_b"]) switch
            {
                ("1", not "1") => context.Party("label", "a_rus_init"), (not "1", "1") => context.Party("label", "a_ukr_init"), _ => "",
            },
            Reference = row["url"],
            Mode = "claimed",
            Origin = row,
            More = [("narrative", string.Join(", ", new[] { row["asciiname"], row["ADM2_NAME"], row["ADM1_NAME"] }.Where(t => t.Length > 0).Distinct()))],
        };
    }

    // 00:00 stands for a time that is not known.
    private static string Published(SourceRow row, LocalDate day, ImportContext context) =>
        TimeOnly.TryParseExact(row["time"], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time != TimeOnly.MinValue
            ? InstantText.Format(day.At(new LocalTime(time.Hour, time.Minute)).InZoneLeniently(DateTimeZoneProviders.Tzdb[ZoneOf(context)]).ToInstant()) : "";
}
