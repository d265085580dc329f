using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Fusion;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One event as far as reports let us tell, or one sum over events.</summary>
public sealed record IncidentsAnswerRow
{
    /// <summary>The id: <c>I-</c> and the least id of its reports.</summary>
    public required string Id { get; init; }

    /// <summary>That these reports and no others are of one event, at the parameters used; from 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>Whether the probability is below 0.8, so that a person should look.</summary>
    public bool Contested { get; init; }

    /// <summary>Whether its reports sum events.</summary>
    public bool Aggregate { get; init; }

    /// <summary>The earliest time left possible; null for an open start.</summary>
    public Instant? From { get; init; }

    /// <summary>The latest time left possible; null for an open end.</summary>
    public Instant? To { get; init; }

    /// <summary>The latitude of the mean of the places, WGS 84 degrees from -90 to 90; null where no place is known.</summary>
    public double? Lat { get; init; }

    /// <summary>Its longitude, from -180 to 180.</summary>
    public double? Lon { get; init; }

    /// <summary>Kilometres about the mean that hold the truth with 95 %, by the stated radii.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>The codes of the regions left possible.</summary>
    public ImmutableArray<string> Areas { get; init; }

    /// <summary>The finest act that most reports agree with.</summary>
    public required string Act { get; init; }

    /// <summary>The alleged actors.</summary>
    public ImmutableArray<string> Actors { get; init; }

    /// <summary>What was counted, with the bounds left possible.</summary>
    public ImmutableArray<IncidentCountAnswer> Counts { get; init; }

    /// <summary>Killed and injured, by civilians, military and those of whom it is not said; none where no report speaks of any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HarmAnswer>? Harm { get; init; }

    /// <summary>The ids of its reports.</summary>
    public ImmutableArray<string> Reports { get; init; }

    /// <summary>For each kind the first two reports that cannot both be right.</summary>
    public ImmutableArray<ReportContradictionAnswer> Contradictions { get; init; }

    /// <summary>The likeliest other grouping; null where there is none.</summary>
    public RunnerUpAnswer? RunnerUp { get; init; }

    /// <summary>From an incident.</summary>
    public static IncidentsAnswerRow Of(Incident i, Case @case) => new()
    {
        Id = i.Id.Value,
        Probability = i.Probability,
        Contested = i.IsContested,
        Aggregate = i.IsAggregate,
        From = i.Window.HasStart ? i.Window.Start : null,
        To = i.Window.HasEnd ? i.Window.End : null,
        Lat = i.Place?.Centre.Latitude,
        Lon = i.Place?.Centre.Longitude,
        RadiusKm = i.Place?.RadiusKm,
        Areas = [.. i.Areas.Select(a => a.Value)],
        Act = i.Act.Value,
        Actors = [.. i.Actors.Select(a => a.Value)],
        Counts = [.. i.Counts.Select(c => new IncidentCountAnswer(c.Measure, c.Unit, c.Range.Min, c.Range.Max))],
        Harm = HarmAnswer.OfEvent(i.Reports, @case),
        Reports = [.. i.Reports.Select(r => r.Id.Value)],
        Contradictions = [.. i.Contradictions.Select(c => new ReportContradictionAnswer(c.Kind, c.A.Value, c.B.Value))],
        RunnerUp = i.RunnerUp is { } other
            ? new RunnerUpAnswer(other.Odds, [.. other.Groups.Select(g => (ImmutableArray<string>)[.. g.Select(r => r.Value)])]) : null,
    };
}
