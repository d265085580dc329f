namespace Holdfire.Queries;

/// <summary>A town that a look-up found.</summary>
/// <param name="GeonameId">Its number in GeoNames.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Country">Its country, ISO 3166-1.</param>
/// <param name="Area">The smallest area of ISO 3166-2 that it is in; null where the lists do not tell.</param>
/// <param name="AreaName">The name of that area.</param>
/// <param name="Lat">Latitude of its centre, WGS 84 degrees.</param>
/// <param name="Lon">Longitude of its centre, WGS 84 degrees.</param>
/// <param name="Kind">GeoNames' feature code, such as PPLC for a capital.</param>
/// <param name="Population">People; 0 where it is not known.</param>
/// <param name="Km">How far it is from the point asked about, in kilometres to one decimal; null where a name was asked.</param>
public sealed record TownFoundAnswer(
    long GeonameId, string Name, string Country, string? Area, string? AreaName, double Lat, double Lon, string Kind, long Population, double? Km);
