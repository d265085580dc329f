using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>An import as items of a record: by the same rules by which it would go into a case folder.</summary>
public static class RowImport
{
    /// <summary>The items to enter, new ones and those that are revised or known better by now, those that were taken back, and what it came to.</summary>
    /// <param name="case">The case that the record holds.</param>
    /// <param name="held">The items that it holds.</param>
    /// <param name="format">The layout.</param>
    /// <param name="files">The files to read.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="rejectsFile">The file for the rejected rows of a file, by its name; one of an earlier import is removed. Null to write none.</param>
    /// <exception cref="IOException">A file cannot be read, or a file of rejects cannot be written; nothing goes in then.</exception>
    public static (ImmutableArray<CaseItem> Items, ImmutableArray<TakenBack> TakenBack, ImportSummary Summary) Plan(
        Case @case, IReadOnlyCollection<CaseItem> held, ImportFormat format, ImmutableArray<ImportFile> files, ImportOptions options, Func<string, string>? rejectsFile)
    {
        var rows = new HeldRows(held.Where(i => i.Kind == EntryKind.Report).Select(Row));
        ImportPlan plan;
        try
        {
            plan = ImportWriter.Plan(format, files, new ImportContext(@case, options), rows, new HeldItemTexts(held.Where(i => i.Kind != EntryKind.Report)));
        }
        catch (UnreadableFileException e)
        {
            return ([], [], ImportWriter.Unreadable(e));
        }

        if (options.DryRun || (options.Strict && plan.HasRejected))
        {
            return ([], [], plan.Summary(options.DryRun, null, null));
        }

        var rejects = RejectedRowFiles.Write(files, plan.Rejected, rejectsFile);
        var name = files[0].BareName;
        var amended = plan.MayAmend ? held.Where(i => i.Kind == EntryKind.Report).Select(i => plan.Amended(Row(i))).OfType<string[]>() : [];
        return (
            [
                .. plan.Items.Select(i => i with { Where = name }),
                .. plan.Changed.Values.Select(c => Item(c.After, name) with { ChangedAt = c.Published }),
                .. amended.Concat(plan.Rows).Select(r => Item(r, name)),
            ],
            [.. plan.Withdrawn.Select(w => new TakenBack(EntryKind.Report, w.Key, w.Value))],
            plan.Summary(true, null, rejects));
    }

    private static CaseItem Item(string[] row, string name) => new(EntryKind.Report, FolderItems.ReportContent(ImportedRow.Header, row), name);

    private static string[] Row(CaseItem report)
    {
        using var content = JsonDocument.Parse(report.Content);
        return [.. ImportedRow.Header.Select(h => content.RootElement.TryGetProperty(h, out var value) ? value.GetString()! : "")];
    }
}
