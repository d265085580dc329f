using NetTopologySuite.Geometries;

namespace Holdfire.Pages.Charts;

/// <summary>Something to be shown on a map of events.</summary>
/// <param name="Title">What it is, for whoever points at it.</param>
/// <param name="Href">Where more is said of it.</param>
/// <param name="Side">The class of its colour.</param>
/// <param name="Ground">The ground that is left possible; null where nothing is known of that.</param>
internal sealed record MapMark(string Title, string Href, string Side, Geometry? Ground);
