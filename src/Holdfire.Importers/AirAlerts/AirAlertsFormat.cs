using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Record.Entries;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Importers;

/// <summary>Air-raid alerts of Ukraine as the data set of Vadym Klymenko has them (MIT), official or by volunteers: context, never an attack.</summary>
internal sealed class AirAlertsFormat : IClaimFormat
{
    // Who made the official file put one hour where no end was known.
    private static readonly Duration InventedLength = Duration.FromHours(1);
    private static readonly OffsetDateTimePattern Time = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:sso<+HH:mm>");

    private static readonly Dictionary<string, string> Oblasts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Vinnytska"] = "UA-05", ["Volynska"] = "UA-07", ["Luhanska"] = "UA-09", ["Dnipropetrovska"] = "UA-12", ["Donetska"] = "UA-14", ["Zhytomyrska"] = "UA-18",
        ["Zakarpatska"] = "UA-21", ["Zaporizka"] = "UA-23", ["Ivano-Frankivska"] = "UA-26", ["Kyiv City"] = "UA-30", ["Kyivska"] = "UA-32", ["Kirovohradska"] = "UA-35",
        ["Sevastopol"] = "UA-40", ["Crimea"] = "UA-43", ["Lvivska"] = "UA-46", ["Mykolaivska"] = "UA-48", ["Odeska"] = "UA-51", ["Poltavska"] = "UA-53", ["Rivnenska"] = "UA-56",
        ["Sumska"] = "UA-59", ["Ternopilska"] = "UA-61", ["Kharkivska"] = "UA-63", ["Khersonska"] = "UA-65", ["Khmelnytska"] = "UA-68", ["Cherkaska"] = "UA-71",
        ["Chernihivska"] = "UA-74", ["Chernivetska"] = "UA-77",
    };

    private static SourceEntry Source { get; } = new("ua-air-alerts", "Air-raid alerts of Ukraine", "sensor", AreDistinct: false);

    public ImportFormat Info { get; } = new("air-alerts", "air-raid alerts of Ukraine, official or volunteer, as detections");

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context) => files.SelectMany(f => Read(f, context));

    private static IEnumerable<ReadUnit> Read(ImportFile file, ImportContext context)
    {
        using var table = SourceTable.Open(file, context.Map.Shape);
        var isOfficial = table.Header.Find("oblast") >= 0;
        table.Header.Need(isOfficial ? ["oblast", "raion", "hromada", "level", "started_at", "finished_at"] : ["region", "started_at", "finished_at", "naive"]);
        var source = context.SourceOf(Source);
        foreach (var (row, rejected) in table.Records())
        {
            yield return row is null ? ReadUnit.Bad(rejected!) : UnitOf(row, isOfficial, source, context);
        }
    }

    private static ReadUnit UnitOf(SourceRow row, bool isOfficial, string source, ImportContext context)
    {
        try
        {
            return new ReadUnit { Line = row.Line, File = row.File, Items = [Detection(row, isOfficial, source, context)] };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static CaseFormat.Entries.CaseItem Detection(SourceRow row, bool isOfficial, string source, ImportContext context)
    {
        var (oblast, raion, hromada) = isOfficial ? (row["oblast"], row["raion"], row["hromada"]) : (row["region"], "", "");
        if (oblast.EndsWith(" raion", StringComparison.Ordinal) && raion.EndsWith(" oblast", StringComparison.Ordinal))
        {
            (oblast, raion) = (raion, oblast);
            context.Notes.Count("oblast and raion are changed round and were changed back");
        }

        var start = At(row, "started_at") ?? throw row.Refusal("started_at", "a time such as 2022-03-15 16:10:34+00:00");
        var end = At(row, "finished_at");
        var isInvented = row["naive"] == "True" || (isOfficial && end - start == InventedLength);
        if (end < start)
        {
            throw row.Refusal("finished_at", "an end after the start");
        }

        if (isInvented)
        {
            context.Notes.Count("the end of the alert is made up by the file, so it is not known");
        }

        var isOpen = isInvented || end is null;
        return new YamlItemBuilder()
            .Text("id", "UAAR-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', oblast, raion, hromada, row["started_at"]))))[..16])
            .Text("source", source).Text("kind", "alert").Text("from", Civil(start)).Text("to", isOpen ? "" : Civil(end!.Value)).Text("zone", "UTC")
            .Text("precision", isOpen ? "open_end" : "minute").Texts("areas", AreaOf(oblast, raion, context).Split(';'))
            .Text("note", string.Join(", ", new[] { hromada, raion, oblast }.Where(t => t.Length > 0))).Item(EntryKind.Detection);
    }

    private static string AreaOf(string oblast, string raion, ImportContext context)
    {
        if (raion.Length > 0 && PlaceText.CodesOf(raion, context) is { Length: > 0 } fine)
        {
            return fine;
        }

        var name = oblast.EndsWith(" oblast", StringComparison.Ordinal) ? oblast[..^" oblast".Length] : oblast;
        return Oblasts.TryGetValue(name, out var code) && context.Places.Find(new Places.AreaCode(code)) is not null ? code : context.Area("oblast", oblast);
    }

    private static Instant? At(SourceRow row, string column) => row[column].Length == 0 ? null
        : Time.Parse(row[column]) is { Success: true } parsed ? parsed.Value.ToInstant() : throw row.Refusal(column, "a time such as 2022-03-15 16:10:34+00:00");

    private static string Civil(Instant at) => CivilText.Format(at.InUtc().LocalDateTime);
}
