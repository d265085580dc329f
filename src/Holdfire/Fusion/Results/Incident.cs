using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Fusion;

/// <summary>One real event as far as reports let us tell, or one sum over events where it holds sums.</summary>
public sealed record Incident
{
    /// <summary>Below this probability of its grouping an incident is contested: a person should look.</summary>
    public const double ContestedBelow = 0.8;

    /// <summary>Its id.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>The reports about it, by id.</summary>
    public required ImmutableArray<Report> Reports { get; init; }

    /// <summary>The probability, at the parameters used, that these reports and no others are about it.</summary>
    public required double Probability { get; init; }

    /// <summary>The time that all reports allow or, where they exclude each other, all that any allows.</summary>
    public required Interval Window { get; init; }

    /// <summary>
    /// The mean of the places by their precision, with the radius that holds the truth with 95 %; null where none is known.
    /// </summary>
    public required GeoCircle? Place { get; init; }

    /// <summary>The regions that all reports with areas allow or, where they exclude each other, all that any names.</summary>
    public required ImmutableArray<AreaCode> Areas { get; init; }

    /// <summary>The finest act that reports name, of those that agree with most of them.</summary>
    public required ActCode Act { get; init; }

    /// <summary>The alleged actors.</summary>
    public required ImmutableArray<PartyId> Actors { get; init; }

    /// <summary>The counts by measure and unit.</summary>
    public required ImmutableArray<IncidentCount> Counts { get; init; }

    /// <summary>What reports of it disagree on.</summary>
    public required ImmutableArray<ReportContradiction> Contradictions { get; init; }

    /// <summary>The likeliest other grouping, or null where no report could be grouped otherwise.</summary>
    public required Reading? RunnerUp { get; init; }

    /// <summary>Whether its reports sum more than one event: then it is a claim and not an event.</summary>
    public bool IsAggregate => Reports[0].IsAggregate;

    /// <summary>Whether another grouping is nearly as likely.</summary>
    public bool IsContested => Probability < ContestedBelow;
}
