namespace Holdfire.Places;

/// <summary>How far places lie outside areas.</summary>
/// <param name="places">The areas.</param>
public sealed class AreaDistance(Gazetteer places)
{
    private readonly Dictionary<AreaCode, OutlineFit?> outlines = [];

    /// <summary>
    /// The distance between a place and an area, km: by the area's outline or, for want of one, by the circles about its regions; 0 or less
    /// where they may share ground. Null where neither is known.
    /// </summary>
    public double? Of(GeoCircle place, AreaCode area)
    {
        if (!outlines.TryGetValue(area, out var outline))
        {
            outlines[area] = outline = places.OutlineOf(area) is { } border ? new OutlineFit(border) : null;
        }

        if (outline is not null)
        {
            var (within, km) = outline.Of(place.Centre);
            return within ? 0 : km - place.RadiusKm;
        }

        var regions = places.RegionsOf([area]).Select(r => places.Find(r)).ToList();
        return regions.Exists(r => r?.Centre is null) ? null
            : regions.Min(r => Sphere.Distance(r!.Centre!.Value, place.Centre) - r.RadiusKm - place.RadiusKm);
    }
}
