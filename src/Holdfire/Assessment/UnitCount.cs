using NodaTime;

namespace Holdfire.Assessment;

/// <summary>What one source claims for one unit.</summary>
/// <param name="Window">The unit.</param>
/// <param name="Phase">Where it lies to the truce.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Exposure">The share of it that the source watched, from 0 to 1; 0 where nothing is known.</param>
/// <param name="Least">The least: claims certain in number and of it alone.</param>
/// <param name="Middle">
/// What is compared: each claim in the unit that holds the middle of its time, one much longer than a unit by its hours; of
/// doubt about the number, the middle.
/// </param>
/// <param name="Most">The most: every claim that may be of it; null for no upper limit.</param>
public sealed record UnitCount(Interval Window, UnitPhase Phase, UnitState State, double Exposure, double Least, double Middle, double? Most);
