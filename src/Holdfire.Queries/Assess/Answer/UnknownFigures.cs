using System.Collections.Immutable;
using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>What cannot be known from the data of a case.</summary>
public sealed record UnknownFigures
{
    /// <summary>Whether it bound anyone.</summary>
    public TruceStatus Status { get; init; }

    /// <summary>Whether it had begun.</summary>
    public bool HasBegun { get; init; }

    /// <summary>What it forbids and no source counts, in words.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];

    /// <summary>Hours of it.</summary>
    public double Hours { get; init; }

    /// <summary>The most of them that any one source is known to have watched.</summary>
    public double HoursWatched { get; init; }

    /// <summary>What was done under the terms, which may be breaches or not.</summary>
    public required BreachNumbers Breaches { get; init; }

    /// <summary>The shortest list of data that would settle a line; null where none would.</summary>
    public WantedFigures? Wanted { get; init; }

    /// <summary>Names of sources whose quiet days count as watched on their own claim to hold every event.</summary>
    public ImmutableArray<string> OnOwnClaim { get; init; } = [];

    /// <summary>Names of other truces in force at the same time that forbid a bound party some of the same.</summary>
    public ImmutableArray<string> InForceToo { get; init; } = [];

    /// <summary>The whole days that are compared where they are more than a year, else null.</summary>
    public int? DaysBeyondAYear { get; init; }
}
