namespace Holdfire.Coverage;

/// <summary>Hours of a window in which a source was, was not, or is not known to have been looking. They sum to the window.</summary>
/// <param name="Yes">Hours watched.</param>
/// <param name="No">Hours declared not watched.</param>
/// <param name="Unknown">Hours of which nothing is known; never counted as quiet.</param>
public readonly record struct CoverageHours(double Yes, double No, double Unknown);
