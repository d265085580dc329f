using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Columns by which a layout is known, so that a file of another one than was named can be told of.</summary>
internal static class FormatSigns
{
    private static readonly (string Format, string[] Columns)[] Signs =
    [
        ("acled", ["event_id_cnty"]), ("ucdp", ["type_of_violence", "where_prec"]), ("kobo", ["_uuid"]), ("odk", ["KEY"]), ("odk", ["__id"]), ("osce", ["SMM position"]),
        ("viina", ["viina_version"]), ("air-alerts", ["started_at", "finished_at"]), ("firms", ["acq_date", "acq_time"]), ("eth-prio", ["uniq_id", "cf_dec_yr"]),
        ("ua-air-force", ["window_start", "launched", "destroyed"]), ("ru-mod", ["bulletin", "region_count"]), ("telegram", ["messages"]),
    ];

    /// <summary>The same errors, the first of them with the format that the file looks like, where that is another one.</summary>
    public static UnreadableFileException With(UnreadableFileException unreadable, ImmutableArray<ImportFile> files, string format)
    {
        var first = unreadable.Errors[0];
        var fit = files.Where(f => f.Name == first.File).Select(FitOf).FirstOrDefault(f => f.Length > 0) ?? "";
        return fit.Length == 0 || fit == format ? unreadable
            : new UnreadableFileException(unreadable.Errors.SetItem(0, first with { Found = $"{first.Found}; this looks like {fit}: holdfire import {fit}" }));
    }

    private static string FitOf(ImportFile file)
    {
        try
        {
            var names = NamesOf(file);
            return Signs.Where(s => s.Columns.All(names.Contains)).Select(s => s.Format).FirstOrDefault("");
        }
        catch (UnreadableFileException)
        {
            return "";
        }
    }

    private static IReadOnlyCollection<string> NamesOf(ImportFile file)
    {
        if (file.IsZip)
        {
            return [];
        }

        if (!RecordTable.IsJson(file))
        {
            using var table = SourceTable.Open(file);
            return table.Header.Names;
        }

        using var document = JsonRecords.Parse(file);
        return JsonRecords.NamesIn(document.RootElement);
    }
}
