namespace Holdfire.Importers;

/// <summary>The records of any table: CSV, a workbook, a list of JSON, GeoJSON, KML or a GeoPackage, as its first bytes say.</summary>
internal static class TableRecords
{
    /// <summary>The column of the latitude of a record's geometry.</summary>
    public const string Lat = "geometry.lat";

    /// <summary>The column of its longitude.</summary>
    public const string Lon = "geometry.lon";

    /// <summary>The column of the radius of a circle about that point which holds all of the geometry, km; blank for a point.</summary>
    public const string RadiusKm = "geometry.radius_km";

    private static readonly byte[] Sqlite = [.. "SQLite format 3\0"u8];

    /// <summary>The records in their order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">How it is written.</param>
    /// <param name="check">Refuses a header, or takes note of it.</param>
    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Of(ImportFile file, TableShape shape, Action<TableHeader> check)
    {
        var start = file.Start(Sqlite.Length);
        return file.IsZip ? Workbook.Records(file, shape, check)
            : start.SequenceEqual(Sqlite) ? GeoPackageTable.Records(file, shape, check)
            : RecordTable.IsJson(file) ? JsonTable(file, check)
            : file.BareName.EndsWith(".kml", StringComparison.OrdinalIgnoreCase) ? Kml.Records(file, check)
            : Csv(file, shape, check);
    }

    /// <summary>A row of cells by name as a record, after the header of all names.</summary>
    internal static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> OfCells(
        ImportFile file, IReadOnlyList<Dictionary<string, string>> rows, Action<TableHeader> check)
    {
        var header = new TableHeader(file.Name, rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal));
        check(header);
        return rows.Select((r, i) => ((SourceRow?)new SourceRow(i + 1, [.. header.Names.Select(n => r.GetValueOrDefault(n, ""))], header), (RejectedRow?)null));
    }

    private static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> JsonTable(ImportFile file, Action<TableHeader> check) =>
        GeoJsonTable.Rows(file) is { } features ? OfCells(file, features, check)
            : JsonRecords.Of(file, "data", check).Select(r => ((SourceRow?)r, (RejectedRow?)null));

    private static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Csv(ImportFile file, TableShape shape, Action<TableHeader> check)
    {
        using var table = SourceTable.Open(file, shape);
        check(table.Header);
        foreach (var record in table.Records())
        {
            yield return record;
        }
    }
}
