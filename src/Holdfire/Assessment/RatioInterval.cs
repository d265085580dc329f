namespace Holdfire.Assessment;

/// <summary>A 95 % interval of a rate ratio, during over before; the high end is null where it is unbounded.</summary>
public readonly record struct RatioInterval(double Low, double? High);
