using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Ogc.Features;

/// <summary>One feature of a collection.</summary>
/// <param name="Id">Its id, one in the collection.</param>
/// <param name="Values">A value a column, as an export has them: string, long, double, bool, Instant, or null for not said.</param>
/// <param name="From">The earliest time left possible; null for an open start.</param>
/// <param name="To">The latest, not included; null for an open end.</param>
/// <param name="MakeShape">Makes its shape.</param>
internal sealed record Feature(string Id, ImmutableArray<object?> Values, Instant? From, Instant? To, Func<Geometry?> MakeShape)
{
    private readonly Lazy<Geometry?> shape = new(MakeShape);

    /// <summary>Where it is, longitude then latitude in WGS 84 degrees; null where nothing is known of that.</summary>
    public Geometry? Shape => shape.Value;

    /// <summary>Whether it may have been at some time of a span. What is open may reach any time.</summary>
    public bool MayBeIn(Instant? from, Instant? to) => (From is not { } start || to is not { } last || start <= last)
        && (To is not { } end || from is not { } first || end > first || (end == first && From == end));
}
