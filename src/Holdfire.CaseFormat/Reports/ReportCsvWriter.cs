using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Writes reports as a file of <c>reports/</c>, with all columns and one line feed after each row.</summary>
/// <remarks>
/// A window holds instants, not the civil text that it was read from: the text is made again from its extent, zone and
/// precision. The statement of a quantity has no column.
/// </remarks>
public static class ReportCsvWriter
{
    /// <summary>Writes the header and the reports.</summary>
    public static void Write(TextWriter to, IEnumerable<Report> reports)
    {
        using var writer = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, true);
        Row(writer, ReportFields.Names);
        foreach (var report in reports)
        {
            Row(writer, Fields(report));
        }

        writer.Flush();
    }

    /// <summary>The fields of a report in the order of the header.</summary>
    public static IReadOnlyList<string> Fields(Report report)
    {
        var (from, to) = Civil(report.Window);

        // A point that only the sighting gives is made of it again.
        var point = report.Point == report.Sighting?.Place ? null : report.Point;
        return
        [
            report.Id.Value, report.Source.Value, report.Published is { } p ? InstantText.Format(p) : "", from, to,
            report.Window.Zone, EnumText<TimePrecision>.Format(report.Window.Precision), report.Act.Value,
            EnumText<Measure>.Format(report.Measure), report.Unit.Value,
            CountText.Format(report.Count), string.Join(';', report.Areas.Select(a => a.Value)),
            report.Target.Value, report.AllegedActor?.Value ?? "",
            report.IsAggregate ? "yes" : "no", report.PartOf?.Value ?? "", EnumText<PartRelation>.Format(report.Parts),
            YesNo(report.PartsExhaustive), Ids(report.IncludedIn),
            Harm(report.Harm.Killed), Harm(report.Harm.Injured), Harm(report.Harm.Objects), report.Reference,
            Number(point?.Centre.Latitude), Number(point?.Centre.Longitude), Number(point?.RadiusKm),
            EnumText<ObservationMode>.Format(report.Mode), Ids(report.Quotes), Ids(report.Denies),
            Harm(report.Harm.KilledMilitary), Harm(report.Harm.KilledUnknown), Harm(report.Harm.InjuredMilitary), Harm(report.Harm.InjuredUnknown),
            EnumText<ActorCertainty>.Format(report.ActorCertainty), Number(report.Sighting?.Observer.Latitude), Number(report.Sighting?.Observer.Longitude),
            report.Sighting?.Bearing?.ToString() ?? "", Range(report.Sighting), report.Narrative, report.Language,
            string.Join(';', report.Attachments), report.Handling.ToString(),
        ];
    }

    private static void Row(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.EndRecord();
    }

    private static string Ids(ImmutableArray<ReportId> ids) => string.Join(';', ids.Select(i => i.Value));

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Range(Places.Sighting? sighting) =>
        sighting?.NearKm == sighting?.FarKm ? Number(sighting?.FarKm) : $"{Number(sighting?.NearKm)}..{Number(sighting?.FarKm)}";

    private static string YesNo(bool? value) => value is { } known ? (known ? "yes" : "no") : "";

    private static string Harm(CountRange? count) => count is { } known ? CountText.Format(known) : "";

    /// <summary>The fields <c>from</c> and <c>to</c> of a window.</summary>
    internal static (string From, string To) Civil(TimeWindow window)
    {
        var zone = DateTimeZoneProviders.Tzdb[window.Zone];
        LocalDateTime At(Instant instant) => instant.InZone(zone).LocalDateTime;
        LocalDate Last() => At(window.Extent.End - Duration.FromNanoseconds(1)).Date;
        return window.Precision switch
        {
            TimePrecision.Minute => Minutes(window.Extent, At),
            TimePrecision.Hour => Twice(CivilText.Format(At(window.Extent.Start + Duration.FromMinutes(30)))),
            TimePrecision.Day => (CivilText.Format(At(window.Extent.Start).Date), CivilText.Format(Last())),
            TimePrecision.Within => Within(window.Extent, zone),
            TimePrecision.PartOfDay => Night(At(window.Extent.Start).Date),
            TimePrecision.OpenEnd => (CivilText.Format(At(window.Extent.Start)), ""),
            _ => ("", ""),
        };
    }

    private static (string From, string To) Minutes(Interval extent, Func<Instant, LocalDateTime> at)
    {
        var from = CivilText.Format(at(extent.Start));
        return extent.Duration == Duration.FromMinutes(1) ? Twice(from) : (from, CivilText.Format(at(extent.End)));
    }

    // Whole days as dates, anything else as clock times.
    private static (string From, string To) Within(Interval extent, DateTimeZone zone)
    {
        var (first, last) = (extent.Start.InZone(zone).Date, (extent.End - Duration.FromNanoseconds(1)).InZone(zone).Date);
        return Local.Days(first, last, zone) == extent
            ? (CivilText.Format(first), CivilText.Format(last))
            : (CivilText.Format(extent.Start.InZone(zone).LocalDateTime), CivilText.Format(extent.End.InZone(zone).LocalDateTime));
    }

    private static (string From, string To) Night(LocalDate evening) =>
        (CivilText.Format(evening), CivilText.Format(evening.PlusDays(1)));

    private static (string From, string To) Twice(string text) => (text, text);
}
