using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Fusion;
using Holdfire.Places;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Findings;

/// <summary>What a finding is about: one event as far as reports let us tell, or one claim that sums events.</summary>
public sealed record FindingSubject
{
    /// <summary>Its id: of the incident, or of the report that stands alone.</summary>
    public required string Id { get; init; }

    /// <summary>The reports judged to be about it, whether they still stand or not. Never empty.</summary>
    public required ImmutableArray<Report> Reports { get; init; }

    /// <summary>The widest time that is left possible.</summary>
    public required Interval Window { get; init; }

    /// <summary>What was done: the narrowest act that holds all that is left possible.</summary>
    public required ActCode Act { get; init; }

    /// <summary>What it was aimed at.</summary>
    public TargetKind Target { get; init; }

    /// <summary>How many are left possible.</summary>
    public required CountRange Count { get; init; }

    /// <summary>How many are left possible of each measure and unit in which it is told; units are never added.</summary>
    public ImmutableArray<IncidentCount> Numbers { get; init; } = [];

    /// <summary>Where: it lies in the union of these; empty where no area is given.</summary>
    public ImmutableArray<AreaCode> Areas { get; init; } = [];

    /// <summary>Where, as a point with a radius, or null where none is given.</summary>
    public GeoCircle? Point { get; init; }

    /// <summary>Where neither is given: the scopes of its sources, in the union of which it lies.</summary>
    public ImmutableArray<AreaCode> Scopes { get; init; } = [];

    /// <summary>The different actors that its reports name, in order; empty where none does.</summary>
    public ImmutableArray<PartyId> Actors { get; init; } = [];

    /// <summary>
    /// Where another grouping of its reports is nearly as likely: its reports as nothing but what they state and people pinned holds
    /// them together. Empty where the grouping is not contested.
    /// </summary>
    public ImmutableArray<ImmutableArray<Report>> Apart { get; init; } = [];

    /// <summary>Whether it sums more than one event.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>Of a sum: what single events bear out of each claim in it, by claim and standard; <see cref="SumSupports"/> fills it.</summary>
    public ImmutableArray<SumSupport> Sums { get; init; } = [];

    /// <summary>Whether each claim of the sum is borne out by single events of this standard or better, up to its least number.</summary>
    public bool IsBorneOut(StandardOfProof standard) => Sums.Any(s => s.Standard == standard) && Sums.All(s => s.Standard != standard || s.IsReached);
}
