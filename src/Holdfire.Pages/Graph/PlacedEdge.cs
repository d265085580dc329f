using System.Collections.Immutable;

namespace Holdfire.Pages.Graph;

/// <summary>An edge with its way, and the middle of its label.</summary>
internal sealed record PlacedEdge(string Id, ImmutableArray<GraphPoint> Points, GraphPoint Label);
