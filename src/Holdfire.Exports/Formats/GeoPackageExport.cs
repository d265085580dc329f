using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Holdfire.Exports;

/// <summary>A GeoPackage 1.3 (OGC 12-128r17) with one layer of points in WGS 84. The same table gives the same bytes.</summary>
internal static class GeoPackageExport
{
    // "GPKG" and version 1.3, which readers look for in the header of the file.
    private const string Header = "pragma application_id = 1196444487; pragma user_version = 10300; pragma journal_mode = off; pragma page_size = 4096;";

    private const string Tables = """
        create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key, organization text not null,
          organization_coordsys_id integer not null, definition text not null, description text);
        insert into gpkg_spatial_ref_sys values ('Undefined cartesian', -1, 'NONE', -1, 'undefined', null);
        insert into gpkg_spatial_ref_sys values ('Undefined geographic', 0, 'NONE', 0, 'undefined', null);
        insert into gpkg_spatial_ref_sys values ('WGS 84', 4326, 'EPSG', 4326,
          'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
          'longitude and latitude in degrees');
        create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique, description text default '',
          last_change datetime not null, min_x double, min_y double, max_x double, max_y double, srs_id integer,
          constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id));
        create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null,
          z tinyint not null, m tinyint not null, constraint pk_geom_cols primary key (table_name, column_name),
          constraint uk_gc_table_name unique (table_name), constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
          constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id));
        """;

    public static void Write(ExportTable table, string file)
    {
        File.Delete(file);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, Header);
        using var transaction = connection.BeginTransaction();
        Execute(connection, Tables);
        Execute(connection, $"create table {table.Name} (fid integer primary key autoincrement not null, geom point, {string.Join(", ", table.Columns.Select(c => $"{Quoted(c)} {TypeOf(c.Kind)}"))})");
        Describe(connection, table);
        Fill(connection, table);
        transaction.Commit();
    }

    private static void Describe(SqliteConnection connection, ExportTable table)
    {
        var points = table.Rows.Select(r => r.Point).OfType<Places.GeoPoint>().ToList();
        // The time of the change is that of the view, or none: the file says nothing of when it was written.
        Execute(
            connection, "insert into gpkg_contents values ($1, 'features', $1, $2, $3, $4, $5, $6, $7, 4326)",
            table.Name, $"{(table.Invented ? "INVENTED: " : "")}{table.Title}",
            table.Coordinates.KnownBy?.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "1970-01-01T00:00:00.000Z",
            points.Count == 0 ? null : points.Min(p => p.Longitude), points.Count == 0 ? null : points.Min(p => p.Latitude),
            points.Count == 0 ? null : points.Max(p => p.Longitude), points.Count == 0 ? null : points.Max(p => p.Latitude));
        Execute(connection, "insert into gpkg_geometry_columns values ($1, 'geom', 'POINT', 4326, 0, 0)", table.Name);
    }

    private static void Fill(SqliteConnection connection, ExportTable table)
    {
        var writer = new GeoPackageGeoWriter();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the columns above.
        command.CommandText = $"insert into {table.Name} (geom, {string.Join(", ", table.Columns.Select(Quoted))}) values ($geom, {string.Join(", ", table.Columns.Select((_, i) => FormattableString.Invariant($"${i}")))})";
#pragma warning restore CA2100
        var geometry = command.Parameters.Add("$geom", SqliteType.Blob);
        SqliteParameter[] parameters = [.. table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") }))];
        foreach (var row in table.Rows)
        {
            geometry.Value = row.Point is { } p ? writer.Write(new Point(p.Longitude, p.Latitude) { SRID = 4326 }) : DBNull.Value;
            foreach (var (parameter, value) in parameters.Zip(row.Values))
            {
                parameter.Value = value switch
                {
                    null => DBNull.Value,
                    bool yes => yes ? 1L : 0L,
                    NodaTime.Instant at => at.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    _ => value,
                };
            }

            command.ExecuteNonQuery();
        }
    }

    private static string Quoted(ExportColumn column) => $"\"{column.Name}\"";

    private static string TypeOf(ExportKind kind) => kind switch
    {
        ExportKind.Whole => "integer",
        ExportKind.Decimal => "double",
        ExportKind.YesNo => "boolean",
        ExportKind.Instant => "datetime",
        _ => "text",
    };

    private static void Execute(SqliteConnection connection, string text, params object?[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }
}
