using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>What a sensor or an alert system shows: context that can stand beside reports and is none.</summary>
/// <remarks>
/// Never an attack, never coverage, never a verification: counts, fusion, findings and assessments do not use it, so that it cannot
/// raise a standard of proof. Whoever concludes from it that something happened says so in a report of their own.
/// </remarks>
public sealed record Detection
{
    /// <summary>Its id.</summary>
    public required DetectionId Id { get; init; }

    /// <summary>The source: the sensor, the network, the alert system.</summary>
    public required SourceId Source { get; init; }

    /// <summary>What it shows.</summary>
    public required DetectionKind Kind { get; init; }

    /// <summary>When: of a satellite the minute of the overpass, of an alert from its start to its end.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>Where: within the union of these; empty where no area is given.</summary>
    public ImmutableArray<AreaCode> Areas { get; init; } = [];

    /// <summary>Where, as a point with a radius, or null where none is given.</summary>
    public GeoCircle? Point { get; init; }

    /// <summary>What was measured, in <see cref="ValueUnit"/>; null where nothing was.</summary>
    public double? Value { get; init; }

    /// <summary>The unit of the value, such as <c>MW</c>; empty where there is none.</summary>
    public string ValueUnit { get; init; } = "";

    /// <summary>The reports beside which somebody put it, which changes nothing in what they are worth.</summary>
    public ImmutableArray<ReportId> Supports { get; init; } = [];

    /// <summary>What to know about it, such as the maker's own grade of confidence.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where it was published.</summary>
    public string Reference { get; init; } = "";

    /// <summary>When it was published, or null where that is not kept.</summary>
    public Instant? Published { get; init; }

    /// <summary>The instant from which it counts as known: its publication, else the end of its widest extent.</summary>
    public Instant KnownAt => Published ?? Intervals.EndOf(Window.Extent);
}
