using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>What of a claim's count falls to the act, region and target of a query, whatever the time.</summary>
/// <param name="Min">The least, 0 where nothing certainly does.</param>
/// <param name="Max">The most, or <see cref="Unbounded"/>; negative where the claim does not touch the query.</param>
internal readonly record struct ClaimShare(long Min, long Max)
{
    /// <summary>The value of <see cref="Max"/> that stands for no limit.</summary>
    public const long Unbounded = long.MaxValue;

    /// <summary>The claim has nothing to do with the query.</summary>
    public static readonly ClaimShare None = new(0, -1);

    /// <summary>The share of a claim by its class's fit and by its parts.</summary>
    public static ClaimShare Of(Report claim, ClaimFit fit, IReadOnlyList<Report> parts, CountQuery query, Gazetteer places)
    {
        if (fit == ClaimFit.Outside)
        {
            return None;
        }

        var own = claim.Count.Max ?? Unbounded;
        if (fit == ClaimFit.Inside)
        {
            return new ClaimShare(claim.Count.Min, own);
        }

        if (parts.Count == 0)
        {
            return new ClaimShare(0, own);
        }

        long min = 0, max = 0, allocated = 0;
        var touches = false;
        foreach (var part in parts)
        {
            var partFit = FitOf(part.Act, part.Areas.IsEmpty ? claim.Areas : part.Areas, part.Target, query, places);
            var disjoint = claim.Parts == PartRelation.Disjoint;
            allocated = disjoint ? Plus(allocated, part.Count.Min) : Math.Max(allocated, part.Count.Min);
            if (partFit == ClaimFit.Inside)
            {
                min = disjoint ? Plus(min, part.Count.Min) : Math.Max(min, part.Count.Min);
            }

            if (partFit != ClaimFit.Outside)
            {
                touches = true;
                max = Plus(max, part.Count.Max ?? Unbounded);
            }
        }

        if (claim.PartsExhaustive == true)
        {
            return touches ? Bounded(min, Math.Min(max, own)) : None;
        }

        var rest = own == Unbounded ? Unbounded : Math.Max(0, own - allocated);
        return Bounded(min, Math.Min(Plus(max, rest), own));
    }

    /// <summary>How an act somewhere against something lies to a query.</summary>
    public static ClaimFit FitOf(
        ActCode act, ImmutableArray<AreaCode> areas, TargetKind target, CountQuery query, Gazetteer places)
    {
        if (query.Act.IsDisjointFrom(act) ||
            (query.Target is { } t && !target.MayBe(t)) ||
            (query.Region is { } r && areas.Length > 0 && areas.All(a => places.AreDisjoint(a, r))))
        {
            return ClaimFit.Outside;
        }

        var inside = query.Act.Contains(act) &&
            (query.Target is not { } wanted || wanted.Contains(target)) &&
            (query.Region is not { } region || (areas.Length > 0 && areas.All(a => places.Contains(region, a))));
        return inside ? ClaimFit.Inside : ClaimFit.Touches;
    }

    /// <summary>The sum, or <see cref="Unbounded"/> where it does not fit.</summary>
    public static long Plus(long a, long b) => a > Unbounded - b ? Unbounded : a + b;

    private static ClaimShare Bounded(long min, long max) => new(min, Math.Max(min, max));
}
