using Holdfire.Places;
using NetTopologySuite.Features;
using NetTopologySuite.IO.VectorTiles;

namespace Holdfire.Server.Tiles;

/// <summary>The outlines of the regions of all countries, generalised, and in the same file, so that a map needs no other server.</summary>
internal static class LandLayer
{
    // How far from a tile the middle of a region may lie whose outline reaches into it, degrees.
    private const double Reach = 12;

    /// <summary>Adds the layer <c>land</c> of a tile.</summary>
    public static void AddTo(VectorTile tile, TileAddress address)
    {
        var box = TileClip.Around(address);
        var layer = new Layer { Name = "land" };
        foreach (var (area, outline) in RegionOutlines.Near(box, Reach))
        {
            if (TileClip.Of(outline, box, address) is { } shape)
            {
                layer.Features.Add(new Feature(shape, new AttributesTable { { "name", World.Find(area)?.Name ?? area.Value } }));
            }
        }

        tile.Layers.Add(layer);
    }
}
