using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>The files of an export: tables and lists, and beside them what was attached.</summary>
internal static class FormFiles
{
    /// <summary>Whether a file holds submissions.</summary>
    public static bool IsData(ImportFile file) => file.BareName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.BareName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || file.BareName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || !file.BareName.Contains('.', StringComparison.Ordinal);

    /// <summary>The files that hold submissions.</summary>
    /// <exception cref="UnreadableFileException">There is none.</exception>
    public static ImmutableArray<ImportFile> DataOf(ImmutableArray<ImportFile> files, string expected) => files.Where(IsData).ToImmutableArray() is { IsEmpty: false } data ? data
        : throw new UnreadableFileException(files[0].Name, 1, "", expected, $"'{files[0].BareName}'");

    /// <summary>What was attached, by name.</summary>
    public static IReadOnlyDictionary<string, ImportFile> Attached(ImmutableArray<ImportFile> files) =>
        files.Where(f => !IsData(f)).GroupBy(f => f.BareName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The records of a file, each with its header.</summary>
    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected, TableHeader Header)> Records(ImportFile file, ImportContext context, string listKey)
    {
        TableHeader? header = null;
        var records = file.IsZip ? Workbook.SheetsOf(file, context.Map.Shape).SelectMany(s => Workbook.Records(file, s, h => header = h))
            : RecordTable.Records(file, context.Map.Shape, listKey, h => header = h);
        foreach (var (row, rejected) in records)
        {
            yield return (row?.Kept(), rejected, header!);
        }
    }

    /// <summary>An id without the words that tools put before it.</summary>
    public static string Bare(string id) => id.StartsWith("uuid:", StringComparison.Ordinal) ? id[5..] : id;
}
