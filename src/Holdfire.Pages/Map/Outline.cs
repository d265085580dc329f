namespace Holdfire.Pages.Map;

/// <summary>The outline of a region on the map.</summary>
/// <param name="Path">The <c>d</c> of an SVG path, in the units of <see cref="Outlines.ViewBox"/>.</param>
/// <param name="LabelX">Where its label stands, from the left.</param>
/// <param name="LabelY">Where its label stands, from the top.</param>
public sealed record Outline(string Path, double LabelX, double LabelY);
