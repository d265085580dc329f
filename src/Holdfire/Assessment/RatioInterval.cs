namespace Holdfire.Assessment;

/// <summary>A 95 % interval of a rate ratio, during over before; the high end is null where it is unbounded.</summary>
/// <param name="Low">The low end, from 0.</param>
/// <param name="High">The high end; null where it is unbounded.</param>
public readonly record struct RatioInterval(double Low, double? High);
