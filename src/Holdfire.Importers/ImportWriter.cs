using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Puts imported rows into a case folder: all that are new, or, on any fault, none of the file's old content lost.</summary>
public static class ImportWriter
{
    /// <summary>Writes the good rows to <c>reports/FORMAT-STEM.csv</c> and the rejected beside the source file.</summary>
    /// <remarks>A claim comes in whole or not at all. What goes in leaves a case without faults without faults.</remarks>
    /// <param name="caseFolder">The case folder.</param>
    /// <param name="format">The layout that was read.</param>
    /// <param name="result">What was read.</param>
    /// <param name="rejectsFile">The file for rejected rows, or null for none; one of an earlier import is removed.</param>
    /// <param name="strict">Whether any rejected row keeps everything out, the file of rejects included.</param>
    /// <exception cref="ArgumentException">The case has faults.</exception>
    /// <exception cref="IOException">A file cannot be read or written; the case is as before.</exception>
    public static ImportSummary Write(
        string caseFolder, ImportFormat format, ImportResult result, string? rejectsFile, bool strict)
    {
        var reports = Path.Combine(caseFolder, "reports");
        var plan = ImportPlan.Of(result, HeldRows.OfFolder(caseFolder, reports));
        if (strict && plan.Rejected.Length > 0)
        {
            return plan.Summary(0, null, null);
        }

        // The rejects first: where they cannot be written, the case is as before.
        WriteRejects(rejectsFile, plan.Rejected);
        var target = Path.Combine(reports, $"{format.Name}-{Path.GetFileNameWithoutExtension(result.FileName)}.csv");
        var written = WriteReports(target, plan);
        return plan.Summary(plan.Fresh.Length, written ? target : null, rejectsFile);
    }

    private static bool WriteReports(string target, ImportPlan plan)
    {
        var before = CsvFiles.Rows(target);
        ImmutableArray<ImmutableArray<string>> after =
            [.. before.Select(r => HeldRows.Amended(r, plan.Inclusions)), .. plan.Fresh.Select(r => r.Fields)];
        if (after.SequenceEqual(before))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var width = Width(after);
        CsvFiles.Write(target, ImportedRow.Header[..width], after.Select(r => r[..width]));
        return true;
    }

    // Columns that came later stay out of a file in which no row uses them, so that a file does not change for them alone.
    private static int Width(ImmutableArray<ImmutableArray<string>> rows)
    {
        var width = ImportedRow.Header.Length;
        while (width > ImportedRow.FirstColumns && rows.All(r => r[width - 1].Length == 0))
        {
            width--;
        }

        return width;
    }

    /// <summary>Writes the rejected rows with the reasons; none removes the file of an earlier import.</summary>
    internal static void WriteRejects(string? file, ImmutableArray<RejectedRow> rejected)
    {
        if (file is null)
        {
            return;
        }

        if (rejected.IsEmpty)
        {
            File.Delete(file);
            return;
        }

        CsvFiles.Write(
            file, ["line", "column", "expected", "found", "raw_row"],
            rejected.Select(r => (ImmutableArray<string>)
                [r.Line == 0 ? "" : Values.Text(r.Line), r.Column, r.Expected, r.Found, CsvFiles.Line(r.Raw)]));
    }
}
