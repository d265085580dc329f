namespace Holdfire.Queries;

/// <summary>How a change is spread over areas.</summary>
/// <param name="All">How many areas claims name.</param>
/// <param name="Quiet">In how many of them none was counted in the truce, and some before.</param>
/// <param name="Most">The name of the area with the most counted in the truce.</param>
/// <param name="Counted">How many were counted there.</param>
/// <param name="Expected">How many were to be expected there.</param>
public sealed record AreaFigures(int All, int Quiet, string Most, double Counted, double Expected);
