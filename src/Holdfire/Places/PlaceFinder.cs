using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>Finds areas and towns of the world by name, code or point.</summary>
public static class PlaceFinder
{
    private const int MostAreas = 30;
    private const int MostTowns = 20;
    private const int NearTowns = 3;

    /// <summary>The country's circle may be this much too small for a place outside any town, km.</summary>
    private const double Margin = 100;

    /// <summary>The areas of this code or name, and where there is none those that have it in a name.</summary>
    /// <param name="text">A code or a name, in any case.</param>
    /// <param name="country">The country to look in, a code of two letters, or null for all.</param>
    /// <param name="own">Areas to look in as well, such as those of a case.</param>
    public static ImmutableArray<Area> Areas(string text, string? country, IEnumerable<Area> own)
    {
        var key = Gazetteer.Key(text);
        var all = own.Concat(country is null ? World.Countries.SelectMany(c => World.AreasOf(c.Code)) : World.AreasOf(country))
            .DistinctBy(a => a.Code).ToList();
        var same = all.Where(a => Gazetteer.Key(a.Code.Value) == key || World.NamesOf(a).Any(n => Gazetteer.Key(n) == key)).ToImmutableArray();
        return !same.IsEmpty ? same : [.. all.Where(a => World.NamesOf(a).Any(n => Gazetteer.Key(n).Contains(key, StringComparison.Ordinal))).Take(MostAreas)];
    }

    /// <summary>The towns of this name, the largest first.</summary>
    public static ImmutableArray<(string Country, Town Town)> TownsCalled(string name, string? country)
    {
        var key = Gazetteer.Key(name);
        return [.. In(country).SelectMany(c => Towns.Of(c).Where(t => t.OtherNames.Prepend(t.Name).Any(n => Gazetteer.Key(n) == key)).Select(t => (c, t)))
            .OrderByDescending(t => t.t.Population).ThenBy(t => t.t.GeoNameId).Take(MostTowns)];
    }

    /// <summary>The nearest names of areas, for a name that nobody has.</summary>
    public static IReadOnlyList<string> Nearest(string text, string? country, IEnumerable<Area> own) =>
        new Gazetteer(World.AreasOf(In(country))).With(own).Nearest(text);

    /// <summary>The nearest towns to a point, with their distance in kilometres.</summary>
    public static ImmutableArray<(string Country, Town Town, double Km)> TownsNear(GeoPoint point, string? country) =>
        [.. Around(point, country).SelectMany(c => Towns.Of(c).Select(t => (c, t, Km: Sphere.Distance(point, t.At))))
            .OrderBy(t => t.Km).ThenBy(t => t.t.GeoNameId).Take(NearTowns)];

    /// <summary>The region whose generalised outline holds a point; null where no outline does.</summary>
    public static AreaCode? RegionAt(GeoPoint point, string? country) =>
        Around(point, country).Select(c => RegionOutlines.At(c, point)).FirstOrDefault(a => a is not null);

    private static IEnumerable<string> In(string? country) => country is null ? World.Countries.Select(c => c.Code) : [country];

    private static IEnumerable<string> Around(GeoPoint point, string? country) => country is not null ? [country]
        : World.Countries.Where(c => c.Circle is { } circle && Sphere.Distance(point, circle.Centre) <= circle.RadiusKm + Margin).Select(c => c.Code);
}
