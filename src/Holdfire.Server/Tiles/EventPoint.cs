using NetTopologySuite.Geometries;

namespace Holdfire.Server.Tiles;

/// <summary>An event the place of which is known as a point.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">Longitude then latitude in WGS 84 degrees.</param>
/// <param name="Side">0 or 1 for the first two parties of the case as the only alleged actor; 2 for all else.</param>
/// <param name="Act">The name of the act.</param>
/// <param name="When">When it may have been.</param>
internal readonly record struct EventPoint(string Id, Coordinate At, int Side, string Act, EventWindow When);
