using System.Collections.Immutable;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>Files of rejected rows with the reasons, one for each file that was read.</summary>
internal static class RejectedRowFiles
{
    /// <summary>Writes them; a file without rejected rows loses that of an earlier import.</summary>
    /// <returns>The name of the first, or null for none.</returns>
    public static string? Write(ImmutableArray<ImportFile> files, ImmutableArray<RejectedRow> rejected, Func<string, string>? nameOf)
    {
        if (nameOf is null)
        {
            return null;
        }

        var byFile = rejected.ToLookup(r => Outer(r.File.Length > 0 ? r.File : files[0].Name), StringComparer.Ordinal);
        var written = new List<string>();
        foreach (var file in files.Select(f => Outer(f.Name)).Distinct(StringComparer.Ordinal))
        {
            if (!byFile.Contains(file))
            {
                File.Delete(nameOf(file));
                continue;
            }

            CsvFiles.Write(nameOf(file), ["line", "column", "expected", "found", "raw_row"], byFile[file].Select(r => (string[])
                [r.Line == 0 ? "" : Values.Text(r.Line), .. new[] { r.Column, r.Expected, r.Found, CsvFiles.Line(r.Raw) }.Select(SpreadsheetText.Defused)]));
            written.Add(nameOf(file));
        }

        return written.FirstOrDefault();
    }

    // The archive that a file was taken out of.
    private static string Outer(string name) => name.Split('!')[0];
}
