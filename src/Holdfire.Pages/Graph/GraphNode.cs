namespace Holdfire.Pages.Graph;

/// <summary>A node to be placed.</summary>
internal sealed record GraphNode(string Id, double Width, double Height);
