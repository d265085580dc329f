using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Sources;
using Holdfire.Statements;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Reports;

/// <summary>What one source says happened: a claim, never a finding.</summary>
public sealed record Report
{
    /// <summary>Its id.</summary>
    public required ReportId Id { get; init; }

    /// <summary>Who says it.</summary>
    public required SourceId Source { get; init; }

    /// <summary>What is said to have been done.</summary>
    public required ActCode Act { get; init; }

    /// <summary>What about it was counted.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The thing that was counted.</summary>
    public CountUnit Unit { get; init; }

    /// <summary>How many.</summary>
    public required CountRange Count { get; init; }

    /// <summary>When.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>Where: the whole count lies in the union of these; empty where no place is given.</summary>
    public ImmutableArray<AreaCode> Areas { get; init; } = [];

    /// <summary>What it was aimed at.</summary>
    public TargetKind Target { get; init; }

    /// <summary>Who is said to have done it, or null where that is not said.</summary>
    public PartyId? AllegedActor { get; init; }

    /// <summary>Whether it sums more than one event.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>The claim that this is a part of, or null. A part is never counted beside its whole.</summary>
    public ReportId? PartOf { get; init; }

    /// <summary>Later or wider claims that already include this one, as recorded in the case.</summary>
    public ImmutableArray<ReportId> IncludedIn { get; init; } = [];

    /// <summary>How the parts of this claim lie to each other.</summary>
    public PartRelation Parts { get; init; }

    /// <summary>Whether the parts are all of this claim: true, false, or null where that is not known.</summary>
    public bool? PartsExhaustive { get; init; }

    /// <summary>What harm it claims.</summary>
    public Harm Harm { get; init; } = Harm.NotStated;

    /// <summary>The statement that makes the claim, where the claim is in a statement of the case.</summary>
    public StatementId? Statement { get; init; }

    /// <summary>The primary post, report or page where it was said.</summary>
    public string Reference { get; init; } = "";

    /// <summary>When it was published, or null where the source does not keep that.</summary>
    public Instant? Published { get; init; }

    /// <summary>
    /// The instant from which it counts as known: its publication, else the end of its widest extent, since nothing is
    /// claimed before it happened.
    /// </summary>
    public Instant KnownAt => Published ?? Intervals.EndOf(Window.Extent);
}
