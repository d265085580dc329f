using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What a filter looks at in an event or a claim.</summary>
/// <param name="Reports">The reports about it.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actors">Those that reports name as having done it.</param>
/// <param name="Window">When, with open ends where they are unknown.</param>
/// <param name="Areas">Areas that it lies in the union of; empty where none is given.</param>
/// <param name="Point">Where it lies, or null.</param>
/// <param name="Scopes">What its sources tell of, used where no place is given.</param>
public readonly record struct FilteredEvent(
    ImmutableArray<Report> Reports, ActCode Act, ImmutableArray<PartyId> Actors, Interval Window, ImmutableArray<AreaCode> Areas,
    GeoCircle? Point, ImmutableArray<AreaCode> Scopes)
{
    /// <summary>From an incident.</summary>
    public static FilteredEvent Of(Incident i) => new(i.Reports, i.Act, i.Actors, i.Window, i.Areas, i.Place, []);

    /// <summary>From what a finding is about.</summary>
    public static FilteredEvent Of(FindingSubject s) => new(s.Reports, s.Act, s.Actors, s.Window, s.Areas, s.Point, s.Scopes);

    /// <summary>From one claim.</summary>
    public static FilteredEvent Of(Report r) =>
        new([r], r.Act, r.AllegedActor is { } actor ? [actor] : [], r.Window.Extent, r.Areas, r.Point, []);
}
