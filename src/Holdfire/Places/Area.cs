using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Holdfire.Places;

/// <summary>A region or a named area made of regions.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its English name as printed.</param>
/// <param name="LocalName">Its local official name.</param>
/// <param name="Aliases">Other names and grammatical forms, in any language.</param>
/// <param name="Centre">A point that stands for it, WGS 84 degrees, or null for an area made of others.</param>
/// <param name="RadiusKm">The radius in kilometres of a circle about the centre that holds it.</param>
/// <param name="Members">The areas that it is made of; empty for a region.</param>
public sealed record Area(
    AreaCode Code, string Name, string LocalName, ImmutableArray<string> Aliases, GeoPoint? Centre, double RadiusKm,
    ImmutableArray<AreaCode> Members)
{
    /// <summary>The area in which all of it lies, without being one of the members of that one; null where none is given.</summary>
    public AreaCode? Within { get; init; }

    /// <summary>
    /// Its border: a valid polygon or polygons, holes included, longitude then latitude in WGS 84 degrees, edges straight
    /// in degrees; null where none is known. An area made of others has none of its own.
    /// </summary>
    public Geometry? Outline { get; init; }
}
