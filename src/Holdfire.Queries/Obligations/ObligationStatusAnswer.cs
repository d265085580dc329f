using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Something that a truce asks of a party, and what has become of it.</summary>
public sealed record ObligationStatusAnswer
{
    /// <summary>The id of the truce.</summary>
    public required string Truce { get; init; }

    /// <summary>Its id within the truce.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>What is to be done, as an act; null where that is in words alone.</summary>
    public string? Act { get; init; }

    /// <summary>What is to be done, in words.</summary>
    public required string Text { get; init; }

    /// <summary>How much is to be done, at least its least; null where it is done or not.</summary>
    public CountBounds? Quantity { get; init; }

    /// <summary>What the quantity counts; null without a quantity.</summary>
    public CountUnit? Unit { get; init; }

    /// <summary>When it is due, which is the end of that day where it is a day; null where that is not known or not set.</summary>
    public Instant? Due { get; init; }

    /// <summary>What has become of it.</summary>
    public ObligationState State { get; init; }

    /// <summary>How much is shown to be done, in the unit of the quantity; without a quantity 0 or 1.</summary>
    public required CountBounds Done { get; init; }

    /// <summary>Whether what met it came after it was due; null where that is not known, or it is not met.</summary>
    public bool? IsLate { get; init; }

    /// <summary>The ids of the reports that show it, in the order of the obligation.</summary>
    public ImmutableArray<string> Evidence { get; init; }

    /// <summary>The ids of reports that deny some of these, in order.</summary>
    public ImmutableArray<string> Denials { get; init; }

    /// <summary>From what became of an obligation.</summary>
    public static ObligationStatusAnswer Of(ObligationStatus status) => new()
    {
        Truce = status.Truce.Value,
        Id = status.Obligation.Id,
        Party = status.Obligation.Party.Value,
        Act = status.Obligation.Act?.Value,
        Text = status.Obligation.Text,
        Quantity = CountBounds.Of(status.Obligation.Quantity),
        Unit = status.Obligation.Quantity is null ? null : status.Obligation.Unit,
        Due = status.Due,
        State = status.State,
        Done = CountBounds.Of(status.Done),
        IsLate = status.IsLate,
        Evidence = [.. status.Evidence.Select(e => e.Value)],
        Denials = [.. status.Denials.Select(d => d.Value)],
    };
}
