using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks;

/// <summary>What the sides have in common on one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Accepted">Positions by which a side has accepted, offered or demanded it at some time.</param>
/// <param name="Conditional">Positions by which a side has accepted it under conditions at some time.</param>
/// <param name="Rejected">Positions by which anyone has rejected it at some time.</param>
/// <param name="Lacking">The sides that have never accepted, offered or demanded it without conditions.</param>
public sealed record Overlap(
    TalksItem Item, ImmutableArray<Position> Accepted, ImmutableArray<Position> Conditional, ImmutableArray<Position> Rejected,
    ImmutableArray<PartyId> Lacking)
{
    /// <summary>Whether every side has accepted it at some time, not always the same time.</summary>
    public bool AcceptedByAll => Lacking.IsEmpty;

    /// <summary>Whether nobody has rejected it on the record, which is not the same as nobody objecting.</summary>
    public bool RejectedByNone => Rejected.IsEmpty;

    /// <summary>What the sides, those with the role of a party, have in common on each item.</summary>
    public static ImmutableArray<Overlap> Of(TalksRecord talks, IEnumerable<Party> parties)
    {
        ImmutableArray<PartyId> sides = [.. parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];
        var all = Positions.All(talks);
        return [.. talks.Items.Select(item => Of(item, [.. all.Where(p => p.Item == item.Id)], sides))];
    }

    private static Overlap Of(TalksItem item, ImmutableArray<Position> positions, ImmutableArray<PartyId> sides)
    {
        ImmutableArray<Position> accepted =
        [
            .. positions.Where(p =>
                sides.Contains(p.Party) && p.Kind is PositionKind.Accepts or PositionKind.Offers or PositionKind.Demands),
        ];
        return new Overlap(
            item, accepted,
            [.. positions.Where(p => sides.Contains(p.Party) && p.Kind is PositionKind.AcceptsConditionally or PositionKind.MakesConditional)],
            [.. positions.Where(p => p.Kind == PositionKind.Rejects)],
            [.. sides.Where(s => accepted.All(p => p.Party != s))]);
    }
}
