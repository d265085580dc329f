using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Claims of Ukrainian bodies about Russian air attacks, one row a window, weapon and post.</summary>
internal sealed class UaAirForceFormat : IClaimFormat
{
    public static ImportFormat Format { get; } =
        new("ua-air-force", "claims of Ukrainian bodies about Russian air attacks, one row a window and weapon");

    public ImportFormat Info => Format;

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return files.SelectMany(f => Read(f, seen, context));
    }

    private static IEnumerable<ReadUnit> Read(ImportFile file, HashSet<string> seen, ImportContext context)
    {
        using var table = SourceTable.Open(file, context.Map.Shape, isExact: true);
        table.Header.Need(UaAirForceRows.Columns);
        foreach (var (row, rejected) in table.Records())
        {
            yield return row is null ? ReadUnit.Bad(rejected!) : UaAirForceRows.UnitOf(row, seen, context);
        }
    }
}
