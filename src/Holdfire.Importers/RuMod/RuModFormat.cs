using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Claims of the Russian Ministry of Defence, one row a region, the total repeated on each row of its bulletin.</summary>
internal sealed class RuModFormat : IClaimFormat
{
    public static ImportFormat Format { get; } =
        new("ru-mod", "claims of the Russian Ministry of Defence about Ukrainian drones shot down, one row a region");

    public ImportFormat Info => Format;

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var (rows, misshapen) = (ImmutableArray.CreateBuilder<SourceRow>(), new List<ReadUnit>());
        foreach (var file in files)
        {
            using var table = SourceTable.Open(file, context.Map.Shape, isExact: true);
            table.Header.Need(RuModRows.Columns);
            foreach (var (row, rejected) in table.Records())
            {
                if (row is null)
                {
                    misshapen.Add(ReadUnit.Bad(rejected!));
                }
                else
                {
                    rows.Add(row.Kept());
                }
            }
        }

        return misshapen.Concat(RuModRows.Units(rows.ToImmutable(), context));
    }
}
