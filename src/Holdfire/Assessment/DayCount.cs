using Holdfire.Coverage;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Bounds on what was claimed for one bin of a series.</summary>
/// <param name="Window">The bin: a civil day, or an hour within a short truce.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The most, or null where unbounded.</param>
/// <param name="Coverage">Hours by coverage.</param>
public sealed record DayCount(Interval Window, long Min, long? Max, CoverageHours Coverage);
