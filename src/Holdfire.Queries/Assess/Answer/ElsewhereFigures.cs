namespace Holdfire.Queries;

/// <summary>The same acts where the truce held for nobody.</summary>
/// <param name="Counted">How many were counted there.</param>
/// <param name="Expected">How many were to be expected there.</param>
/// <param name="Ratio">The 95 % interval of the one over the other.</param>
public sealed record ElsewhereFigures(double Counted, double Expected, RatioBounds Ratio);
