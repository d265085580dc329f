using Holdfire.Pages.Map;
using Holdfire.Places;

namespace Holdfire.Pages.Charts;

/// <summary>Outlines of regions for a map.</summary>
/// <param name="Paths">SVG path data by area, in the units of the view box.</param>
/// <param name="ViewBox">The SVG view box: min-x, min-y, width, height.</param>
/// <param name="Project">From a WGS 84 point to the units of the view box.</param>
public sealed record MapOutlines(
    IReadOnlyDictionary<AreaCode, string> Paths, string ViewBox, Func<GeoPoint, (double X, double Y)> Project)
{
    /// <summary>The outlines that were built in, or null where the build left them out.</summary>
    public static MapOutlines? BuiltIn { get; } =
        Outlines.Paths.Count == 0 ? null : new MapOutlines(Outlines.Paths, Outlines.ViewBox, Outlines.ProjectToEdge);
}
