using System.Collections.Immutable;
using Holdfire.Talks;

namespace Holdfire.Queries;

/// <summary>How the sides stand to one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="AcceptedByAll">Whether every side offered, demanded or accepted it at some time.</param>
/// <param name="RejectedByNone">Whether no side rejected it on the record, which is not consent.</param>
/// <param name="Accepted">Positions that offer, demand or accept it.</param>
/// <param name="Conditional">Positions that accept it under conditions.</param>
/// <param name="Rejected">Positions that reject it.</param>
/// <param name="Lacking">The ids of the sides whose acceptance is lacking.</param>
public sealed record OverlapAnswer(
    TalksItemAnswer Item, bool AcceptedByAll, bool RejectedByNone, ImmutableArray<PositionAnswer> Accepted,
    ImmutableArray<PositionAnswer> Conditional, ImmutableArray<PositionAnswer> Rejected, ImmutableArray<string> Lacking)
{
    /// <summary>From an overlap.</summary>
    public static OverlapAnswer Of(Overlap o) => new(
        TalksItemAnswer.Of(o.Item), o.AcceptedByAll, o.RejectedByNone, All(o.Accepted), All(o.Conditional), All(o.Rejected), [.. o.Lacking.Select(p => p.Value)]);

    private static ImmutableArray<PositionAnswer> All(ImmutableArray<Position> positions) => [.. positions.Select(PositionAnswer.Of)];
}
