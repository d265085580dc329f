namespace Holdfire.Pages.Graph;

/// <summary>A point of a drawing, from its upper left corner.</summary>
internal readonly record struct GraphPoint(double X, double Y);
