using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;

namespace Holdfire.Places;

/// <summary>The countries of the world with their regions after ISO 3166-2, read a country at a time when it is asked for.</summary>
/// <remarks>See <c>docs/places.md</c> for where the lists come from. Centres and radii are approximate, as those of <see cref="BuiltInGazetteer"/>.</remarks>
public static class World
{
    private static readonly Lazy<FrozenDictionary<string, Country>> ByCode = new(() => ReadCountries().ToFrozenDictionary(c => c.Code, StringComparer.Ordinal));
    private static readonly Lazy<ILookup<string, Area>> ByName = new(() => Countries.SelectMany(c => AreasOf(c.Code)).DistinctBy(a => a.Code)
        .SelectMany(a => NamesOf(a).Select(n => (Key: Gazetteer.Key(n), Area: a))).Distinct().ToLookup(n => n.Key, n => n.Area, StringComparer.Ordinal));

    private static readonly ConcurrentDictionary<string, ImmutableArray<Area>> Read = new(StringComparer.Ordinal);

    /// <summary>All countries in the order of their codes.</summary>
    public static IEnumerable<Country> Countries => ByCode.Value.Values.OrderBy(c => c.Code, StringComparer.Ordinal);

    /// <summary>The country of a code of two letters, capitals or not, or null.</summary>
    public static Country? Find(string code) => ByCode.Value.GetValueOrDefault(code.Trim().ToUpperInvariant());

    /// <summary>The areas of a country: itself first, then its regions. Empty where the code is of no country.</summary>
    public static ImmutableArray<Area> AreasOf(string country) =>
        ByCode.Value.ContainsKey(country) ? Read.GetOrAdd(country, c => [.. AreaRows.Read($"{c}.csv")]) : [];

    /// <summary>The code of the country that an area code begins with, such as LB of LB-NA; null where it is of no country.</summary>
    public static string? CountryOf(AreaCode code) =>
        code.Value is [_, _] or [_, _, '-', ..] && ByCode.Value.ContainsKey(code.Value[..2]) ? code.Value[..2] : null;

    /// <summary>The area of a code after ISO 3166, exactly as written, or null.</summary>
    public static Area? Find(AreaCode code) => CountryOf(code) is { } country ? AreasOf(country).FirstOrDefault(a => a.Code == code) : null;

    /// <summary>
    /// The areas of several countries together. A name that two of them have means neither: the area is then called by its name with
    /// its code, such as "Northern (SD-NO)".
    /// </summary>
    public static ImmutableArray<Area> AreasOf(IEnumerable<string> countries)
    {
        var areas = countries.Distinct(StringComparer.Ordinal).SelectMany(c => AreasOf(c)).DistinctBy(a => a.Code).ToImmutableArray();
        var names = areas.SelectMany(a => NamesOf(a).Select(n => (Key: Gazetteer.Key(n), a.Code))).Distinct().ToLookup(n => n.Key, n => n.Code, StringComparer.Ordinal);
        bool IsShared(string name) => names[Gazetteer.Key(name)].Skip(1).Any();
        return [.. areas.Select(a => Without(a, IsShared))];
    }

    /// <summary>The area without the names that others have; where its own name is one of them it is called by that and its code.</summary>
    public static Area Without(Area area, Predicate<string> isTaken) => NamesOf(area).Any(n => isTaken(n))
        ? area with
        {
            Name = isTaken(area.Name) ? $"{area.Name} ({area.Code})" : area.Name,
            LocalName = area.LocalName.Length > 0 && isTaken(area.LocalName) ? "" : area.LocalName,
            Aliases = area.Aliases.RemoveAll(isTaken),
        }
        : area;

    /// <summary>The areas of any country that have this name, in the order of the countries. The first time reads all of them.</summary>
    public static IEnumerable<Area> Called(string name) => ByName.Value[Gazetteer.Key(name)];

    /// <summary>All that an area is called: its name, its local name, its aliases. Not its code.</summary>
    public static IEnumerable<string> NamesOf(Area area) => area.Aliases.Prepend(area.LocalName).Prepend(area.Name).Where(n => n.Length > 0);

    private static IEnumerable<Country> ReadCountries()
    {
        using var stream = AreaRows.Open("countries.csv");
        using var csv = CsvReader.Create(stream);
        csv.ReadHeader();
        while (csv.Read())
        {
            var at = csv.GetString("lat").Length > 0
                ? new GeoCircle(new GeoPoint(csv.Parse<double>("lat"), csv.Parse<double>("lon")), csv.Parse<double>("radius_km")) : (GeoCircle?)null;
            yield return new Country(csv.GetString("code"), csv.GetString("alpha3"), csv.GetString("name"), at);
        }
    }
}
