using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Fusion.Files;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Fusion.Peers;

/// <summary>Reads a case folder for the peers. Zones must be fixed offsets, as in simulated cases.</summary>
internal static class PeerReports
{
    private static readonly LocalDateTime Start = new(1970, 1, 1, 0, 0);

    public static ImmutableArray<PeerReport> Read(string @case)
    {
        var areas = Circles.Read(Path.Combine(@case, "case.yaml"));
        return [.. Directory.GetFiles(Path.Combine(@case, "reports"), "*.csv").Order(StringComparer.Ordinal)
            .SelectMany(Csv.Rows).Select(r => Read(r, areas))];
    }

    private static PeerReport Read(IReadOnlyDictionary<string, string> row, IReadOnlyDictionary<string, Circle> areas)
    {
        var place = row["lat"].Length > 0
            ? new Circle(Number(row["lat"]), Number(row["lon"]), Number(row["radius_km"]))
            : Circles.Union([.. row["areas"].Split(';').Select(a => areas[a])]);
        var (from, to) = Window(row);
        var (least, most) = Count(row["count"]);
        return new PeerReport(
            row["id"], row["source"], from, to, place.Latitude, place.Longitude, place.RadiusKm, row["act"], row["alleged_actor"],
            least, most, Whole(row["killed"]), Whole(row["injured"]), row["aggregate"] == "yes",
            [.. (row["quotes"] + ";" + row["denies"]).Split(';', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static (double From, double To) Window(IReadOnlyDictionary<string, string> row)
    {
        var ahead = DateTimeZoneProviders.Tzdb[row["zone"]].GetUtcOffset(Instant.MinValue).Seconds / 60;
        var (from, to) = (Minutes(row["from"]) - ahead, Minutes(row["to"]) - ahead);
        return row["precision"] switch
        {
            "about" => (from - 30, to + 30),
            "day" => (from, to + 1440),
            "night" => (from + 1080, to + 720),
            _ => (from, Math.Max(to, from + 1)),
        };
    }

    private static double Minutes(string text)
    {
        var time = text.Length > 10
            ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(text).Value
            : LocalDatePattern.Iso.Parse(text).Value.AtMidnight();
        return (time - Start).ToDuration().TotalMinutes;
    }

    private static (long Least, long? Most) Count(string text) => text switch
    {
        "some" => (1, null),
        _ when text.StartsWith(">=", StringComparison.Ordinal) => (Whole(text[2..])!.Value, null),
        _ when text.StartsWith('~') => About(Whole(text[1..])!.Value),
        _ when text.Contains("..", StringComparison.Ordinal) => (Whole(text.Split("..")[0])!.Value, Whole(text.Split("..")[1])),
        _ => (Whole(text)!.Value, Whole(text)),
    };

    private static (long Least, long? Most) About(long count)
    {
        var half = count % 100 == 0 ? 50 : count % 10 == 0 ? 5 : 1;
        return (count - half, count + half);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long? Whole(string text) => text.Length == 0 ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
