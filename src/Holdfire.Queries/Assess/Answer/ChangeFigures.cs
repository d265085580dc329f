using System.Collections.Immutable;
using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>Whether violence changed, by the lines of the truce.</summary>
public sealed record ChangeFigures
{
    /// <summary>Whether it bound anyone.</summary>
    public TruceStatus Status { get; init; }

    /// <summary>Whether it had begun.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Lines on what the terms forbid to a party that they bind.</summary>
    public int Lines { get; init; }

    /// <summary>Whether, without a line, sources declare to have watched all of it for all that it forbids.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Of these, lines that cannot say anything.</summary>
    public int CannotSay { get; init; }

    /// <summary>The lines that are told, the clearest first.</summary>
    public ImmutableArray<ChangeLineFigures> Told { get; init; } = [];

    /// <summary>Primary lines that cannot say, and why.</summary>
    public ImmutableArray<ChangeLineFigures> Open { get; init; } = [];
}
