namespace Holdfire.Pages.Graph;

/// <summary>An edge to be placed, with room for its label.</summary>
internal sealed record GraphEdge(string Id, string From, string To, double LabelWidth, double LabelHeight);
