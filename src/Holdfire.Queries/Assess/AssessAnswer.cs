using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>assess</c>: did the truces hold, as far as claims tell.</summary>
public sealed record AssessAnswer : QueryAnswer
{
    /// <summary>From what the assessor gave.</summary>
    public AssessAnswer(
        CaseView view, VerdictTable limits, StandardOfProof? standard, EventsByStandard? proof, TruceEvents events, ImmutableArray<AnsweredTruce> truces, bool units)
        : base("holdfire/assessment/2", view)
    {
        (AsOf, Limits, Standard, Rules, Parameters) = (view.Coordinates.KnownBy, limits, standard, events.Rules, events.IsFused ? events.Parameters : null);
        TooMany = CrowdedAnswer.Of(proof?.Crowded ?? []);
        Truces = [.. truces.Select(t => AssessAnswerTruce.Of(t, proof?.PerDay[t.Assessment.Truce.Id], units))];
        Pooled = [.. Pooling.Of([.. truces.Select(t => t.Assessment)], view.Standing.Sources).Select(PooledAnswer.Of)];
    }

    /// <summary>The number of the method by which rates are compared (docs/method.md); figures of other numbers are not compared.</summary>
    public string Method => "method-2";

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The limits of the verdicts that were used.</summary>
    public VerdictTable Limits { get; }

    /// <summary>The standard of proof below which no event counts; null for all claims.</summary>
    public StandardOfProof? Standard { get; }

    /// <summary>The version of the table of rules.</summary>
    public string Rules { get; }

    /// <summary>The version of the parameter set of the fusion; null where too many may be of one event to fuse them.</summary>
    public string? Parameters { get; }

    /// <summary>Reports that are too many to tell apart, so that they are in no event and count as none; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CrowdedAnswer>? TooMany { get; }

    /// <summary>The truces asked for, in the order of the case.</summary>
    public ImmutableArray<AssessAnswerTruce> Truces { get; }

    /// <summary>What three lines or more tell together, over truces, sources of one side, or acts; never part of a verdict.</summary>
    public ImmutableArray<PooledAnswer> Pooled { get; }
}
