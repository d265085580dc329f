using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>A scalar expression of a filter (OGC 21-065r2, CQL2): a property of the feature, or a literal.</summary>
internal abstract record FilterValue
{
    /// <summary>A property of the feature.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Property(string Name) : FilterValue;

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : FilterValue;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : FilterValue;

    /// <summary>True or false.</summary>
    public sealed record Truth(bool Value) : FilterValue;

    /// <summary>An instant; a date is its start in UTC.</summary>
    public sealed record Time(Instant Value) : FilterValue;

    /// <summary>A span of time, both ends included; null for an open one.</summary>
    public sealed record Span(FilterValue? From, FilterValue? To) : FilterValue;

    /// <summary>A shape, longitude then latitude in WGS 84 degrees.</summary>
    public sealed record Shape(Geometry Value) : FilterValue;

    /// <summary><c>CASEI</c>: the text without regard to case.</summary>
    public sealed record AnyCase(FilterValue Inner) : FilterValue;
}
