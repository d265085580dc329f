using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>incidents show</c>: one incident, and why its reports stand together.</summary>
public sealed record IncidentAnswer : QueryAnswer
{
    /// <summary>From an incident.</summary>
    public IncidentAnswer(
        CaseView view, string parameters, Incident incident, ImmutableArray<Pin> pins, ImmutableArray<Containment> contains, ImmutableArray<Detection> beside,
        IncidentReasons? why)
        : base("holdfire/incident/2", view)
    {
        (AsOf, Parameters, Incident) = (view.Coordinates.KnownBy, parameters, IncidentsAnswerRow.Of(incident, view.Known));
        (Pins, Contains) = ([.. pins.Select(PinAnswer.Of)], [.. contains.Select(ContainmentAnswer.Of)]);
        Reports = [.. incident.Reports.Select(r => IncidentReportAnswer.Of(r, view.Known))];
        Beside = [.. beside.Select(DetectionAnswer.Of)];
        Why = why is null ? null : IncidentReasonsAnswer.Of(why);
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the parameter set by which the reports were fused.</summary>
    public string Parameters { get; }

    /// <summary>The incident.</summary>
    public IncidentsAnswerRow Incident { get; }

    /// <summary>What each of its reports says, in the order of the incident.</summary>
    public ImmutableArray<IncidentReportAnswer> Reports { get; }

    /// <summary>The pins that name its reports.</summary>
    public ImmutableArray<PinAnswer> Pins { get; }

    /// <summary>Of a sum: how many of the events that it counts single reports tell of.</summary>
    public ImmutableArray<ContainmentAnswer> Contains { get; }

    /// <summary>What sensors and alert systems show about its time and place: context, which raises no standard of proof.</summary>
    public ImmutableArray<DetectionAnswer> Beside { get; }

    /// <summary>What each field weighs; null unless asked for with <c>--why</c>.</summary>
    public IncidentReasonsAnswer? Why { get; }
}
