using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Places;

/// <summary>The areas that come with Holdfire.</summary>
/// <remarks>
/// First-level regions after ISO 3166-2, seas, and areas made of them. Centres and radii are approximate: for drawing and
/// for blocking, not for measuring. See <c>docs/places.md</c>.
/// </remarks>
public static class BuiltInGazetteer
{
    /// <summary>All built-in areas in the order of their codes.</summary>
    public static ImmutableArray<Area> Areas { get; } = Read();

    private static ImmutableArray<Area> Read()
    {
        using var stream = typeof(BuiltInGazetteer).Assembly.GetManifestResourceStream("gazetteer.csv")
            ?? throw new InvalidOperationException("gazetteer.csv is not embedded");
        using var csv = CsvReader.Create(stream);
        var areas = ImmutableArray.CreateBuilder<Area>();
        csv.ReadHeader();
        while (csv.Read())
        {
            areas.Add(AreaOf(csv));
        }

        return [.. areas.OrderBy(a => a.Code)];
    }

    private static Area AreaOf(CsvReader csv)
    {
        var members = List(csv.GetString("members")).Select(m => new AreaCode(m)).ToImmutableArray();
        GeoPoint? centre = members.IsEmpty ? new GeoPoint(csv.Parse<double>("lat"), csv.Parse<double>("lon")) : null;
        return new Area(
            new AreaCode(csv.GetString("code")), csv.GetString("name"), csv.GetString("local_name"),
            List(csv.GetString("aliases")), centre, members.IsEmpty ? csv.Parse<double>("radius_km") : 0, members);
    }

    private static ImmutableArray<string> List(string field) =>
        [.. field.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
