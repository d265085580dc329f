using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Holdfire.Places;

namespace Holdfire.Pages.Map;

/// <summary>The outlines of regions that were built in, and the projection in which they are drawn.</summary>
/// <remarks>
/// Generalised: for showing, not for measuring. Source and licence are in <c>docs/places.md</c>. Equirectangular, so that
/// a place without an outline can be put where it belongs. Empty where the build left the outlines out.
/// </remarks>
public static class Outlines
{
    private static readonly Data? Read = Load();

    /// <summary>The outlines by region. Regions of the gazetteer may be missing, and others may be here.</summary>
    public static IReadOnlyDictionary<AreaCode, Outline> ByArea { get; } =
        (Read?.Regions ?? [])
        .ToFrozenDictionary(r => new AreaCode(r.Key), r => new Outline(r.Value.Path, r.Value.Label[0], r.Value.Label[1]));

    /// <summary>The SVG paths by region.</summary>
    public static IReadOnlyDictionary<AreaCode, string> Paths { get; } =
        ByArea.ToFrozenDictionary(o => o.Key, o => o.Value.Path);

    /// <summary>The SVG view box of the map, or <c>0 0 0 0</c> where there are no outlines.</summary>
    public static string ViewBox { get; } =
        string.Create(CultureInfo.InvariantCulture, $"0 0 {Read?.Width ?? 0} {Read?.Height ?? 0}");

    /// <summary>Where a point lies on the map, or null where that is beyond its edges or there is no map.</summary>
    public static (double X, double Y)? Project(GeoPoint point)
    {
        if (Read is null)
        {
            return null;
        }

        var x = (point.Longitude - Read.West) * Read.PerLongitude;
        var y = (Read.North - point.Latitude) * Read.PerLatitude;
        return x >= 0 && x <= Read.Width && y >= 0 && y <= Read.Height ? (x, y) : null;
    }

    /// <summary>Where a point lies on the map; one beyond its edges lies on the nearest edge. The map must not be empty.</summary>
    public static (double X, double Y) ProjectToEdge(GeoPoint point)
    {
        var read = Read ?? throw new InvalidOperationException("the build left the outlines out");
        return (
            Math.Clamp((point.Longitude - read.West) * read.PerLongitude, 0, read.Width),
            Math.Clamp((read.North - point.Latitude) * read.PerLatitude, 0, read.Height));
    }

    private static Data? Load()
    {
        using var stream = typeof(Outlines).Assembly.GetManifestResourceStream("outlines.json");
        return stream is null ? null : JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web);
    }

    private sealed record Data(
        int Width, int Height, double West, double North, double PerLongitude, double PerLatitude,
        Dictionary<string, Region> Regions);

    private sealed record Region(string Path, double[] Label);
}
