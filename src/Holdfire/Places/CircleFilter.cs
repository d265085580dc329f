using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>Whether events may lie within a distance of a point.</summary>
/// <param name="places">The areas that events name.</param>
/// <param name="circle">The point with the distance.</param>
public sealed class CircleFilter(Gazetteer places, GeoCircle circle)
{
    private readonly Dictionary<AreaCode, bool> reached = [];

    /// <summary>Whether an event may lie in the circle: both the areas and the point must allow it, as far as they are given.</summary>
    /// <param name="areas">Areas that the event lies in the union of; empty where none is given.</param>
    /// <param name="point">Where it lies, or null.</param>
    /// <param name="scopes">What its sources tell of: used where neither is given.</param>
    public bool MayHold(ImmutableArray<AreaCode> areas, GeoCircle? point, ImmutableArray<AreaCode> scopes)
    {
        if (point is { } at)
        {
            return Sphere.Distance(at.Centre, circle.Centre) <= at.RadiusKm + circle.RadiusKm && (areas.IsEmpty || areas.Any(MayReach));
        }

        var given = areas.IsEmpty ? scopes : areas;
        return given.IsEmpty || given.Any(MayReach);
    }

    // An area of which neither a border nor a centre is known may be anywhere.
    private bool MayReach(AreaCode area)
    {
        if (!reached.TryGetValue(area, out var may))
        {
            reached[area] = may = places.OutlineOf(area) is { } outline
                ? new OutlineFit(outline).MayTouch(circle)
                : places.RegionsOf([area]).Any(r => places.Find(r)?.Centre is null) || places.MayTouch(circle, area);
        }

        return may;
    }
}
