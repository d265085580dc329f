using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Talks;

/// <summary>A threat, a promise or a proposal with an end, and what became of it.</summary>
/// <param name="Entry">The entry: a <see cref="Conditional"/> or a <see cref="Proposal"/>.</param>
/// <param name="Deadline">The time given, or null.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Outcomes">What statements say became of it.</param>
/// <param name="Answers">How those addressed stand now to what is asked of them.</param>
public sealed record TalksDeadline(
    TalksEntry Entry, TimeWindow? Deadline, DeadlineStatus Status, ImmutableArray<Outcome> Outcomes, ImmutableArray<Position> Answers)
{
    /// <summary>Every threat and promise, and every proposal with an end.</summary>
    /// <param name="view">The case.</param>
    /// <param name="at">
    /// The instant at which deadlines are judged; null for that of the view or, where it sees everything, of the last statement that has one.
    /// </param>
    public static ImmutableArray<TalksDeadline> In(CaseView view, Instant? at = null)
    {
        var @case = view.Known;
        var now = at ?? view.Coordinates.KnownBy ?? @case.Statements.Where(s => s.Said.Extent.HasEnd).Select(s => s.Said.Extent.End).DefaultIfEmpty(Instant.MinValue).Max();
        var positions = Positions.Now(@case.Talks);
        return
        [
            .. @case.Talks.Conditionals.Select(c => Of(@case, c, c.Deadline, [c.Condition], c.To, positions, now)),
            .. @case.Talks.Proposals.Where(p => p.Valid is not null).Select(p => Of(@case, p, p.Valid, p.Items, p.To, positions, now)),
        ];
    }

    private static TalksDeadline Of(
        Case @case, TalksEntry entry, TimeWindow? deadline, ImmutableArray<ItemId> asked, ImmutableArray<PartyId> of,
        ImmutableArray<Position> positions, Instant now)
    {
        ImmutableArray<Outcome> outcomes = [.. @case.Talks.Outcomes.Where(o => o.Of == entry.Id)];
        var status = outcomes.Length > 0 ? DeadlineStatus.Known
            : deadline is null ? DeadlineStatus.NoneSaid
            : Intervals.EndOf(deadline.Extent) < now ? DeadlineStatus.PassedUnknown : DeadlineStatus.Pending;
        return new TalksDeadline(
            entry, deadline, status, outcomes,
            [.. positions.Where(p => asked.Contains(p.Item) && of.Contains(p.Party) && Positions.IsAnswer(p.Kind))]);
    }
}
