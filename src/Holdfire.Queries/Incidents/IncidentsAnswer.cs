using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Fusion;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>incidents</c>: which reports are about one event. Incidents are what reports say, not findings.</summary>
public sealed record IncidentsAnswer : QueryAnswer
{
    /// <summary>From the incidents asked for.</summary>
    public IncidentsAnswer(CaseView view, string parameters, ImmutableArray<Incident> incidents, ImmutableArray<CrowdedReports> crowded)
        : base("holdfire/incidents/2", view) =>
        (AsOf, Parameters, Incidents, TooMany) = (
            view.Coordinates.KnownBy, parameters, [.. incidents.Select(i => IncidentsAnswerRow.Of(i, view.Known))], CrowdedAnswer.Of(crowded));

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the parameter set by which the reports were fused.</summary>
    public string Parameters { get; }

    /// <summary>Reports that are too many to tell apart, so that they are in no incident; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CrowdedAnswer>? TooMany { get; }

    /// <summary>The incidents, in the order of their ids.</summary>
    public ImmutableArray<IncidentsAnswerRow> Incidents { get; init; }

    internal override QueryAnswer AsOfEarlierVersions() => this with { Coordinates = null, Incidents = [.. Incidents.Select(i => i with { Harm = null })] };
}
