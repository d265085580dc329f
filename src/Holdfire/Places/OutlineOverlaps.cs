using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Holdfire.Places;

/// <summary>How regions lie to each other by their outlines.</summary>
/// <remarks>
/// Where one of two regions has no outline, the circle about it says whether the two may share ground; but regions of ISO 3166
/// share none. A border that two share is no ground.
/// </remarks>
internal sealed class OutlineOverlaps
{
    private readonly ImmutableArray<(Area Region, OutlineFit Fit)> outlined;
    private readonly ILookup<AreaCode, AreaCode> touched;

    /// <summary>Compares these regions.</summary>
    public OutlineOverlaps(ImmutableArray<Area> regions)
    {
        outlined = [.. regions.Where(r => r.Outline is not null).Select(r => (r, new OutlineFit(r.Outline!)))];
        touched = (from one in outlined
                   from other in regions
                   where one.Region.Code != other.Code && MayShare(one, other)
                   from pair in new[] { (A: one.Region.Code, B: other.Code), (A: other.Code, B: one.Region.Code) }
                   select pair).ToLookup(p => p.A, p => p.B);
    }

    /// <summary>Whether any region has an outline.</summary>
    public bool AreAny => !outlined.IsEmpty;

    /// <summary>These regions and those that may share ground with one of them.</summary>
    public ImmutableHashSet<AreaCode> Touched(ImmutableHashSet<AreaCode> codes) => codes.Union(codes.SelectMany(c => touched[c]));

    /// <summary>These regions and those whose outlines lie within this one.</summary>
    public ImmutableHashSet<AreaCode> Held(ImmutableHashSet<AreaCode> codes, Geometry? outline)
    {
        if (outline is null)
        {
            return codes;
        }

        var fit = new OutlineFit(outline);
        return codes.Union(outlined.Select(o => o.Region).Where(r => !codes.Contains(r.Code) && fit.ShareOf(r.Outline!) == 1).Select(r => r.Code));
    }

    private static bool MayShare((Area Region, OutlineFit Fit) one, Area other)
    {
        if (other.Outline is { } outline)
        {
            return one.Fit.ShareOf(outline) > 0;
        }

        return !(one.Region.Code.IsStandard && other.Code.IsStandard) && other.Centre is { } centre
            && one.Fit.MayTouch(new GeoCircle(centre, other.RadiusKm));
    }
}
