namespace Holdfire.Queries;

/// <summary>What a truce asks of its parties, by what became of it.</summary>
public sealed record ObligationFigures
{
    /// <summary>How many obligations there are.</summary>
    public int All { get; init; }

    /// <summary>How many have a deadline that has passed, with nothing recorded of what became of them.</summary>
    public int PassedUnknown { get; init; }

    /// <summary>How many have a deadline still to come.</summary>
    public int ToCome { get; init; }

    /// <summary>How many have no deadline, or, where it is not known as of when, one that cannot be compared.</summary>
    public int Undated { get; init; }

    /// <summary>The next deadline in words, in the zone of the case; null for none.</summary>
    public string? Next { get; init; }
}
