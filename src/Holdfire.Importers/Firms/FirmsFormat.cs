using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Record.Entries;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Heat seen by satellites, as NASA's FIRMS hands it out for VIIRS and MODIS: detections, never attacks.</summary>
internal sealed class FirmsFormat : IClaimFormat
{
    private const int LeastConfidence = 30;
    private static readonly string[] Needed = ["latitude", "longitude", "scan", "track", "acq_date", "acq_time", "satellite", "confidence", "frp"];

    private static SourceEntry Source { get; } = new("firms", "NASA FIRMS, active fires from MODIS and VIIRS", "sensor", AreDistinct: false);

    public ImportFormat Info { get; } = new("firms", "heat seen by satellites, of NASA FIRMS, as detections");

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context) => files.SelectMany(f => Read(f, context));

    private static IEnumerable<ReadUnit> Read(ImportFile file, ImportContext context)
    {
        using var table = SourceTable.Open(file, context.Map.Shape);
        if (table.Header.Find("acq_date") < 0 && table.Header.Names is [{ Length: > 0 } said])
        {
            throw new UnreadableFileException(file.Name, 1, "", "a table of FIRMS; the service hands out its errors as if they were data, so ask it again", $"'{said}'");
        }

        table.Header.Need(Needed);
        var source = context.SourceOf(Source);
        foreach (var (row, rejected) in table.Records())
        {
            yield return row is null ? ReadUnit.Bad(rejected!) : UnitOf(row, source, context);
        }
    }

    private static ReadUnit UnitOf(SourceRow row, string source, ImportContext context)
    {
        try
        {
            var at = row["type"] switch { "" or "0" => "", "1" => "a volcano", "2" => "another static source of heat", "3" => "heat at sea", _ => throw row.Refusal("type", "a whole number from 0 to 3") };
            return at.Length > 0 ? ReadUnit.Left(at)
                : IsDoubtful(row) ? ReadUnit.Left("low confidence")
                : new ReadUnit { Line = row.Line, File = row.File, Items = [Detection(row, source, context)] };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    // VIIRS says low, nominal, high or their first letters, MODIS a share of a hundred.
    private static bool IsDoubtful(SourceRow row) => row["confidence"] switch
    {
        "l" or "low" => true,
        "n" or "nominal" or "h" or "high" => false,
        _ => Coded.Code(row, "confidence", 0, 100) < LeastConfidence,
    };

    private static CaseFormat.Entries.CaseItem Detection(SourceRow row, string source, ImportContext context)
    {
        var point = Coded.Point(row, "latitude", "longitude", context) ?? throw row.Refusal("latitude", "degrees");
        var day = Coded.Day(row, "acq_date");

        // The time has no leading zeros: 45 is 00:45.
        var clock = Coded.Code(row, "acq_time", 0, 2359);
        if (clock % 100 > 59)
        {
            throw row.Refusal("acq_time", "hours and minutes, such as 45 or 1353");
        }

        var minute = CivilText.Format(day.At(new LocalTime(clock / 100, clock % 100)));
        var radius = Math.Round(Math.Sqrt(Math.Pow(Decimal(row, "scan") ?? 1, 2) + Math.Pow(Decimal(row, "track") ?? 1, 2)) / 2, 3);
        return new YamlItemBuilder()
            .Text("id", $"FIRMS-{Values.Id(row, "satellite")}-{CivilText.Format(day).Replace("-", "", StringComparison.Ordinal)}-{clock:0000}-{Degrees(point.Latitude)}-{Degrees(point.Longitude)}")
            .Text("source", source).Text("kind", "heat").Text("from", minute).Text("to", minute).Text("zone", "UTC").Text("precision", "minute")
            .Text("lat", Coded.Text(point.Latitude)).Text("lon", Coded.Text(point.Longitude)).Text("radius_km", Coded.Text(radius))
            .Text("value", Decimal(row, "frp") is { } power ? Coded.Text(power) : "").Text("value_unit", row["frp"].Length > 0 ? "MW" : "")
            .Text("note", $"confidence {row["confidence"]}, {(row["daynight"] == "N" ? "night" : "day")} pass, version {row["version"]}").Item(EntryKind.Detection);
    }

    private static string Degrees(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static double? Decimal(SourceRow row, string column) => row[column].Length == 0 ? null
        : double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw row.Refusal(column, "a number");
}
