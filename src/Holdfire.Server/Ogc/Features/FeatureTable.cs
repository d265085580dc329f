using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Ogc.Features;

/// <summary>The features of a collection at a view, in the order of their ids' answer.</summary>
/// <param name="Features">The features.</param>
internal sealed record FeatureTable(ImmutableArray<Feature> Features)
{
    private readonly Lazy<ImmutableDictionary<string, Feature>> byId = new(() => Features.ToImmutableDictionary(f => f.Id, StringComparer.Ordinal));
    private readonly Lazy<Envelope> bounds = new(() =>
    {
        var all = new Envelope();
        foreach (var feature in Features)
        {
            if (feature.Shape is { } shape)
            {
                all.ExpandToInclude(shape.EnvelopeInternal);
            }
        }

        return all;
    });

    /// <summary>The box about all shapes, longitude and latitude; null where there are none.</summary>
    public Envelope? Bounds => bounds.Value.IsNull ? null : bounds.Value;

    /// <summary>The earliest and the latest time that a feature gives; null where none gives one.</summary>
    public (Instant? From, Instant? To) Span => (Features.Min(f => f.From), Features.Max(f => f.To));

    /// <summary>The feature of an id, or null.</summary>
    public Feature? Find(string id) => byId.Value.GetValueOrDefault(id);
}
