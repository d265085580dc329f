using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Holdfire.Exports;

/// <summary>A Parquet file with a geometry column of points (GeoParquet 1.1.0). The same table gives the same bytes.</summary>
internal static class GeoParquetExport
{
    private const string GeometryColumn = "geometry";

    private const string Metadata = """
        {"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":["Point"]}}}
        """;

    public static void Write(ExportTable table, string file) => WriteAsync(table, file).GetAwaiter().GetResult();

    private static async Task WriteAsync(ExportTable table, string file)
    {
        DataField[] fields = [.. table.Columns.Select(FieldOf), new DataField(GeometryColumn, typeof(byte[]), isNullable: true)];
        var stream = File.Create(file);
        await using (stream.ConfigureAwait(false))
        {
            var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields.Cast<Field>()]), stream).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                writer.CustomMetadata = new Dictionary<string, string> { ["geo"] = Metadata.Trim() };
                using var group = writer.CreateRowGroup();
                for (var i = 0; i < table.Columns.Length; i++)
                {
                    await Column(group, fields[i], table.Columns[i].Kind, [.. table.Rows.Select(r => r.Values[i])]).ConfigureAwait(false);
                }

                var wkb = new WKBWriter();
                await group.WriteAsync(fields[^1], [.. table.Rows.Select(r => r.Point is { } p ? wkb.Write(new Point(p.Longitude, p.Latitude)) : null!)], null).ConfigureAwait(false);
            }
        }
    }

    private static DataField FieldOf(ExportColumn column) => column.Kind switch
    {
        ExportKind.Whole => new DataField(column.Name, typeof(long), isNullable: true),
        ExportKind.Decimal => new DataField(column.Name, typeof(double), isNullable: true),
        ExportKind.YesNo => new DataField(column.Name, typeof(bool), isNullable: true),
        ExportKind.Instant => new DateTimeDataField(column.Name, DateTimeFormat.DateAndTimeMicros, isAdjustedToUTC: true, isNullable: true),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    private static Task Column(ParquetRowGroupWriter group, DataField field, ExportKind kind, object?[] values) => kind switch
    {
        ExportKind.Whole => Write<long>(group, field, [.. values.Select(v => (long?)v)]),
        ExportKind.Decimal => Write<double>(group, field, [.. values.Select(v => (double?)v)]),
        ExportKind.YesNo => Write<bool>(group, field, [.. values.Select(v => (bool?)v)]),
        ExportKind.Instant => Write<DateTime>(group, field, [.. values.Select(v => v is Instant at ? at.ToDateTimeUtc() : (DateTime?)null)]),
        _ => group.WriteAsync(field, [.. values.Select(v => (string)v!)], null),
    };

    private static Task Write<T>(ParquetRowGroupWriter group, DataField field, T?[] values)
        where T : struct => group.WriteAsync<T>(field, values.AsMemory(), null, null, default);
}
