using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Fusion;
using Holdfire.Tallies;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to <c>incidents counts</c>: how many events reports tell of, by area, alleged actor and act. Claims put together, not findings.</summary>
public sealed record IncidentCountsAnswer : QueryAnswer
{
    /// <summary>From the rows.</summary>
    internal IncidentCountsAnswer(CaseView view, string parameters, ImmutableArray<CrowdedReports> crowded)
        : base("holdfire/incident-counts/1", view) => (Parameters, TooMany) = (parameters, CrowdedAnswer.Of(crowded));

    /// <summary>The version of the parameter set by which the reports were fused.</summary>
    public string Parameters { get; }

    /// <summary>Reports that are too many to tell apart, so that they are in no event; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CrowdedAnswer>? TooMany { get; }

    /// <summary>By what the rows are told apart, in the order that was asked for.</summary>
    public required ImmutableArray<TallyDimension> By { get; init; }

    /// <summary>The span asked about; both ends null for all time.</summary>
    public required SpanAnswer Span { get; init; }

    /// <summary>The span that it is compared with; null for none.</summary>
    public required SpanAnswer? Against { get; init; }

    /// <summary>Everything together.</summary>
    public required TallyRowAnswer Total { get; init; }

    /// <summary>The rows with an event in one of the spans, in the order of areas, actors and acts.</summary>
    public required ImmutableArray<TallyRowAnswer> Rows { get; init; }
}
