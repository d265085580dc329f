using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Findings;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>findings</c> and the queries below it: events under the terms of truces. No finding is one of guilt.</summary>
public sealed record FindingsAnswer : QueryAnswer
{
    /// <summary>From the findings.</summary>
    internal FindingsAnswer(FindingsMade made)
        : base("holdfire/findings/2", made.View)
    {
        (AsOf, Rules, Parameters) = (made.View.Coordinates.KnownBy, made.Rules.Version, made.Parameters);
        TooMany = CrowdedAnswer.Of(made.Crowded);
        Counts = [.. FindingCounts.PerDay(made.Case, made.Findings).Select(FindingCountAnswer.Of)];
        Findings = [.. made.Findings.Select(f => FindingsAnswerRow.Of(f, made.Case))];
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the table of rules.</summary>
    public string Rules { get; }

    /// <summary>The version of the parameter set by which the reports were fused; null where each report stands alone.</summary>
    public string? Parameters { get; }

    /// <summary>Reports that are too many to tell apart, so that there is no finding on them; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CrowdedAnswer>? TooMany { get; }

    /// <summary>Events by truce, civil day and standard of proof.</summary>
    public ImmutableArray<FindingCountAnswer> Counts { get; init; }

    /// <summary>The findings.</summary>
    public ImmutableArray<FindingsAnswerRow> Findings { get; init; }

    internal override QueryAnswer AsOfEarlierVersions() => this with
    {
        Coordinates = null, Counts = [.. Counts.Select(c => c with { Numbers = null })], Findings = [.. Findings.Select(f => f with { Harm = null })],
    };
}
