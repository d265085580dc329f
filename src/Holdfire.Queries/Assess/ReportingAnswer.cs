namespace Holdfire.Queries;

/// <summary>How otherwise a source may report in a truce than before, as the mission declares.</summary>
/// <param name="Source">The id of the source of which it is declared; null where it is of all that have no bounds of their own.</param>
/// <param name="Least">The least: 0.5 is half as much of what happens as before.</param>
/// <param name="Most">The most.</param>
/// <param name="Basis">Why, in words.</param>
public sealed record ReportingAnswer(string? Source, double Least, double Most, string Basis);
