namespace Holdfire.Fusion;

/// <summary>What has been learnt about one source, in place of the values for all.</summary>
/// <param name="PlaceErrorKm">The standard deviation of its places beyond their stated radius, along each axis, km.</param>
/// <param name="TimeErrorHours">The standard deviation of its times beyond their stated window, hours.</param>
/// <param name="LagHours">How much too late its windows lie, hours.</param>
/// <param name="CountBias">The natural logarithm of its counts over those of others: above 0 where it counts more.</param>
/// <param name="LinkBits">How much more readily its reports join others than those of all sources do, bits.</param>
public sealed record SourceParameters(
    double PlaceErrorKm, double TimeErrorHours, double LagHours, double CountBias, double LinkBits);
