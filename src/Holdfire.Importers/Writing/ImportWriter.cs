using System.Collections.Immutable;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>Puts what was read into a case folder: all that is new, or, on any error, none of the file's old content lost.</summary>
public static class ImportWriter
{
    /// <summary>Writes the good rows to <c>reports/FORMAT-STEM.csv</c>, other items to their YAML files, and the rejected beside the source file.</summary>
    /// <remarks>A claim comes in whole or not at all. What goes in leaves a case without errors without errors.</remarks>
    /// <param name="caseFolder">The case folder.</param>
    /// <param name="case">The case that it holds.</param>
    /// <param name="format">The layout.</param>
    /// <param name="files">The files to read; the first names the file that is written.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="rejectsFile">The file for the rejected rows of a file, by its name; null for none. One of an earlier import is removed.</param>
    /// <exception cref="UnreadableFileException">A file of the case cannot be added to.</exception>
    /// <exception cref="IOException">A file cannot be read or written; the case is as before.</exception>
    public static ImportSummary Write(
        string caseFolder, Case @case, ImportFormat format, ImmutableArray<ImportFile> files, ImportOptions options, Func<string, string>? rejectsFile)
    {
        var context = new ImportContext(@case, options);
        ImportPlan plan;
        try
        {
            plan = Plan(format, files, context, HeldRows.OfFolder(caseFolder), new HeldItemTexts(FolderItems.Read(caseFolder).Where(i => i.Kind != EntryKind.Report)));
        }
        catch (UnreadableFileException e)
        {
            return Unreadable(e);
        }

        if (options.DryRun || (options.Strict && plan.HasRejected))
        {
            return plan.Summary(options.DryRun, null, null);
        }

        var yaml = Items(caseFolder, plan).Concat(Corrections(caseFolder, plan)).ToList();

        // The rejects first: where they cannot be written, the case is as before.
        var rejects = RejectedRowFiles.Write(files, plan.Rejected, rejectsFile);
        yaml.Where(y => !y.IsLast).ToList().ForEach(y => y.Write());
        var target = Path.Combine(caseFolder, "reports", $"{format.Name}-{Path.GetFileNameWithoutExtension(files[0].BareName)}.csv");
        var written = WriteReports(caseFolder, target, plan);
        DetectionRows.Write(caseFolder, Path.GetFileName(target), plan.Items);
        yaml.Where(y => y.IsLast).ToList().ForEach(y => y.Write());
        return plan.Summary(true, written ? target : null, rejects);
    }

    /// <summary>Plans an import.</summary>
    internal static ImportPlan Plan(ImportFormat format, ImmutableArray<ImportFile> files, ImportContext context, HeldRows held, HeldItemTexts items)
    {
        var reader = ImportFormats.ReaderOf(format);
        try
        {
            return ImportPlan.Of(reader, reader.Read(files, context), context, held, items);
        }
        catch (UnreadableFileException e)
        {
            throw FormatSigns.With(e, files, format.Name);
        }
    }

    /// <summary>What an import of a file comes to that is not of its format.</summary>
    public static ImportSummary Unreadable(UnreadableFileException e) => new(0, 0, 0, null, null) { Rows = e.Errors, IsUnreadable = true };

    private static bool WriteReports(string caseFolder, string target, ImportPlan plan)
    {
        var versions = new Versions(plan);
        foreach (var file in versions.IsEmpty && !plan.MayAmend ? [] : HeldRows.FilesOf(caseFolder).Where(f => f != target && versions.Touch(f)))
        {
            Put(file, versions.Of(file), []);
        }

        var isTouched = File.Exists(target) && (versions.IsEmpty && !plan.MayAmend ? false : versions.Touch(target));
        if (!isTouched && !plan.Rows.Any())
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Put(target, versions.Of(target), plan.Rows);
        return true;
    }

    // Columns that came later stay out of a file in which no row uses them, so that a file does not change for them alone.
    private static void Put(string file, IEnumerable<string[]> before, IEnumerable<string[]> fresh)
    {
        var rows = before.Concat(fresh);
        var width = ImportedRow.FirstColumns;
        foreach (var row in rows)
        {
            for (var i = row.Length - 1; i >= width; i--)
            {
                width = row[i].Length > 0 ? i + 1 : width;
            }

            if (width == row.Length)
            {
                break;
            }
        }

        CsvFiles.Write(file, ImportedRow.Header.Take(width), rows.Select(r => r.Take(width)));
    }

    private static IEnumerable<YamlChange> Items(string folder, ImportPlan plan) =>
        from item in plan.Items
        where item.Kind != EntryKind.Detection
        group YamlLines.Of(item) by ItemPlace.All.First(p => p.Kind == item.Kind) into items
        select YamlChange.Of(folder, items.Key.File, items.Key.Key, [.. items], isLast: false);

    private static IEnumerable<YamlChange> Corrections(string folder, ImportPlan plan)
    {
        var names = new Versions(plan);
        var lines = plan.Changed.Select(c => Line(names.EarlierName(c.Key), "corrected", c.Key, c.Value.Published))
            .Concat(plan.Withdrawn.Select(w => Line(w.Key, "withdrawn", "", w.Value))).ToList();
        return lines.Count == 0 ? [] : [YamlChange.Of(folder, ItemPlace.CaseFile, "corrections", lines, isLast: true)];

        static string Line(string report, string kind, string by, string published) =>
            YamlLines.Of(new YamlItemBuilder().Text("report", report).Text("kind", kind).Text("by", by).Text("published", published).Item(EntryKind.Case));
    }

    /// <summary>The rows of report files with the revisions of an import.</summary>
    private sealed class Versions(ImportPlan plan)
    {
        public bool IsEmpty => plan.Changed.Count == 0;

        public bool Touch(string file) => CsvFiles.Rows(file).Any(r => plan.Changed.ContainsKey(r[0]) || plan.Amended(r) is not null);

        public IEnumerable<string[]> Of(string file) => CsvFiles.Rows(file).SelectMany(Of);

        public string EarlierName(string id) => $"{id}@{plan.VersionOf(id)}";

        private string[][] Of(string[] row)
        {
            if (!plan.Changed.TryGetValue(row[0], out var change))
            {
                return [plan.Amended(row) ?? row];
            }

            var earlier = (string[])row.Clone();
            earlier[0] = EarlierName(row[0]);
            return [earlier, change.After];
        }
    }
}
