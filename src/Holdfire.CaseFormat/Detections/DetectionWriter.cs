using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Time;

namespace Holdfire.CaseFormat;

/// <summary>Writes detections as a file of <c>detections/</c> or as items of a record. <see cref="CaseFolder"/> reads back what is written.</summary>
public static class DetectionWriter
{
    /// <summary>The columns, in the order of the header.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. CaseKeys.Detection.Rules.Select(r => r.Name)];

    /// <summary>Writes the header and the detections, one line feed after each row.</summary>
    public static void Write(TextWriter to, IEnumerable<Detection> detections)
    {
        using var writer = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, true);
        Row(writer, Columns);
        foreach (var detection in detections)
        {
            Row(writer, Fields(detection));
        }

        writer.Flush();
    }

    /// <summary>The fields of a detection in the order of <see cref="Columns"/>; a list is parted by semicolons, blank stands for none.</summary>
    public static IReadOnlyList<string> Fields(Detection detection)
    {
        var (from, to) = ReportCsvWriter.Civil(detection.Window);
        return
        [
            detection.Id.Value, detection.Source.Value, EnumText<DetectionKind>.Format(detection.Kind),
            detection.Published is { } p ? InstantText.Format(p) : "", from, to, detection.Window.Zone,
            EnumText<TimePrecision>.Format(detection.Window.Precision), string.Join(';', detection.Areas),
            Number(detection.Point?.Centre.Latitude), Number(detection.Point?.Centre.Longitude), Number(detection.Point?.RadiusKm),
            Number(detection.Value), detection.ValueUnit, string.Join(';', detection.Supports), detection.Note, detection.Reference,
        ];
    }

    /// <summary>A detection as an item of a record.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="where">Where it comes from, for messages.</param>
    public static CaseItem Item(Detection detection, string where)
    {
        var (at, fields) = (new Spot(where, 0, 0), Fields(detection));
        var map = new YamlMap(at, new(StringComparer.Ordinal));
        foreach (var (rule, text) in CaseKeys.Detection.Rules.Zip(fields).Where(f => f.Second.Length > 0))
        {
            map.Entries[rule.Name] = (at, rule.Shape == KeyShape.Texts
                ? new YamlList(at, [.. text.Split(';').Select(t => new YamlText(at, t, false))]) : new YamlText(at, text, false));
        }

        return new CaseItem(EntryKind.Detection, ItemJson.Of(map), where);
    }

    private static void Row(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.EndRecord();
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
