using Holdfire.Assessment;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Bounds on what is claimed for one day or hour of a series.</summary>
/// <param name="From">The start.</param>
/// <param name="To">The end, which does not belong to it.</param>
/// <param name="Min">The least, from 0.</param>
/// <param name="Max">The most; null for no upper limit.</param>
/// <param name="CoveredHours">Hours in which the source was looking.</param>
public sealed record DayCountAnswer(Instant From, Instant To, long Min, long? Max, double CoveredHours)
{
    /// <summary>From a bin of a series.</summary>
    public static DayCountAnswer Of(DayCount bin) => new(bin.Window.Start, bin.Window.End, bin.Min, bin.Max, bin.Coverage.Yes);
}
