using System.Collections.Immutable;
using Holdfire.Time;
using Holdfire.Model;

namespace Holdfire.Talks;

/// <summary>Who stands how to what.</summary>
public static class Positions
{
    /// <summary>Every position that was ever taken, in the order of the record.</summary>
    public static ImmutableArray<Position> All(TalksRecord talks) => [.. talks.Entries.SelectMany(Of)];

    /// <summary>
    /// The positions that still stand: not replaced, not taken back, and not surely followed by another answer, offer or demand
    /// of the same party on the same item. Where two times overlap neither is known to be the later, so both stand.
    /// </summary>
    public static ImmutableArray<Position> Now(TalksRecord talks)
    {
        var gone = talks.NoLongerStanding();
        var standing = All(talks).Where(p => !gone.Contains(p.Entry.Id)).ToImmutableArray();
        return
        [
            .. standing.Where(p => !IsAnswer(p.Kind) || !standing.Any(q =>
                q.Item == p.Item && q.Party == p.Party && IsAnswer(q.Kind) && IsSurelyLater(q.Entry.When, p.Entry.When))),
        ];
    }

    /// <summary>Whether an entry is surely later than another.</summary>
    public static bool IsSurelyLater(TimeWindow one, TimeWindow other) =>
        one.Extent.HasStart && other.Extent.HasEnd && one.Extent.Start >= other.Extent.End;

    /// <summary>Whether the position is a stand on the item itself, of which the latest counts.</summary>
    public static bool IsAnswer(PositionKind kind) => kind <= PositionKind.Ignores;

    private static IEnumerable<Position> Of(TalksEntry entry) => entry switch
    {
        Proposal p => p.By.SelectMany(by => p.Items.Select(i => new Position(
            i, by, p.Kind == ProposalKind.Offer ? PositionKind.Offers : PositionKind.Demands, p, null))),
        Response r => r.Items.Select(i => new Position(i, r.By, KindOf(r.Kind), r, null)),
        Precondition p =>
        [
            new Position(p.Requires, p.Actor, PositionKind.Requires, p, p.For),
            new Position(p.For, p.Actor, PositionKind.MakesConditional, p, p.Requires),
        ],
        UnconditionalClaim u => [new Position(u.Item, u.By, PositionKind.SaysUnconditional, u, null)],
        Conditional c => c.By.Select(by => new Position(c.Consequence, by, PositionKind.HoldsOut, c, c.Condition)),
        _ => [],
    };

    private static PositionKind KindOf(ResponseKind kind) => kind switch
    {
        ResponseKind.Accepts => PositionKind.Accepts,
        ResponseKind.AcceptsConditionally => PositionKind.AcceptsConditionally,
        ResponseKind.Rejects => PositionKind.Rejects,
        ResponseKind.Counters => PositionKind.Counters,
        _ => PositionKind.Ignores,
    };
}
