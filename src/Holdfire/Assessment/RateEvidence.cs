namespace Holdfire.Assessment;

/// <summary>Claimed counts of two periods, as bounds, with the days that each was watched.</summary>
/// <param name="BaseMin">The least before.</param>
/// <param name="BaseMax">The most before, or null where unbounded.</param>
/// <param name="BaseDays">Usable days before.</param>
/// <param name="DuringMin">The least during.</param>
/// <param name="DuringMax">The most during, or null where unbounded.</param>
/// <param name="DuringDays">Days during.</param>
public readonly record struct RateEvidence(
    double BaseMin, double? BaseMax, double BaseDays, double DuringMin, double? DuringMax, double DuringDays);
