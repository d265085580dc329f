using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Holdfire.Importers;

/// <summary>The rows of a layer of a GeoPackage (OGC 12-128r18) in WGS 84 degrees.</summary>
internal static class GeoPackageTable
{
    private const int Wgs84 = 4326;

    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Records(ImportFile file, TableShape shape, Action<TableHeader> check)
    {
        var copy = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(copy, file.Bytes());
            return TableRecords.OfCells(file, Rows(file, copy, shape.Sheet), check);
        }
        catch (SqliteException e)
        {
            throw new UnreadableFileException(file.Name, 1, "", "a GeoPackage that can be read", e.Message);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static List<Dictionary<string, string>> Rows(ImportFile file, string path, string wanted)
    {
        using var connection = GeoPackageFile.Open(file.Name, path);
        var layers = Query(connection, "select table_name from gpkg_contents where data_type in ('features', 'attributes') order by rowid", r => r.GetString(0));
        var layer = wanted.Length > 0 ? wanted : layers.FirstOrDefault("");
        if (!layers.Contains(layer))
        {
            throw new UnreadableFileException(file.Name, 1, "", wanted.Length > 0 ? $"a layer '{wanted}'" : "a layer of features", $"the layers {string.Join(", ", layers)}");
        }

        var geometries = Query(
            connection, "select column_name, srs_id, table_name from gpkg_geometry_columns", r => (Column: r.GetString(0), Srs: r.GetInt32(1), Table: r.GetString(2)))
            .Where(g => g.Table == layer).ToList();
        if (geometries.Find(g => g.Srs != Wgs84) is { Column: not null } other)
        {
            throw new UnreadableFileException(file.Name, 1, other.Column, "WGS 84 degrees (EPSG:4326); reproject the layer", $"the system {other.Srs}");
        }

        return Query(connection, $"select * from \"{layer.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", r => Cells(r, geometries.Select(g => g.Column).FirstOrDefault("")));
    }

    private static Dictionary<string, string> Cells(SqliteDataReader row, string geometry)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (row.GetName(i) == geometry)
            {
                GeometryCells.Put(cells, row.IsDBNull(i) ? null : Read((byte[])row.GetValue(i)));
            }
            else
            {
                cells[row.GetName(i)] = row.IsDBNull(i) || row.GetValue(i) is byte[] ? "" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "";
            }
        }

        return cells;
    }

    private static Geometry? Read(byte[] blob)
    {
        try
        {
            return new GeoPackageGeoReader().Read(blob);
        }
        catch (Exception e) when (e is IOException or ParseException or ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static List<T> Query<T>(SqliteConnection connection, string text, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of the layer is quoted and stands in the file's own list.
        command.CommandText = text;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
