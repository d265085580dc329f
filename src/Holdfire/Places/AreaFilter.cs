using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>Whether events may lie in one area.</summary>
public sealed class AreaFilter
{
    private readonly Gazetteer places;
    private readonly AreaCode area;
    private readonly OutlineFit? outline;

    // A place that a case declares by a point and a radius, and not by what it is made of: points are held against its circle.
    private readonly bool isCircle;

    /// <summary>An area that the gazetteer knows.</summary>
    public AreaFilter(Gazetteer places, AreaCode area)
    {
        (this.places, this.area) = (places, area);
        isCircle = !area.IsStandard && places.Find(area) is { Members.IsEmpty: true, Outline: null, Centre: not null, RadiusKm: > 0 };
        outline = places.OutlineOf(area) is { } own ? new OutlineFit(own) : null;
    }

    /// <summary>Whether an event may lie in it: both the areas and the point must allow it, as far as they are given.</summary>
    /// <param name="areas">Areas that the event lies in the union of; empty where none is given.</param>
    /// <param name="point">Where it lies, or null.</param>
    /// <param name="scopes">What its sources tell of: used where neither is given.</param>
    public bool MayHold(ImmutableArray<AreaCode> areas, GeoCircle? point, ImmutableArray<AreaCode> scopes)
    {
        if (isCircle && point is { } at)
        {
            return places.MayTouch(at, area) && (areas.IsEmpty || areas.Any(MayShare));
        }

        var given = areas.IsEmpty && point is null ? scopes : areas;
        return (given.IsEmpty || given.Any(a => !places.AreDisjoint(a, area))) && (point is not { } circle || MayHold(circle, areas.IsEmpty));
    }

    // Regions are disjoint by rule; of a declared circle that says little where the other area has no border.
    private bool MayShare(AreaCode other) =>
        !places.AreDisjoint(other, area) || (places.OutlineOf(other) is null && places.Find(area) is { Centre: { } centre } own
            && (places.RegionsOf([other]).Any(r => places.Find(r)?.Centre is null) || places.MayTouch(new GeoCircle(centre, own.RadiusKm), other)));

    private bool MayHold(GeoCircle circle, bool alone) =>
        outline?.MayTouch(circle) ?? (!alone || places.MayTouch(circle, area));
}
