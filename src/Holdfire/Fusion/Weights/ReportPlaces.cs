using System.Collections.Concurrent;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>The circle in which a report puts its event.</summary>
internal sealed class ReportPlaces(Gazetteer places, IEnumerable<Source> sources)
{
    private readonly Dictionary<SourceId, AreaCode> scopes = sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Scope);
    private readonly ConcurrentDictionary<AreaCode, GeoCircle?> circles = [];

    /// <summary>
    /// The point where one is given, else a circle about the areas, else about the scope of the source; null where none of
    /// them has a known place.
    /// </summary>
    public GeoCircle? CircleOf(Report report)
    {
        if (report.Point is { } point)
        {
            return point;
        }

        if (report.Areas.IsEmpty)
        {
            return scopes.TryGetValue(report.Source, out var scope) ? CircleOf(scope) : null;
        }

        if (report.Areas.Length == 1)
        {
            return CircleOf(report.Areas[0]);
        }

        var parts = new List<GeoCircle>();
        foreach (var area in report.Areas)
        {
            if (CircleOf(area) is not { } circle)
            {
                return null;
            }

            parts.Add(circle);
        }

        return About(parts);
    }

    private GeoCircle? CircleOf(AreaCode code) => circles.GetOrAdd(code, static (c, self) => self.Find(c, []), this);

    private GeoCircle? Find(AreaCode code, HashSet<AreaCode> seen)
    {
        if (places.Find(code) is not { } area || !seen.Add(code))
        {
            return null;
        }

        if (area.Centre is { } centre)
        {
            // Its centre stands for it only on a map: without a radius and a border nobody knows how far it reaches.
            var reach = area.Outline?.Coordinates.Max(c => Sphere.Distance(centre, new GeoPoint(c.Y, c.X))) ?? 0;
            var radius = Math.Min(Math.Max(area.RadiusKm, reach), GeoCircle.LargestRadiusKm);
            return radius > 0 ? new GeoCircle(centre, radius) : null;
        }

        var parts = area.Members.Select(m => Find(m, seen)).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : About([.. parts.Select(p => p!.Value)]);
    }

    /// <summary>A circle that holds these circles, about the middle of their centres. Not the least one.</summary>
    private static GeoCircle About(List<GeoCircle> parts)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var p = Sphere.Point(part.Centre);
            (x, y, z) = (x + p.X, y + p.Y, z + p.Z);
        }

        var middle = Sphere.Direction(x, y, z);
        var radius = parts.Max(p => Sphere.Distance(middle, p.Centre) + p.RadiusKm);
        return new GeoCircle(middle, Math.Min(radius, GeoCircle.LargestRadiusKm));
    }
}
