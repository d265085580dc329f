using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What was done under the terms of a truce.</summary>
public sealed record BreachFigures
{
    /// <summary>Whether it bound anyone.</summary>
    public TruceStatus Status { get; init; }

    /// <summary>Whether it had begun by the instant of the view, or, where that is everything, by the latest that anything is about.</summary>
    public bool HasBegun { get; init; }

    /// <summary>When it began or was to begin, in words, in its own zone.</summary>
    public required string Start { get; init; }

    /// <summary>How many prohibitions its terms have.</summary>
    public int Prohibitions { get; init; }

    /// <summary>The best standard of proof that a breach reaches.</summary>
    public Compliance Compliance { get; init; }

    /// <summary>The standard from which a breach counts against the tolerance.</summary>
    public ProofNeeded ToleratedStandard { get; init; }

    /// <summary>So many a civil day are tolerated.</summary>
    public int ToleratedPerDay { get; init; }

    /// <summary>Whether the mission set the tolerance; else it is the default, under which one corroborated breach is too many.</summary>
    public bool ToleranceIsSet { get; init; }

    /// <summary>Whether more was done than is tolerated.</summary>
    public bool IsExceeded { get; init; }

    /// <summary>What went on as before, where the mission set no tolerance; null for nothing.</summary>
    public UnabatedFigures? Unabated { get; init; }

    /// <summary>Civil days of it that had begun.</summary>
    public int Days { get; init; }

    /// <summary>Hours of it, over all lines on its terms the same; 0 where no source counts what it forbids.</summary>
    public double Hours { get; init; }

    /// <summary>Hours of it that every source counting what it forbids is known to have watched, at the least.</summary>
    public double HoursWatched { get; init; }

    /// <summary>Whether reports were fused into events; false where too many may be of one event, so that each stands alone.</summary>
    public bool IsFused { get; init; }

    /// <summary>Everything within the terms.</summary>
    public required BreachNumbers All { get; init; }

    /// <summary>The same by alleged actor.</summary>
    public ImmutableArray<ActorFigures> Actors { get; init; } = [];
}
