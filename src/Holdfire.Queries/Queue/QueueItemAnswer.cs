using System.Collections.Immutable;
using Holdfire.Verification;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>An event and where its verification stands.</summary>
public sealed record QueueItemAnswer
{
    /// <summary>The id of the incident.</summary>
    public required string Incident { get; init; }

    /// <summary>Where its verification stands.</summary>
    public VerificationState State { get; init; }

    /// <summary>Who has it, or had it last; null where it was given to nobody.</summary>
    public string? Assigned { get; init; }

    /// <summary>By when who has it is to have looked; null where nothing is waited for, or no time was set.</summary>
    public Instant? Due { get; init; }

    /// <summary>Whether that time has passed.</summary>
    public bool Overdue { get; init; }

    /// <summary>What was done.</summary>
    public required string Act { get; init; }

    /// <summary>The alleged actors.</summary>
    public ImmutableArray<string> Actors { get; init; }

    /// <summary>The earliest time left possible; null for an open start.</summary>
    public Instant? From { get; init; }

    /// <summary>The latest time left possible; null for an open end.</summary>
    public Instant? To { get; init; }

    /// <summary>The codes of the areas left possible.</summary>
    public ImmutableArray<string> Areas { get; init; }

    /// <summary>Its latitude, WGS 84 degrees from -90 to 90; null where no place is known.</summary>
    public double? Lat { get; init; }

    /// <summary>Its longitude, from -180 to 180.</summary>
    public double? Lon { get; init; }

    /// <summary>Kilometres about the place that hold the truth with 95 %, by the stated radii.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>The ids of its reports.</summary>
    public ImmutableArray<string> Reports { get; init; }

    /// <summary>That these reports and no others are of one event, at the parameters used; from 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>Whether that is below 0.8, so that a person should say which reports are the same.</summary>
    public bool Contested { get; init; }

    /// <summary>How many steps are recorded.</summary>
    public int Steps { get; init; }

    /// <summary>When the last of them was done; null where there is none.</summary>
    public Instant? LastStep { get; init; }

    /// <summary>The finding that was proposed last; null where none was.</summary>
    public ProposedFindingAnswer? Finding { get; init; }

    /// <summary>How many questions to parties about its reports have no reply yet.</summary>
    public int QueriesWaiting { get; init; }

    /// <summary>From an event with what was done about it.</summary>
    internal static QueueItemAnswer Of(IncidentWork work, int queriesWaiting, Instant now) => new()
    {
        Incident = work.Incident.Id.Value,
        State = work.Progress.State,
        Assigned = work.Progress.Assigned.Length > 0 ? work.Progress.Assigned : null,
        Due = work.Progress.Due,
        Overdue = work.Progress.IsOverdue(now),
        Act = work.Incident.Act.Value,
        Actors = [.. work.Incident.Actors.Select(a => a.Value)],
        From = work.Incident.Window.HasStart ? work.Incident.Window.Start : null,
        To = work.Incident.Window.HasEnd ? work.Incident.Window.End : null,
        Areas = [.. work.Incident.Areas.Select(a => a.Value)],
        Lat = work.Incident.Place?.Centre.Latitude,
        Lon = work.Incident.Place?.Centre.Longitude,
        RadiusKm = work.Incident.Place?.RadiusKm,
        Reports = [.. work.Incident.Reports.Select(r => r.Id.Value)],
        Probability = work.Incident.Probability,
        Contested = work.Incident.IsContested,
        Steps = work.Progress.Steps.Length,
        LastStep = work.Progress.Steps.IsEmpty ? null : work.Progress.Steps.Max(s => s.At),
        Finding = work.Progress.Findings is [.., var last] ? ProposedFindingAnswer.From(last) : null,
        QueriesWaiting = queriesWaiting,
    };
}
