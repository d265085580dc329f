namespace Holdfire.Queries;

/// <summary>How otherwise a source may report in a truce than before, and what that comes to.</summary>
/// <param name="Least">The least that is held possible: 0.5 is half as much of what happens as before.</param>
/// <param name="Most">The most.</param>
/// <param name="Ratio">The interval of what happened over what was to be expected, by these bounds.</param>
public sealed record ReportingFigures(double Least, double Most, RatioBounds Ratio);
