using NetTopologySuite.Geometries;

namespace Holdfire.Importers;

/// <summary>A place of a file, to become a place of a case.</summary>
/// <param name="Code">Its code in the case.</param>
/// <param name="Name">Its name.</param>
/// <param name="LocalName">Its local name; empty for none.</param>
/// <param name="Aliases">What else it is called, the code of its makers among it.</param>
/// <param name="Region">The name of the first-level region that it is in, as the file has it; empty where it does not say.</param>
/// <param name="At">Its centre, longitude then latitude; null where it has an outline.</param>
/// <param name="RadiusKm">The radius about the centre, km.</param>
/// <param name="Outline">Its border, WGS 84; null where it has a centre.</param>
internal sealed record FoundPlace(
    string Code, string Name, string LocalName, IReadOnlyList<string> Aliases, string Region, Coordinate? At, double RadiusKm, Geometry? Outline);
