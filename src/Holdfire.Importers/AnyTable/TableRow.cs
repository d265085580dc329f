using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>Makes a report of a row of a table by its map.</summary>
internal sealed class TableRow
{
    private const double UsualRadiusKm = 5;

    private static readonly string[] Numbers =
        ["killed", "injured", "objects", "killed_military", "killed_unknown", "injured_military", "injured_unknown"];
    private static readonly ImmutableArray<string> Taken =
    [
        "id", "source", "published", "from", "to", "from_time", "to_time", "zone", "precision", "act", "measure", "unit", "count", "count_min", "count_max",
        "areas", "alleged_actor", "reference", "narrative", "lat", "lon", "radius_km", .. Numbers,
    ];

    private readonly ImportMap map;
    private readonly ImportContext context;
    private readonly string source;
    private readonly Dictionary<string, MomentReader> moments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fileColumns;

    private TableRow(ImportMap map, ImportContext context, string source)
    {
        (this.map, this.context, this.source) = (map, context, source);
        fileColumns = map.Columns.ToDictionary(c => c.Key, c => c.Value.FirstOrDefault(""), StringComparer.Ordinal);
    }

    /// <summary>A maker for the rows of a table of this header.</summary>
    /// <exception cref="UnreadableFileException">A column that the map names is not there, or the map gives no id, act or time.</exception>
    public static TableRow Of(TableHeader header, ImportMap map, ImportContext context, string source)
    {
        header.Need(map.Columns.Values.SelectMany(c => c).Concat(map.IdFrom).Concat(map.LeaveOut.Keys).Distinct());
        void Must(bool isThere, string what)
        {
            if (!isThere)
            {
                throw new UnreadableFileException(header.File, 1, "", what, "none in the map");
            }
        }

        bool Says(string column) => map.Columns.ContainsKey(column) || map.Constants.ContainsKey(column);
        Must(map.Columns.ContainsKey("id") || map.IdFrom.Length > 0, "a column for id under columns:, or the columns of which one is made under id_from:");
        Must(Says("act"), "a column for act under columns:, or an act under constants:");
        Must(Says("from") || map.Constants.GetValueOrDefault("precision") == "unknown", "a column for from under columns:, the day or time of the event");
        Must(source.Length > 0 || Says("source"), "a source: --source ID, or source: ID in the map");
        return new TableRow(map, context, source);
    }

    public ReadUnit UnitOf(SourceRow row)
    {
        try
        {
            foreach (var (column, words) in map.LeaveOut)
            {
                if (words.Find(row[column]) is not null)
                {
                    return ReadUnit.Left($"{column} '{row[column]}'");
                }
            }

            var report = RowOf(row, out var leftOut);
            return report is null ? ReadUnit.Left(leftOut)
                : new ReadUnit { Rows = [report], ChangedAt = report.Published.Length > 0 ? report.Published : context.Options.Published };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private ImportedRow? RowOf(SourceRow row, out string leftOut)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in ImportedRow.Header.Where(h => !Taken.Contains(h)).Concat(["act", "measure", "unit", "precision", "zone", "source"]))
        {
            codes[column] = Code(row, column);
            if (codes[column] == ImportMap.LeftOut)
            {
                leftOut = $"{fileColumns.GetValueOrDefault(column, column)} '{Cell(row, column, out _)}'";
                return null;
            }
        }

        leftOut = "";
        CheckAct(row, codes["act"]);
        var zone = codes["zone"].Length > 0 ? codes["zone"] : context.Zone;
        var clock = Moments(row, zone);
        var (from, to, precision) = Window(row, clock, codes["precision"]);
        var areas = Areas(row);
        var measure = codes["measure"].Length > 0 ? codes["measure"] : "occurred";
        return new ImportedRow
        {
            Id = Id(row),
            Source = codes["source"].Length > 0 ? codes["source"] : source,
            Published = Published(row, clock),
            From = from,
            To = to,
            Zone = zone,
            Precision = precision,
            Act = codes["act"],
            Measure = measure,
            Unit = codes["unit"].Length > 0 ? codes["unit"] : measure == "occurred" ? "attack" : "item",
            Count = Count(row, measure),
            Areas = areas,
            Point = Point(row, areas),
            AllegedActor = Actor(row),
            Reference = Joined(row, "reference", "; "),
            Origin = row,
            FileColumns = fileColumns,
            More =
            [
                ("narrative", Joined(row, "narrative", "; ")), .. codes.Where(c => !Taken.Contains(c.Key)).Select(c => (c.Key, c.Value)),
                .. Numbers.Select(c => (c, Harm(row, c))),
            ],
        };
    }

    // A word without a meaning is told once with the number of its rows, and each of these is rejected.
    private void CheckAct(SourceRow row, string act)
    {
        var given = Cell(row, "act", out var column);
        if (given.Length > 0 && given == act && !context.Case.Codes.IsKnown(new Acts.ActCode(act)))
        {
            context.Notes.Unknown($"{column} '{given}'", "no act; name one under values: act: in the map (docs/acts.md), or left_out");
            throw row.Reject(column, "an act, or a word that the map names under values: act:", $"'{given}'").Thrown();
        }

        if (act.Length == 0)
        {
            throw row.Reject(column, "an act, or one under constants: in the map", "nothing").Thrown();
        }
    }

    private string Cell(SourceRow row, string column, out string fileColumn)
    {
        fileColumn = fileColumns.GetValueOrDefault(column, column);
        if (!map.Columns.TryGetValue(column, out var columns))
        {
            return "";
        }

        foreach (var name in columns)
        {
            if (row[name] is { Length: > 0 } text && !map.Missing.Contains(text))
            {
                fileColumn = name;
                return text;
            }
        }

        return "";
    }

    private string Code(SourceRow row, string column)
    {
        var text = Cell(row, column, out _);
        if (text.Length == 0)
        {
            return map.Constants.GetValueOrDefault(column, "");
        }

        if (!map.Values.TryGetValue(column, out var words))
        {
            return map.Columns.GetValueOrDefault(column, []).Length > 1 ? Joined(row, column, "; ") : text;
        }

        return words.Find(text) ?? (map.Lists.TryGetValue(column, out var parting)
            ? text.Split(parting, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(words.Find).FirstOrDefault(w => w is not null) : null) ?? text;
    }

    private string Id(SourceRow row)
    {
        if (map.IdFrom.Length > 0)
        {
            var text = string.Join('\u001f', map.IdFrom.Select(c => row[c]));
            return map.IdPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        }

        var id = Cell(row, "id", out var column);
        return id.Length > 0 ? map.IdPrefix + id : throw row.Reject(column, "an id", "nothing").Thrown();
    }

    // A time with an offset becomes one of the zone of its row.
    private MomentReader Moments(SourceRow row, string zone)
    {
        if (!moments.TryGetValue(zone, out var reader))
        {
            var known = WindowText.ZoneOf(zone) ?? throw row.Reject(
                fileColumns.GetValueOrDefault("zone", "zone"), "an IANA time zone such as Europe/Zurich", $"'{zone}'").Thrown();
            moments[zone] = reader = new MomentReader(map, known);
        }

        return reader;
    }

    private string Published(SourceRow row, MomentReader clock)
    {
        var text = Cell(row, "published", out var column);
        return text.Length == 0 ? context.Options.Published : InstantText.Format(clock.ReadInstant(row, column, text));
    }

    private (string From, string To, string Precision) Window(SourceRow row, MomentReader moments, string stated)
    {
        if (stated == "unknown")
        {
            return ("", "", stated);
        }

        var from = At(row, moments, "from", "from_time") ?? throw row.Reject(fileColumns.GetValueOrDefault("from", "from"), "a date", "nothing").Thrown();
        var to = At(row, moments, "to", "to_time") ?? (map.Columns.ContainsKey("to_time") && Cell(row, "to_time", out _).Length > 0 ? At(row, moments, "from", "to_time")! : null) ?? from;
        var hasClock = from.HasClock && to.HasClock;
        var precision = stated.Length > 0 ? stated : hasClock ? "minute" : from.IsDay && to.IsDay ? "day" : Coded.Within;
        return precision switch
        {
            "minute" or "about" => (CivilText.Format(from.At), CivilText.Format(to.At), precision),
            "open_end" => (CivilText.Format(from.At), "", precision),
            "night" when from == to => (CivilText.Format(from.At.Date), CivilText.Format(from.At.Date.PlusDays(1)), precision),
            _ => (CivilText.Format(from.At.Date), CivilText.Format(to.Last), precision),
        };
    }

    private Moment? At(SourceRow row, MomentReader moments, string dayColumn, string timeColumn)
    {
        var text = Cell(row, dayColumn, out var column);
        if (text.Length == 0)
        {
            return null;
        }

        var day = moments.Read(row, column, text);
        var clock = Cell(row, timeColumn, out var clockColumn);
        if (clock.Length == 0)
        {
            return day;
        }

        var (time, isNextDay) = moments.ReadTime(row, clockColumn, clock);
        return Moment.OfClock(day.At.Date.PlusDays(isNextDay ? 1 : 0).At(time));
    }

    private string Count(SourceRow row, string measure)
    {
        if (Between(row, "count") is { Length: > 0 } range)
        {
            return range;
        }

        var count = Number(row, "count");
        return count.Length > 0 ? count
            : map.Constants.TryGetValue("count", out var constant) ? constant
            : map.Columns.ContainsKey("count") || map.Columns.ContainsKey("count_min") || measure != "occurred" ? "some" : "1";
    }

    private string Harm(SourceRow row, string column) => Between(row, column) is { Length: > 0 } range ? range : Number(row, column);

    // The least and the most number of two columns; blank where neither says anything.
    private string Between(SourceRow row, string column)
    {
        var (least, most) = (Number(row, column + "_min"), Number(row, column + "_max"));
        return least.Length == 0 && most.Length == 0 ? "" : most.Length == 0 ? least + ".." : least.Length == 0 ? "<=" + most : least == most ? least : $"{least}..{most}";
    }

    private string Number(SourceRow row, string column)
    {
        var text = Cell(row, column, out var fileColumn);
        if (text.Length == 0)
        {
            return Numbers.Contains(column) ? map.Constants.GetValueOrDefault(column, "") : "";
        }

        text = map.Values.TryGetValue(column, out var words) ? words.Find(text) ?? text : text;
        return text.Length == 0 ? "" : CountWords.Of(text, map.Thousands, map.Decimal) ?? CountWords.Vague(text, fileColumn, context.Notes)
            ?? throw row.Reject(fileColumn, $"{CountText.Forms}; a map says what parts thousands, and which words mean nothing under missing:", $"'{text}'").Thrown();
    }

    private string Areas(SourceRow row)
    {
        if (!map.Columns.TryGetValue("areas", out var columns))
        {
            return map.Constants.GetValueOrDefault("areas", "");
        }

        var given = columns.Select(c => row[c]).Where(t => t.Length > 0 && !map.Missing.Contains(t)).ToArray();
        if (given.Length > 0 && map.Lists.TryGetValue("areas", out var parting) && given[0].Contains(parting, StringComparison.Ordinal))
        {
            var parts = given[0].Split(parting, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => Area(columns[0], p)).ToArray();

            // All of the count lies in these areas together: without one of them that would be untrue.
            return parts.Contains("") ? "" : string.Join(';', parts.Distinct());
        }

        return Area(columns[0], given);
    }

    private string Area(string column, params string[] names) =>
        names.Select(n => map.Values.GetValueOrDefault("areas")?.Find(n)).FirstOrDefault(c => c is not null) ?? context.Area(column, names);

    private string Actor(SourceRow row)
    {
        var text = Cell(row, "alleged_actor", out var column);
        return text.Length == 0 ? map.Constants.GetValueOrDefault("alleged_actor", "")
            : map.Values.GetValueOrDefault("alleged_actor")?.Find(text) ?? context.Party(column, text);
    }

    private (double Lat, double Lon, double RadiusKm)? Point(SourceRow row, string areas)
    {
        var (latColumn, lonColumn) = (fileColumns.GetValueOrDefault("lat", TableRecords.Lat), fileColumns.GetValueOrDefault("lon", TableRecords.Lon));
        if (!row.Has(latColumn) || !row.Has(lonColumn) || map.Missing.Contains(row[latColumn])
            || Coded.Point(row, latColumn, lonColumn, context, map.Decimal) is not { } at)
        {
            return null;
        }

        var text = Cell(row, "radius_km", out var column);
        text = text.Length > 0 ? text : row[TableRecords.RadiusKm] is { Length: > 0 } drawn ? drawn : map.Constants.GetValueOrDefault("radius_km", "");
        if (text.Length == 0)
        {
            context.Notes.Say($"no radius_km in the map: points are taken to be right within {UsualRadiusKm} km; say another under constants: or columns:");
        }

        var radius = text.Length == 0 ? UsualRadiusKm
            : double.TryParse(text.Replace(map.Decimal, '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var km) && km is >= 0 and <= 20_000 ? km
            : throw row.Reject(column, "kilometres from 0 to 20000", $"'{text}'").Thrown();
        Coded.CheckPoint(at, radius, areas, context);
        return (at.Latitude, at.Longitude, radius);
    }

    private string Joined(SourceRow row, string column, string parting) =>
        map.Columns.TryGetValue(column, out var columns)
            ? string.Join(parting, columns.Select(c => row[c]).Where(t => t.Length > 0 && !map.Missing.Contains(t)).Distinct())
            : map.Constants.GetValueOrDefault(column, "");
}
