using System.Collections.Immutable;

namespace Holdfire.Exports;

/// <summary>A form that tables are exported in.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Ending">The ending of its files, without a dot.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Help">What it is for.</param>
/// <param name="Write">Writes the table to a file, which is new and empty.</param>
public sealed record ExportFormat(string Name, string Ending, string MediaType, string Help, Action<ExportTable, string> Write)
{
    /// <summary>All forms.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("csv", "csv", "text/csv", "comma-separated values", (t, f) => CsvExport.Write(t, f, withTags: false)),
        new("hxl", "csv", "text/csv", "the same with a row of HXL tags, for the Humanitarian Data Exchange", (t, f) => CsvExport.Write(t, f, withTags: true)),
        new("geojson", "geojson", "application/geo+json", "GeoJSON points", GeoJsonExport.Write),
        new("geopackage", "gpkg", "application/geopackage+sqlite3", "GeoPackage, for QGIS", GeoPackageExport.Write),
        new("geoparquet", "parquet", "application/vnd.apache.parquet", "GeoParquet, for DuckDB, R and Python", GeoParquetExport.Write),
        new("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a workbook, for people", WorkbookExport.Write),
    ];

    /// <summary>The form of this name, or null.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
