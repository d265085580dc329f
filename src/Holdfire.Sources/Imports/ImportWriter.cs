using System.Collections.Immutable;

namespace Holdfire.Sources.Imports;

/// <summary>Puts imported rows into a case folder: all that are new, or, on any fault, none of the file's old content lost.</summary>
public static class ImportWriter
{
    /// <summary>Writes the good rows to <c>reports/FORMAT-STEM.csv</c> and the rejected beside the source file.</summary>
    /// <param name="caseFolder">The case folder.</param>
    /// <param name="format">The layout that was read.</param>
    /// <param name="result">What was read.</param>
    /// <param name="rejectsFile">The file for rejected rows, or null for none; one of an earlier import is removed.</param>
    /// <param name="strict">Whether any rejected row keeps everything out, the file of rejects included.</param>
    /// <exception cref="IOException">A file cannot be read or written; the case is as before.</exception>
    public static ImportSummary Write(
        string caseFolder, ImportFormat format, ImportResult result, string? rejectsFile, bool strict)
    {
        var reports = Path.Combine(caseFolder, "reports");
        var target = Path.Combine(reports, $"{format.Name}-{Path.GetFileNameWithoutExtension(result.FileName)}.csv");
        var held = Held(reports);
        var fresh = result.Rows.Where(r => !held.ContainsKey(r.Id)).ToImmutableArray();
        var clashes = result.Rows.Where(r => held.TryGetValue(r.Id, out var old) && !old.SequenceEqual(r.Fields))
            .ToImmutableArray();
        var broken = clashes.Select(c => c.PartOf.Length > 0 ? c.PartOf : c.Id).ToHashSet(StringComparer.Ordinal);
        // A part must not come in beside a whole that differs from the one it was said with.
        var orphans = fresh.Where(r => r.PartOf.Length > 0 && broken.Contains(r.PartOf)).ToImmutableArray();
        var added = fresh.Except(orphans).ToImmutableArray();
        ImmutableArray<RejectedRow> rejected =
        [
            .. result.Rejected,
            .. clashes.Select(c => Clash(c, "the same content as the case holds under this id", "other content")),
            .. orphans.Select(o => Clash(o, "a whole as the case holds it", $"another {o.PartOf}")),
        ];
        var present = result.Rows.Length - fresh.Length - clashes.Length;
        if (strict && rejected.Length > 0)
        {
            return new ImportSummary(0, present, rejected.Length, null, null);
        }

        if (added.Length > 0)
        {
            Directory.CreateDirectory(reports);
            CsvFiles.Write(target, ImportedRow.Header, CsvFiles.Rows(target).Concat(added.Select(a => a.Fields)));
        }

        WriteRejects(rejectsFile, rejected);
        return new ImportSummary(
            added.Length, present, rejected.Length, added.Length > 0 ? target : null,
            rejected.Length > 0 ? rejectsFile : null);
    }

    private static RejectedRow Clash(ImportedRow row, string expected, string found) =>
        new(0, "id", expected, $"{found} ({row.Id})", row.Fields);

    private static Dictionary<string, ImmutableArray<string>> Held(string reports)
    {
        var held = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (!Directory.Exists(reports))
        {
            return held;
        }

        foreach (var row in Directory.EnumerateFiles(reports, "*.csv").Order(StringComparer.Ordinal).SelectMany(f => CsvFiles.Rows(f)))
        {
            held.TryAdd(row[0], row);
        }

        return held;
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
