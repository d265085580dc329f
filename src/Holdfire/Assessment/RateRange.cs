namespace Holdfire.Assessment;

/// <summary>Bounds on a rate per civil day, or another time where that is said. The maximum is null where the claims set no limit.</summary>
public readonly record struct RateRange(double Min, double? Max);
