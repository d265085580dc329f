namespace Holdfire.Model;

/// <summary>How much of what happens a source may report in a truce, for each part of it that it reported before.</summary>
/// <param name="Source">The source; null for all that have no bounds of their own.</param>
/// <param name="Least">The least that the mission thinks possible: 0.5 is half as much as before. Above 0.</param>
/// <param name="Most">The most; at least as much.</param>
/// <param name="Basis">Why.</param>
public sealed record ReportingBounds(SourceId? Source, double Least, double Most, string Basis);
