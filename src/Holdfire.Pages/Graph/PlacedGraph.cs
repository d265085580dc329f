using System.Collections.Immutable;

namespace Holdfire.Pages.Graph;

/// <summary>A graph in layers from top to bottom: the middles of its nodes and the ways of its edges.</summary>
internal sealed record PlacedGraph(
    double Width, double Height, ImmutableDictionary<string, GraphPoint> Nodes, ImmutableArray<PlacedEdge> Edges);
