namespace Holdfire.Model;

/// <summary>What a statement says became of another entry.</summary>
public sealed record Outcome : TalksEntry
{
    /// <summary>The entry.</summary>
    public required EntryId Of { get; init; }

    /// <summary>What became of it.</summary>
    public required OutcomeKind Kind { get; init; }
}
