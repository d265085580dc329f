using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>A report as one query sees it: what it adds to the bounds where its window allows.</summary>
/// <param name="Report">The report.</param>
/// <param name="Start">The start of its widest extent.</param>
/// <param name="End">The end of its widest extent.</param>
/// <param name="Lower">What it adds to the minimum where its window is wholly inside; 0 where act, area or target may be others.</param>
/// <param name="Upper">What it adds to the maximum, or null for no limit.</param>
internal sealed record Claim(Report Report, Instant Start, Instant End, long Lower, long? Upper)
{
    public bool IsInside(Interval window) => Start >= window.Start && End <= window.End;

    public bool Overlaps(Claim other) => Start < other.End && other.Start < End;

    /// <summary>Whether the two may count the same events: nothing sets them apart in time, act or area.</summary>
    public bool Conflicts(Claim other, Gazetteer places) => Overlaps(other) && SharesActAndArea(other, places);

    /// <summary>Whether act and area leave it open that the two count the same events.</summary>
    public bool SharesActAndArea(Claim other, Gazetteer places) =>
        !Report.Act.IsDisjointFrom(other.Report.Act) && !AreDisjoint(Report.Areas, other.Report.Areas, places);

    public static bool AreDisjoint(ImmutableArray<AreaCode> a, ImmutableArray<AreaCode> b, Gazetteer places) =>
        !a.IsEmpty && !b.IsEmpty && a.All(x => b.All(y => places.AreDisjoint(x, y)));
}
