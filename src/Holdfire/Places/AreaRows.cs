using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Places;

/// <summary>Reads the tables of areas that come with Holdfire (docs/places.md).</summary>
internal static class AreaRows
{
    /// <summary>The areas of a table, in its order.</summary>
    public static IEnumerable<Area> Read(string resource)
    {
        using var stream = Open(resource);
        using var csv = CsvReader.Create(stream);
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return AreaOf(csv);
        }
    }

    /// <summary>A file that is built into the assembly.</summary>
    public static Stream Open(string resource) => typeof(AreaRows).Assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"{resource} is not embedded");

    private static Area AreaOf(CsvReader csv)
    {
        var members = List(csv.GetString("members")).Select(m => new AreaCode(m)).ToImmutableArray();
        GeoPoint? centre = members.IsEmpty && csv.GetString("lat").Length > 0
            ? new GeoPoint(csv.Parse<double>("lat"), csv.Parse<double>("lon")) : null;
        return new Area(
            new AreaCode(csv.GetString("code")), csv.GetString("name"), csv.GetString("local_name"),
            List(csv.GetString("aliases")), centre, centre is null ? 0 : csv.Parse<double>("radius_km"), members);
    }

    private static ImmutableArray<string> List(string field) =>
        [.. field.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
