using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>incidents</c>: which reports are about one event. Incidents are what reports say, not findings.</summary>
public sealed record IncidentsAnswer : QueryAnswer
{
    /// <summary>From the incidents asked for.</summary>
    public IncidentsAnswer(CaseView view, string parameters, ImmutableArray<Incident> incidents)
        : base("holdfire/incidents/2", view) =>
        (AsOf, Parameters, Incidents) = (view.Coordinates.KnownBy, parameters, [.. incidents.Select(i => IncidentsAnswerRow.Of(i, view.Known))]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the parameter set by which the reports were fused.</summary>
    public string Parameters { get; }

    /// <summary>The incidents, in the order of their ids.</summary>
    public ImmutableArray<IncidentsAnswerRow> Incidents { get; init; }

    internal override QueryAnswer AsOfEarlierVersions() => this with { Coordinates = null, Incidents = [.. Incidents.Select(i => i with { Harm = null })] };
}
