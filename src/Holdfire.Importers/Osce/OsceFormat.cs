using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Holdfire.CaseFormat;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Tables of what posts of a monitoring mission saw and heard, in the layout of the OSCE Special Monitoring Mission to Ukraine.</summary>
/// <remarks>A row is an observation, not an attack: sounds and flashes are counted as items. The silence of a table is no coverage.</remarks>
internal sealed partial class OsceFormat : IClaimFormat
{
    private const double HalfOfAPoint = 11.25;
    private const double WithoutRangeKm = 15;

    private static readonly string[] Needed = ["SMM position", "Event location", "Means", "No.", "Observation", "Description", "Weapon", "Date, time"];

    private static readonly string[] Compass =
        ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static SourceEntry Source { get; } = new("smm", "Monitoring mission, table of observations", "monitor", AreDistinct: false);

    public ImportFormat Info { get; } = new("osce", "tables of observations by posts of a monitoring mission, in the OSCE SMM's layout");

    public ImmutableHashSet<string> NotCompared { get; } = ["published"];

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        if (context.Options.Published.Length == 0)
        {
            throw new UnreadableFileException(
                files[0].Name, 1, "Date, time", "the day of the report, since the rows have no year: --published INSTANT, such as 2030-03-12T00:00Z", "none");
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return files.SelectMany(f => Read(f, seen, context));
    }

    private static IEnumerable<ReadUnit> Read(ImportFile file, Dictionary<string, int> seen, ImportContext context)
    {
        using var table = SourceTable.Open(file, context.Map.Shape);
        table.Header.Need(Needed);
        var position = "";
        var source = context.SourceOf(Source);
        foreach (var (row, rejected) in table.Records())
        {
            if (row is null)
            {
                yield return ReadUnit.Bad(rejected!);
                continue;
            }

            position = row["SMM position"].Length > 0 && !IsTotal(row) ? row["SMM position"] : position;
            yield return UnitOf(row, position, source, seen, context);
        }
    }

    private static bool IsTotal(SourceRow row) => row["SMM position"].StartsWith("Total", StringComparison.OrdinalIgnoreCase);

    private static ReadUnit UnitOf(SourceRow row, string position, string source, Dictionary<string, int> seen, ImportContext context)
    {
        if (IsTotal(row))
        {
            return ReadUnit.Left("a row of totals");
        }

        if (Needed[1..].All(c => row[c].Length == 0))
        {
            return ReadUnit.Left("a heading between rows");
        }

        if (Exercise().IsMatch(row["Observation"] + " " + row["Description"]))
        {
            return ReadUnit.Left("assessed as a live-fire exercise");
        }

        if (Flare().IsMatch(row["Observation"] + " " + row["Description"] + " " + row["Weapon"]))
        {
            return ReadUnit.Left("an illumination flare");
        }

        try
        {
            return new ReadUnit { Rows = [RowOf(row, position, source, seen, context)], ChangedAt = context.Options.Published };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static ImportedRow RowOf(SourceRow row, string position, string source, Dictionary<string, int> seen, ImportContext context)
    {
        var (from, to, precision) = When(row, context);
        var (point, where) = PlaceOf(row, position, context);
        return new ImportedRow
        {
            Id = IdOf(row, position, from, seen),
            Source = source,
            Published = context.Options.Published,
            From = from,
            To = to,
            Zone = context.Zone,
            Precision = precision,
            Act = ActOf(row),
            Measure = "occurred",
            Unit = "item",
            Count = row["No."] is "" or "N/K" ? "some" : CountWords.Of(row["No."], null, '.') ?? CountWords.Vague(row["No."], "No.", context.Notes) ?? throw row.Refusal("No.", "a number, such as 3 or about 40"),
            Point = point,
            Reference = $"table of {context.Options.Published[..10]}",
            Mode = ModeOf(row),
            Origin = row,
            More =
            [
                ("narrative", string.Join("; ", new[] { position, row["Event location"], row["Means"], row["Observation"], row["Description"], row["Weapon"] }.Where(t => t.Length > 0))),
                .. where,
            ],
        };
    }

    // A camera records, whatever the column says.
    private static string ModeOf(SourceRow row) => row["Means"].ToUpperInvariant() switch
    {
        "HEARD" => "heard", "SAW" or "SEEN" or "OBSERVED" => "saw", "RECORDED" => "recorded", "" or "N/K" => "",
        _ => throw row.Refusal("Means", "one of: Heard, Saw, Recorded"),
    };

    private static string ActOf(SourceRow row)
    {
        var (seen, weapon) = ($"{row["Observation"]} {row["Description"]}", row["Weapon"]);
        return Tank().IsMatch(weapon) ? "attack"
            : SmallArms().IsMatch(weapon) ? "attack.ground"
            : IndirectFire().IsMatch(weapon) || Direction().IsMatch(seen) ? "attack.shelling"
            : Shots().IsMatch(seen) ? "attack.ground" : "attack";
    }

    private static ((double Lat, double Lon, double RadiusKm)? Point, (string, string)[] Where) PlaceOf(SourceRow row, string position, ImportContext context)
    {
        var name = position.Split('(')[0].Trim();
        if (!context.Map.Posts.TryGetValue(name, out var post) && !context.Map.Posts.TryGetValue(position, out post))
        {
            context.Notes.Unknown($"SMM position '{name}'", "no post of this name under posts: in the map, so its rows have no place");
            return (null, []);
        }

        var match = Location().Match(row["Event location"]);
        if (!match.Success)
        {
            return row["Event location"] is "" or "N/K" ? ((post.Latitude, post.Longitude, WithoutRangeKm), [])
                : throw row.Refusal("Event location", "a distance and a direction, such as 4-6km ENE, or N/K");
        }

        double Number(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var near = Number(1);
        var far = match.Groups[2].Success ? Number(2) : near;
        var bearing = Array.IndexOf(Compass, match.Groups[3].Value.ToUpperInvariant()) * 2 * HalfOfAPoint;
        if (bearing < 0)
        {
            throw row.Refusal("Event location", $"one of the sixteen points of the compass: {string.Join(' ', Compass)}");
        }

        var (middle, radius) = Sector.Of(post, bearing, HalfOfAPoint, near, far);
        return ((middle.Latitude, middle.Longitude, radius), ObserverColumns.Of(post, match.Groups[3].Value.ToUpperInvariant(), near, far));
    }

    // 10-Mar, 20:41 · 10-Mar, 23:58-00:03 · 11-Mar, 24:00; the year is that of the report, or the one before.
    private static (string From, string To, string Precision) When(SourceRow row, ImportContext context)
    {
        var match = DateTimeForm().Match(row["Date, time"]);
        if (!match.Success || Array.IndexOf(Months, match.Groups[2].Value[..3].ToUpperInvariant()) is not (>= 0 and var month))
        {
            throw row.Refusal("Date, time", "a day and a time, such as 10-Mar, 20:41 or 10-Mar, 23:58-00:03");
        }

        _ = InstantText.TryParse(context.Options.Published, out var published);
        var reported = published.InZone(context.ZoneObject).Date;
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        LocalDate? In(int year) => number >= 1 && number <= CalendarSystem.Iso.GetDaysInMonth(year, month + 1) ? new LocalDate(year, month + 1, number) : null;
        var day = In(reported.Year) is { } same && same <= reported ? same
            : In(reported.Year - 1) ?? throw row.Refusal("Date, time", "a day of the calendar");
        if (!match.Groups[3].Success)
        {
            return (CivilText.Format(day), CivilText.Format(day), "day");
        }

        var from = At(day, 3);
        var to = match.Groups[5].Success ? At(day, 5) : from;
        to = to < from ? to.PlusDays(1) : to;
        return (CivilText.Format(from), CivilText.Format(to), "minute");

        LocalDateTime At(LocalDate date, int group)
        {
            var (hour, minute) = (int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[group + 1].Value, CultureInfo.InvariantCulture));
            return hour == 24 && minute == 0 ? date.PlusDays(1).AtMidnight() : hour < 24 && minute < 60 ? date.At(new LocalTime(hour, minute))
                : throw row.Refusal("Date, time", "a clock time from 00:00 to 24:00");
        }
    }

    // The table has no ids: what a row says is its id, and a second one of the same words is another observation.
    private static string IdOf(SourceRow row, string position, string from, Dictionary<string, int> seen)
    {
        var text = string.Join('\u001f', Needed[1..].Select(c => row[c]).Prepend(position).Prepend(from[..4]));
        var id = "SMM-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        var number = seen[id] = seen.GetValueOrDefault(id) + 1;
        return number == 1 ? id : FormattableString.Invariant($"{id}-{number}");
    }

    [GeneratedRegex(@"^(?:about|approximately|ca\.?)?\s*(\d+(?:\.\d+)?)\s*(?:-|–|to)?\s*(\d+(?:\.\d+)?)?\s*km\s+([A-Za-z]{1,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Location();

    [GeneratedRegex(@"^(\d{1,2})[- ]([A-Za-z]{3,9})(?:-\d{2,4})?(?:,?\s+(\d{1,2}):(\d\d)(?:\s*[-–]\s*(\d{1,2}):(\d\d))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimeForm();

    [GeneratedRegex("live[- ]fire|exercise", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exercise();

    [GeneratedRegex("illumination", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flare();

    [GeneratedRegex(@"\btank\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tank();

    [GeneratedRegex(@"small[- ]arms|\bHMG\b|machine[- ]gun|\bAGL\b|\bIFV\b|\bBMP\b|\bAPC\b|sniper|rifle|anti-aircraft", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SmallArms();

    [GeneratedRegex(@"mortar|artillery|\bMLRS\b|howitzer|\bGrad\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndirectFire();

    [GeneratedRegex("outgoing|incoming", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Direction();

    [GeneratedRegex(@"\b(burst|shot)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shots();
}
