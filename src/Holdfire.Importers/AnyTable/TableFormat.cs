using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Any table, by a map that says which column is which and what its words mean.</summary>
internal sealed class TableFormat : IClaimFormat
{
    public ImportFormat Info { get; } = new("table", "any table by a map: CSV, TSV, XLSX, JSON, GeoJSON, KML or GeoPackage");

    private static SourceEntry Source { get; } = new("", "", "observer", AreDistinct: false);

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var map = context.Options.Map ?? throw new UnreadableFileException(
            files[0].Name, 1, "", "a map with --map: which column is which; --guess writes a first one", "none");
        return files.SelectMany(f => Read(f, map, context));
    }

    private static IEnumerable<ReadUnit> Read(ImportFile file, ImportMap map, ImportContext context)
    {
        TableRow? maker = null;
        var skip = map.SkipRows;
        foreach (var (row, rejected) in TableRecords.Of(file, map.Shape, h => maker = TableRow.Of(h, map, context, context.SourceOf(Source))))
        {
            if (skip-- > 0)
            {
                continue;
            }

            yield return row is null ? ReadUnit.Bad(rejected!) : maker!.UnitOf(row);
        }
    }
}
