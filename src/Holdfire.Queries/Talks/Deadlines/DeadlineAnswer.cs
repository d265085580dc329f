using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;

namespace Holdfire.Queries;

/// <summary>A threat, a promise or a proposal with an end, and what became of it.</summary>
/// <param name="What">What was said, in words.</param>
/// <param name="Deadline">The time given; null for none.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Outcomes">What statements say became of it.</param>
/// <param name="Answers">How those addressed stand now to what is asked of them.</param>
/// <param name="Entry">The entry.</param>
public sealed record DeadlineAnswer(
    string What, WindowAnswer? Deadline, DeadlineStatus Status, ImmutableArray<OutcomeAnswer> Outcomes, ImmutableArray<DeadlineReplyAnswer> Answers,
    TalksEntryAnswer Entry)
{
    /// <summary>From a deadline.</summary>
    public static DeadlineAnswer Of(TalksDeadline d, Case @case) => new(
        TalksWords.Of(d.Entry, @case), WindowAnswer.Of(d.Deadline), d.Status,
        [.. d.Outcomes.Select(o => new OutcomeAnswer(o.Kind, TalksEntryAnswer.Of(o)))],
        [.. d.Answers.Select(p => new DeadlineReplyAnswer(p.Item.Value, PositionAnswer.Of(p)))], TalksEntryAnswer.Of(d.Entry));
}
