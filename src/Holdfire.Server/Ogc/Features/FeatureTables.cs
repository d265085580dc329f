using System.Collections.Concurrent;
using Holdfire.Views;

namespace Holdfire.Server.Ogc.Features;

/// <summary>The features of a view, a table for each collection that was asked for.</summary>
internal sealed class FeatureTables
{
    private readonly ConcurrentDictionary<string, FeatureTable> made = new(StringComparer.Ordinal);

    /// <summary>The features of a collection. What was given up is made again when it is asked for again.</summary>
    public FeatureTable Of(FeatureCollection collection, CaseView view, Work work) => made.GetOrAdd(collection.Id, _ => collection.Make(view, work));
}
