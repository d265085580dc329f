using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>What a truce asks of its parties, by what became of it.</summary>
public sealed record ObligationFigures
{
    /// <summary>As of when, in words, in the zone of the case: the instant of the view, or the latest that anything is about; null for none.</summary>
    public string? AsOf { get; init; }

    /// <summary>How many obligations there are.</summary>
    public int All { get; init; }

    /// <summary>How many are shown to be done.</summary>
    public int Met { get; init; }

    /// <summary>How many are not due yet and shown to be done in part.</summary>
    public int InPart { get; init; }

    /// <summary>How many were due, and no evidence shows that all of it is done.</summary>
    public int Overdue { get; init; }

    /// <summary>How many are not due yet.</summary>
    public int Due { get; init; }

    /// <summary>Of how many it cannot be told.</summary>
    public int Unknown { get; init; }

    /// <summary>The next date in words, in the zone of the case; null for none.</summary>
    public string? Next { get; init; }

    /// <summary>Each of them, with the evidence.</summary>
    public ImmutableArray<ObligationItem> Items { get; init; } = [];
}
