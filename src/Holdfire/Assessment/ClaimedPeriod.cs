namespace Holdfire.Assessment;

/// <summary>Bounds on what is claimed for a period, with the days of it that were watched and those that were not.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The most, or null where unbounded.</param>
/// <param name="Days">Watched hours over 24.</param>
/// <param name="DataDays">
/// Civil days with any data, the watched hours or a claim, counted whole: what the watched hours would be if the other hours
/// of those days were quiet. At least <paramref name="Days"/>.
/// </param>
/// <param name="UnwatchedDays">Other hours over 24: declared gaps and hours of which nothing is known.</param>
internal readonly record struct ClaimedPeriod(long Min, long? Max, double Days, double DataDays, double UnwatchedDays);
