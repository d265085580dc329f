using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What one report of an incident says, in its own words and with where it can be read.</summary>
public sealed record IncidentReportAnswer
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its source.</summary>
    public required string Source { get; init; }

    /// <summary>When it was published; null where that is not kept.</summary>
    public Instant? Published { get; init; }

    /// <summary>What happened, in the source's own words; empty where none are kept.</summary>
    public required string Narrative { get; init; }

    /// <summary>The language of the words, a BCP 47 tag; empty where it is not said.</summary>
    public required string Language { get; init; }

    /// <summary>Where it was said: a link or another reference; empty where none is kept.</summary>
    public required string Reference { get; init; }

    /// <summary>What it counted, and how many.</summary>
    public required NumberAnswer Count { get; init; }

    /// <summary>Who is said to have done it; null where that is not said.</summary>
    public string? AllegedActor { get; init; }

    /// <summary>How its source knows it.</summary>
    public ObservationMode Mode { get; init; }

    /// <summary>The people that it says were killed or injured.</summary>
    public required ImmutableArray<HarmAnswer> Harm { get; init; }

    /// <summary>What its source did to it since; null where it stands.</summary>
    public CorrectionKind? TakenBack { get; init; }

    /// <summary>From a report.</summary>
    /// <param name="r">The report.</param>
    /// <param name="case">The case, whose corrections say whether it stands.</param>
    public static IncidentReportAnswer Of(Report r, Case @case) => new()
    {
        Id = r.Id.Value,
        Source = r.Source.Value,
        Published = r.Published,
        Narrative = r.Narrative,
        Language = r.Language,
        Reference = r.Reference,
        Count = new NumberAnswer(r.Measure, r.Unit, r.Count.Min, r.Count.Max),
        AllegedActor = r.AllegedActor?.Value,
        Mode = r.Mode,
        Harm = [.. EventHarm.Of([r with { PartOf = null }], ImmutableHashSet<ReportId>.Empty).Select(h => new HarmAnswer(h.Kind, h.Group, h.Range.Min, h.Range.Max))],
        TakenBack = @case.Corrections.FirstOrDefault(c => c.Report == r.Id)?.Kind,
    };
}
