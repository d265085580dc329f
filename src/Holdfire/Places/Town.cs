using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>A town or village of GeoNames: with 500 people or more, or the seat of an area.</summary>
/// <param name="GeoNameId">Its number there.</param>
/// <param name="Name">Its name there, mostly local in Latin letters.</param>
/// <param name="OtherNames">Its names in other spellings and scripts.</param>
/// <param name="At">Its centre, WGS 84 degrees.</param>
/// <param name="Area">The smallest area of ISO 3166-2 that it is in; null where the lists do not tell.</param>
/// <param name="Kind">GeoNames' feature code, such as PPLC for a capital and PPLA for the seat of a first-level area.</param>
/// <param name="Population">People, as GeoNames has it; 0 where it is not known.</param>
public sealed record Town(
    long GeoNameId, string Name, ImmutableArray<string> OtherNames, GeoPoint At, AreaCode? Area, string Kind, long Population);
