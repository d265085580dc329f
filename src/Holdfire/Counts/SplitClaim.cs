using Holdfire.Model;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>A claim some of whose parts have a time of their own: it is counted as those parts and the rest of it.</summary>
/// <param name="Whole">The claim as it was made.</param>
/// <param name="Time">The time in which all of it lies: that of the rest and of the parts.</param>
/// <param name="Most">The most of all of it together; null for no limit.</param>
/// <param name="IsDisjoint">Whether its parts are said to share nothing.</param>
/// <param name="Members">How many claims it is counted as.</param>
internal sealed record SplitClaim(Report Whole, Interval Time, long? Most, bool IsDisjoint, int Members);
