using System.Collections.Immutable;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks</c>: what is on the table, and who says what to it.</summary>
public sealed record TalksAnswer : QueryAnswer
{
    /// <summary>From the positions that stand.</summary>
    public TalksAnswer(CaseView view, IReadOnlyCollection<Position> positions, ImmutableArray<TalksContradiction> against)
        : base("holdfire/talks/1", view)
    {
        var talks = view.Known.Talks;
        AsOf = view.Coordinates.KnownBy;
        Items =
        [
            .. talks.Items.Select(i => new TalksItemPositions(
                TalksItemAnswer.Of(i), [.. positions.Where(p => p.Item == i.Id).Select(PositionAnswer.Of)])),
        ];
        Contradictions = [.. against.Select(c => TalksContradictionAnswer.Of(c, view.Known))];
        Mediation = [.. talks.Mediation.Select(MediationAnswer.Of)];
        Guarantees = [.. talks.Guarantees.Select(GuaranteeAnswer.Of)];
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>Each item with the positions that stand.</summary>
    public ImmutableArray<TalksItemPositions> Items { get; }

    /// <summary>Claims to set no condition, each with a precondition of the same side.</summary>
    public ImmutableArray<TalksContradictionAnswer> Contradictions { get; }

    /// <summary>Who mediates, offers to or is asked to.</summary>
    public ImmutableArray<MediationAnswer> Mediation { get; }

    /// <summary>Who is to answer for what.</summary>
    public ImmutableArray<GuaranteeAnswer> Guarantees { get; }
}
