using Holdfire.CaseFormat.Entries;
using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>The rows of an import as items of a record: by the same rules by which they would go into a case folder.</summary>
public static class RowImport
{
    /// <summary>The items to enter, new ones and those whose inclusions are known better by now, and what it came to.</summary>
    /// <param name="case">The case that the record holds.</param>
    /// <param name="reports">The reports that it holds.</param>
    /// <param name="result">What was read.</param>
    /// <param name="rejectsFile">The file for rejected rows; one of an earlier import is removed.</param>
    /// <param name="strict">Whether any rejected row keeps everything out, the file of rejects included.</param>
    /// <exception cref="IOException">The file of rejects cannot be written; nothing goes in then.</exception>
    public static (ImmutableArray<CaseItem> Items, ImportSummary Summary) Plan(
        Case @case, IEnumerable<CaseItem> reports, ImportResult result, string rejectsFile, bool strict)
    {
        var held = new HeldRows(@case, reports.Select(Row));
        var plan = ImportPlan.Of(result, held);
        if (strict && plan.Rejected.Length > 0)
        {
            return ([], plan.Summary(0, null, null));
        }

        ImportWriter.WriteRejects(rejectsFile, plan.Rejected);
        var amended = held.Rows.Select(r => (Before: r, After: HeldRows.Amended(r, plan.Inclusions))).Where(r => r.Before != r.After).Select(r => r.After);
        return (
            [.. amended.Concat(plan.Fresh.Select(r => r.Fields)).Select(fields =>
                new CaseItem(EntryKind.Report, FolderItems.ReportContent(ImportedRow.Header, fields), result.FileName))],
            plan.Summary(plan.Fresh.Length, null, rejectsFile));
    }

    private static ImmutableArray<string> Row(CaseItem report)
    {
        using var content = JsonDocument.Parse(report.Content);
        return [.. ImportedRow.Header.Select(h => content.RootElement.TryGetProperty(h, out var value) ? value.GetString()! : "")];
    }
}
