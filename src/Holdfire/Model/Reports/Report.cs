using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>What one source says happened: a claim, never a finding.</summary>
public sealed record Report
{
    // A case may hold millions, so what may be missing is kept without the mark that a nullable value carries, and what few
    // have is kept apart.
    private readonly ReportDetails? details;
    private readonly string? actor;
    private readonly string? whole;
    private readonly bool hasPublished;
    private readonly Instant published;

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

    /// <summary>
    /// Where, as a point with a radius, or null where none is given. A report may have areas, a point, both or neither; with
    /// both, the areas say in which regions it is counted.
    /// </summary>
    public GeoCircle? Point
    {
        get => details?.Point;
        init => details = value is null && details is null ? null : OrNothing((details ?? new()) with { Point = value });
    }

    /// <summary>Where its observer stood, in which direction and how far off it was, or null. Where no point is given, <see cref="Point"/> is made of it.</summary>
    public Sighting? Sighting
    {
        get => details?.Sighting;
        init => details = value is null && details is null ? null : OrNothing((details ?? new()) with { Sighting = value });
    }

    /// <summary>How its source knows it.</summary>
    public ObservationMode Mode { get; init; }

    /// <summary>How sure its source is of the alleged actor.</summary>
    public ActorCertainty ActorCertainty
    {
        get => details?.ActorCertainty ?? default;
        init => details = value == default && details is null ? null : OrNothing((details ?? new()) with { ActorCertainty = value });
    }

    /// <summary>What happened, in the source's own words; empty where none are kept.</summary>
    public string Narrative
    {
        get => details?.Narrative ?? "";
        init => details = value.Length == 0 && details is null ? null : OrNothing((details ?? new()) with { Narrative = value });
    }

    /// <summary>The language of the narrative, a BCP 47 tag such as <c>ar</c>; empty where it is not said.</summary>
    public string Language
    {
        get => details?.Language ?? "";
        init => details = value.Length == 0 && details is null ? null : OrNothing((details ?? new()) with { Language = value });
    }

    /// <summary>The SHA-256 hashes of the photos and files that go with it, 64 hex digits each; several reports may share one.</summary>
    public ImmutableArray<string> Attachments
    {
        get => details?.Attachments ?? [];
        init => details = value.IsEmpty && details is null ? null : OrNothing((details ?? new()) with { Attachments = value });
    }

    /// <summary>Who is meant to see it, as its source asks.</summary>
    public Handling Handling
    {
        get => details?.Handling ?? default;
        init => details = value == default && details is null ? null : OrNothing((details ?? new()) with { Handling = value });
    }

    /// <summary>
    /// The reports that it repeats: it adds no origin to theirs. Two reports that quote one are one source between them.
    /// </summary>
    public ImmutableArray<ReportId> Quotes
    {
        get => details?.Quotes ?? [];
        init => details = value.IsEmpty && details is null ? null : OrNothing((details ?? new()) with { Quotes = value });
    }

    /// <summary>The reports whose events it says did not happen, or not as they say.</summary>
    public ImmutableArray<ReportId> Denies
    {
        get => details?.Denies ?? [];
        init => details = value.IsEmpty && details is null ? null : OrNothing((details ?? new()) with { Denies = value });
    }

    /// <summary>What it was aimed at.</summary>
    public TargetKind Target { get; init; }

    /// <summary>Who is said to have done it, or null where that is not said.</summary>
    public PartyId? AllegedActor
    {
        get => actor is null ? null : new PartyId(actor);
        init => actor = value?.Value;
    }

    /// <summary>Whether it sums more than one event.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>The claim that this is a part of, or null. A part is never counted beside its whole.</summary>
    public ReportId? PartOf
    {
        get => whole is null ? null : new ReportId(whole);
        init => whole = value?.Value;
    }

    /// <summary>Later or wider claims that already include this one, as recorded in the case.</summary>
    public ImmutableArray<ReportId> IncludedIn { get; init; } = [];

    /// <summary>How the parts of this claim lie to each other.</summary>
    public PartRelation Parts { get; init; }

    /// <summary>Whether the parts are all of this claim: true, false, or null where that is not known.</summary>
    public bool? PartsExhaustive { get; init; }

    /// <summary>What harm it claims.</summary>
    public Harm Harm { get; init; } = Harm.NotStated;

    /// <summary>The statement that makes the claim, where the claim is in a statement of the case.</summary>
    public StatementId? Statement
    {
        get => details?.Statement;
        init => details = value is null && details is null ? null : OrNothing((details ?? new()) with { Statement = value });
    }

    /// <summary>The primary post, report or page where it was said.</summary>
    public string Reference { get; init; } = "";

    /// <summary>When it was published, or null where the source does not keep that.</summary>
    public Instant? Published
    {
        get => hasPublished ? published : null;
        init => (hasPublished, published) = (value is not null, value ?? default);
    }

    /// <summary>
    /// The instant from which it counts as known: its publication, else the end of its widest extent, since nothing is
    /// claimed before it happened.
    /// </summary>
    public Instant KnownAt => Published ?? Intervals.EndOf(Window.Extent);

    private static ReportDetails? OrNothing(ReportDetails details) => details.IsEmpty ? null : details;
}
