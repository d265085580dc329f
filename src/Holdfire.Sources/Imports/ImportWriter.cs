using System.Collections.Immutable;

namespace Holdfire.Sources.Imports;

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
        var held = new HeldRows(caseFolder, reports);
        var (taken, notTaken) = Sort(result.Rows, held);
        var fresh = taken.Where(r => !held.Has(r.Id)).ToImmutableArray();
        var present = taken.Length - fresh.Length;
        ImmutableArray<RejectedRow> rejected = [.. result.Rejected.Concat(notTaken).OrderBy(r => r.Line)];
        if (strict && rejected.Length > 0)
        {
            return new ImportSummary(0, present, rejected.Length, null, null) { NotTaken = notTaken };
        }

        // The rejects first: where they cannot be written, the case is as before.
        WriteRejects(rejectsFile, rejected);
        var target = Path.Combine(reports, $"{format.Name}-{Path.GetFileNameWithoutExtension(result.FileName)}.csv");
        var written = WriteReports(target, taken, fresh, held);
        return new ImportSummary(
            fresh.Length, present, rejected.Length, written ? target : null, rejected.Length > 0 ? rejectsFile : null)
        {
            NotTaken = notTaken,
        };
    }

    private static (ImmutableArray<ImportedRow> Taken, ImmutableArray<RejectedRow> NotTaken) Sort(
        ImmutableArray<ImportedRow> rows, HeldRows held)
    {
        var taken = ImmutableArray.CreateBuilder<ImportedRow>(rows.Length);
        var notTaken = ImmutableArray.CreateBuilder<RejectedRow>();
        foreach (var claim in rows.GroupBy(r => r.Claim.Length > 0 ? r.Claim : r.Id, StringComparer.Ordinal))
        {
            var faults = claim.GroupBy(r => r.Line).ToDictionary(l => l.Key, l => l.Select(held.FaultOf).FirstOrDefault(f => f is not null));
            if (faults.Values.FirstOrDefault(f => f is not null) is not { } first)
            {
                taken.AddRange(claim);
                continue;
            }

            notTaken.AddRange(claim.DistinctBy(r => r.Line).Select(r => faults[r.Line] ?? r.Reject(
                "", "a claim all of whose rows the case takes", $"a fault in line {first.Line}")));
        }

        return (taken.ToImmutable(), notTaken.ToImmutable());
    }

    private static bool WriteReports(
        string target, ImmutableArray<ImportedRow> taken, ImmutableArray<ImportedRow> fresh, HeldRows held)
    {
        var added = fresh.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var inclusions = taken.Select(r => (r.Id, Wider: Wider(r))).Where(r => r.Wider.Length > 0).ToDictionary(r => r.Id, r => r.Wider);
        var before = CsvFiles.Rows(target);
        ImmutableArray<ImmutableArray<string>> after =
        [
            .. before.Select(r => HeldRows.Amended(r, inclusions)),
            .. fresh.Select(r => (r with { IncludedIn = Wider(r) }).Fields),
        ];
        if (after.SequenceEqual(before))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var width = Width(after);
        CsvFiles.Write(target, ImportedRow.Header[..width], after.Select(r => r[..width]));
        return true;

        string Wider(ImportedRow row) =>
            string.Join(';', row.IncludedIn.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(w => added.Contains(w) || held.Has(w)));
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

    private static void WriteRejects(string? file, ImmutableArray<RejectedRow> rejected)
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
