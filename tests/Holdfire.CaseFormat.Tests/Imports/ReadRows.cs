using System.Collections.Immutable;
using Holdfire.Importers;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>What a format reads in a file, before anything is held against a case.</summary>
internal sealed record ReadRows(ImmutableArray<ImportedRow> Rows, ImmutableArray<RejectedRow> Rejected)
{
    public static ReadRows Of(Case @case, ImportFormat format, string name, byte[] bytes)
    {
        try
        {
            ReadUnit[] units = [.. ImportFormats.ReaderOf(format).Read([ImportFile.OfBytes(name, bytes)], new ImportContext(@case, ImportOptions.None))];
            return new ReadRows([.. units.SelectMany(u => u.Rows)], [.. units.SelectMany(u => u.Rejected).OrderBy(r => r.Line)]);
        }
        catch (UnreadableFileException e)
        {
            return new ReadRows([], e.Errors);
        }
    }
}
