using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Simplify;

namespace Holdfire.Importers;

/// <summary>Areas of a file of boundaries as OCHA publishes them (COD-AB): GeoJSON or GeoPackage, with the deepest level that its columns name.</summary>
/// <remarks>
/// Columns <c>ADM2_EN</c> and <c>ADM2_PCODE</c>, or <c>adm2_name</c> and <c>adm2_pcode</c> as in newer files, with the level from 1 to 4.
/// Borders are simplified to about a hundred metres.
/// </remarks>
internal static class BoundaryPlaces
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private const int Deepest = 4;
    private const double Tolerance = 0.001;
    private const double Scale = 10_000;

    /// <exception cref="UnreadableFileException">The file cannot be read, or no column names a level.</exception>
    public static IEnumerable<FoundPlace> Read(string file)
    {
        var features = Features(file);
        var names = features.SelectMany(f => f.Cells.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var level = Enumerable.Range(1, Deepest).Reverse().FirstOrDefault(l => names.Contains($"ADM{l}_PCODE"));
        if (level == 0)
        {
            throw new UnreadableFileException(
                file, 1, "", "columns such as ADM2_EN and ADM2_PCODE, as in OCHA's boundaries", string.Join(", ", names.Order(StringComparer.Ordinal).Take(8)));
        }

        foreach (var (cells, shape) in features)
        {
            string Cell(params string[] wanted) => wanted.Select(w => cells.GetValueOrDefault(w, "")).FirstOrDefault(v => v.Length > 0, "");
            var (code, name) = (Cell($"ADM{level}_PCODE"), Cell($"ADM{level}_EN", $"ADM{level}_NAME", $"ADM{level}_FR", $"ADM{level}_ES", $"ADM{level}_PT"));
            var local = Cell($"ADM{level}_AR", $"ADM{level}_UA", $"ADM{level}_MY", $"ADM{level}_FA", $"ADM{level}_NAME1");
            if (code.Length > 0 && Simple(shape) is { } outline)
            {
                yield return new FoundPlace(
                    $"X-{code}", name.Length > 0 ? name : code, local == name ? "" : local, [code], level > 1 ? Cell("ADM1_EN", "ADM1_NAME", "ADM1_FR", "ADM1_ES", "ADM1_PT") : "", null, 0, outline);
            }
        }
    }

    private static List<(Dictionary<string, string> Cells, Geometry? Shape)> Features(string file)
    {
        try
        {
            return file.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) ? OfGeoPackage(file) : OfGeoJson(file);
        }
        catch (Exception e) when (e is JsonException or SqliteException or ParseException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableFileException(file, 1, "", "boundaries as GeoJSON or GeoPackage in WGS 84", e.Message);
        }
    }

    private static List<(Dictionary<string, string> Cells, Geometry? Shape)> OfGeoJson(string file)
    {
        using var stream = File.OpenRead(file);
        var collection = JsonSerializer.Deserialize<FeatureCollection>(stream, GeoJson)
            ?? throw new JsonException("no collection of features");
        return [.. collection.Select(f => (
            (f.Attributes?.GetNames() ?? []).ToDictionary(n => n, n => Convert.ToString(f.Attributes![n], CultureInfo.InvariantCulture) ?? "", StringComparer.OrdinalIgnoreCase), (Geometry?)f.Geometry))];
    }

    private static List<(Dictionary<string, string> Cells, Geometry? Shape)> OfGeoPackage(string file)
    {
        using var connection = GeoPackageFile.Open(file, file);
        using var command = connection.CreateCommand();
        command.CommandText = "select table_name, column_name, srs_id from gpkg_geometry_columns order by table_name limit 1";
        string table, column;
        using (var first = command.ExecuteReader())
        {
            if (!first.Read() || first.GetInt32(2) != 4326)
            {
                throw new UnreadableFileException(file, 1, "", "a layer in WGS 84 degrees (EPSG:4326); reproject it", "another system, or no layer");
            }

            (table, column) = (first.GetString(0), first.GetString(1));
        }

#pragma warning disable CA2100 // The name of the layer is quoted and stands in the file's own list.
        command.CommandText = $"select * from \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var features = new List<(Dictionary<string, string> Cells, Geometry? Shape)>();
        while (reader.Read())
        {
            var fields = Enumerable.Range(0, reader.FieldCount).Where(i => !reader.IsDBNull(i)).ToList();
            var shape = fields.Where(i => reader.GetName(i) == column).Select(i => new GeoPackageGeoReader().Read((byte[])reader.GetValue(i))).FirstOrDefault();
            features.Add((fields.Where(i => reader.GetValue(i) is not byte[]).ToDictionary(
                i => reader.GetName(i), i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "", StringComparer.OrdinalIgnoreCase), shape));
        }

        return features;
    }

    // A valid border with fewer corners; null for what is no area.
    private static Geometry? Simple(Geometry? shape)
    {
        if (shape is not Polygon and not MultiPolygon)
        {
            return null;
        }

        var simple = GeometryFixer.Fix(TopologyPreservingSimplifier.Simplify(shape, Tolerance));
        var rounded = GeometryFixer.Fix(NetTopologySuite.Precision.GeometryPrecisionReducer.Reduce(simple, new PrecisionModel(Scale)));
        return rounded is Polygon or MultiPolygon && !rounded.IsEmpty ? rounded : null;
    }
}
