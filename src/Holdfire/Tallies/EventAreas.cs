using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Places;

namespace Holdfire.Tallies;

/// <summary>Finds the smallest area that surely holds an event.</summary>
/// <param name="places">The areas of the case.</param>
internal sealed class EventAreas(Gazetteer places)
{
    private readonly Dictionary<string, AreaCode?> known = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Area> all = [.. places.Areas];

    /// <summary>The area; null where nothing is said of the place, or no known area holds all that is left possible.</summary>
    public AreaCode? Of(FindingSubject subject) =>
        !subject.Areas.IsEmpty ? Holding(subject.Areas)
        : subject.Point is { } point ? Holding(point)
        : subject.Scopes.IsEmpty ? null : Holding(subject.Scopes);

    private AreaCode? Holding(ImmutableArray<AreaCode> areas)
    {
        if (areas.Length == 1)
        {
            return areas[0];
        }

        var key = string.Join(' ', areas);
        if (!known.TryGetValue(key, out var found))
        {
            known[key] = found = Smallest([.. all.Select(a => a.Code).Where(c => areas.All(a => places.Contains(c, a)))]);
        }

        return found;
    }

    // A circle that the case declares holds a point by distance; an outline by its border.
    private AreaCode? Holding(GeoCircle point)
    {
        var key = FormattableString.Invariant($"{point.Centre.Latitude:R} {point.Centre.Longitude:R} {point.RadiusKm:R}");
        if (!known.TryGetValue(key, out var found))
        {
            var leaves = all.Where(a => a.Members.IsEmpty && Holds(a, point)).Select(a => a.Code).ToHashSet();
            known[key] = found = Smallest([.. leaves]);
        }

        return found;
    }

    private static bool Holds(Area area, GeoCircle point) =>
        area.Outline is { } outline ? new OutlineFit(outline).Of(point.Centre) is { Within: true } fit && fit.BorderKm >= point.RadiusKm
        : area.Centre is { } centre && !area.Code.IsStandard && Sphere.Distance(centre, point.Centre) + point.RadiusKm <= area.RadiusKm;

    // That which all others hold; of several, the first by code.
    private AreaCode? Smallest(List<AreaCode> holding) => holding.Count == 0 ? null
        : holding.OrderByDescending(c => holding.Count(o => places.Contains(o, c))).ThenBy(c => c).First();
}
