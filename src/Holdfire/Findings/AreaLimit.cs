using System.Collections.Immutable;
using Holdfire.Places;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Holdfire.Findings;

/// <summary>Holds places against a list of areas: by outlines where both sides have one, else by codes.</summary>
internal sealed class AreaLimit
{
    private readonly Gazetteer places;
    private readonly ImmutableArray<AreaCode> areas;
    private readonly OutlineFit? outline;
    private readonly bool allOutlined;
    private readonly Dictionary<AreaCode, (TermFit Fit, double? Share)> known = [];

    public AreaLimit(Gazetteer places, ImmutableArray<AreaCode> areas)
    {
        (this.places, this.areas) = (places, areas);
        var outlines = areas.Select(places.OutlineOf).ToList();
        var found = outlines.OfType<Geometry>().ToList();
        allOutlined = found.Count > 0 && found.Count == outlines.Count;
        outline = found.Count == 0 ? null : new OutlineFit(found.Count == 1 ? found[0] : UnaryUnionOp.Union(found));
    }

    private string Named => string.Join(", ", areas);

    /// <summary>
    /// How the subject lies to the areas. Where it has areas and a point, the event lies in both, so that either can place
    /// it. Where it has neither, its sources' scopes stand in.
    /// </summary>
    public TermStep Test(FindingSubject subject)
    {
        var point = subject.Point is { } circle ? ByPoint(circle) : null;
        if (subject.Areas.IsEmpty && point is not null)
        {
            return point;
        }

        var given = !subject.Areas.IsEmpty;
        var codes = ByCodes(given ? subject.Areas : subject.Scopes, given ? "" : "no area is given; the scope of its source, ");
        return point is null || codes.Fit == TermFit.Outside ? codes
            : point.Fit == TermFit.Outside || codes.Fit == TermFit.Straddles ? point : codes;
    }

    /// <summary>How one area lies to these.</summary>
    public (TermFit Fit, double? Share) FitOf(AreaCode area)
    {
        if (!known.TryGetValue(area, out var fit))
        {
            known[area] = fit = Find(area);
        }

        return fit;
    }

    private (TermFit Fit, double? Share) Find(AreaCode area)
    {
        if (places.Covers(areas, area))
        {
            return (TermFit.Inside, null);
        }

        var share = outline is not null && places.OutlineOf(area) is { } mine ? outline.ShareOf(mine) : (double?)null;
        return share switch
        {
            1 => (TermFit.Inside, share),
            > 0 => (TermFit.Straddles, share),
            0 when allOutlined => (TermFit.Outside, share),
            _ => (areas.All(a => places.AreDisjoint(a, area)) ? TermFit.Outside : TermFit.Straddles, null),
        };
    }

    private TermStep ByCodes(ImmutableArray<AreaCode> given, string lead)
    {
        if (given.IsEmpty)
        {
            return new TermStep(TermLimit.Area, TermFit.Straddles, "No place is given.");
        }

        var fits = given.Select(FitOf).ToList();
        var (inside, outside) = (fits.Count(f => f.Fit == TermFit.Inside), fits.Count(f => f.Fit == TermFit.Outside));
        var names = lead + string.Join(", ", given);
        if (inside == given.Length || outside == given.Length)
        {
            var fit = inside > 0 ? TermFit.Inside : TermFit.Outside;
            return new TermStep(TermLimit.Area, fit, $"{Upper(names)} lies {(inside > 0 ? "within" : "outside")} {Named}.");
        }

        var share = given.Length == 1 ? fits[0].Share : null;
        return new TermStep(TermLimit.Area, TermFit.Straddles, share is { } part
            ? FormattableString.Invariant($"{Upper(names)}: {part:0.0%} of it lies within {Named}.")
            : given.Length == 1 ? $"{Upper(names)} lies in part within {Named}, or may."
            : FormattableString.Invariant($"{Upper(names)}: {inside} of {given.Length} areas lie within {Named}, {outside} outside."))
        {
            Share = share,
        };
    }

    private TermStep? ByPoint(GeoCircle circle)
    {
        if (outline is null)
        {
            return null;
        }

        var (within, border) = outline.Of(circle.Centre);
        var what = FormattableString.Invariant($"The point ({circle.Centre.Latitude:0.####}, {circle.Centre.Longitude:0.####}; {circle.RadiusKm:0.##} km)");
        if (circle.RadiusKm > border)
        {
            var over = circle.RadiusKm - border;
            return new TermStep(TermLimit.Area, TermFit.Straddles, FormattableString.Invariant(
                $"{what} lies {border:0.00} km {(within ? "inside" : "outside")} the border of {Named}; its radius reaches {over:0.00} km over it."))
            {
                Km = over,
            };
        }

        return !within && !allOutlined ? null : new TermStep(TermLimit.Area, within ? TermFit.Inside : TermFit.Outside, FormattableString.Invariant(
            $"{what} lies {border:0.00} km {(within ? "inside" : "outside")} the border of {Named}."))
        {
            Km = within ? null : border,
        };
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
