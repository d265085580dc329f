using NetTopologySuite.Geometries;

namespace Holdfire.Server.Tiles;

/// <summary>A ground somewhere in which events lie, of which no more is known.</summary>
/// <param name="Key">Its number among the grounds of the answer.</param>
/// <param name="Ask">The parameters that ask for events there; empty where none do.</param>
/// <param name="Side">0 or 1 where each of them is said to be of the first or second party of the case alone; 2 for all else.</param>
/// <param name="Shape">The ground, longitude then latitude in WGS 84 degrees.</param>
/// <param name="Windows">When each of them may have been.</param>
internal sealed record EventGround(int Key, string Ask, int Side, Geometry Shape, List<EventWindow> Windows);
