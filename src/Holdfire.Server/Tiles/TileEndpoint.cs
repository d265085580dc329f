using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Holdfire.Server.Api;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;

namespace Holdfire.Server.Tiles;

/// <summary><c>/tiles/SET/ZOOM/X/Y</c>: the events of a question, and the land under them, as vector tiles (Mapbox Vector Tile 2.1).</summary>
internal sealed class TileEndpoint(ServedRecord record, AnswerCache kept)
{
    /// <summary>What every address of a tile begins with.</summary>
    public const string Below = "/tiles/";

    private const string MediaType = "application/vnd.mapbox-vector-tile";
    private const string EventQuery = "incidents";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The tile, or the days of the events; null where there is no such address.</summary>
    /// <exception cref="QueryException">A parameter is wrong.</exception>
    public ServedResponse? Find(string path, HttpRequest request, CancellationToken stop) => path.Split('/') switch
    {
        ["land", var zoom, var x, var y] when TileAddress.TryParse(zoom, x, y, out var tile) => Land(tile, stop),
        [EventQuery, "days"] => Events(
            request, "days", "application/json; charset=utf-8", layers => JsonSerializer.SerializeToUtf8Bytes(layers.Days, Json), stop),
        [EventQuery, var zoom, var x, var y] when TileAddress.TryParse(zoom, x, y, out var tile) => Events(
            request, string.Create(CultureInfo.InvariantCulture, $"{tile}"), MediaType, layers => Written(tile, v => layers.AddTo(v, tile)), stop),
        _ => null,
    };

    // The land is that of the program, whatever is recorded.
    private ServedResponse Land(TileAddress tile, CancellationToken stop)
    {
        var tag = AnswerCache.TagOf(string.Create(CultureInfo.InvariantCulture, $"land {tile}"));
        return new ServedResponse(StatusCodes.Status200OK, MediaType, kept.Find(tag, () => Written(tile, v => LandLayer.AddTo(v, tile)), b => b.Length, stop)!)
        {
            Tag = tag, Caching = "no-cache", IsForAllSites = true,
        };
    }

    private ServedResponse Events(HttpRequest request, string part, string type, Func<EventLayers, byte[]> make, CancellationToken stop)
    {
        var asked = QueryRequest.Of(QueryCatalogue.Find(EventQuery)!, request.Query, StringValues.Empty);
        var seen = record.View(asked.RecordedAt, asked.KnownBy, stop);
        var tag = AnswerCache.TagOf(seen, $"tiles {part}\n{asked.Canonical}");
        var bytes = kept.Find(
            tag, () => make(seen.View.Index(_ => new LayersOfView()).Of(asked, seen.View, new Work(Environment.ProcessorCount, stop))), b => b.Length, stop)!;
        return new ServedResponse(StatusCodes.Status200OK, type, bytes)
        {
            Tag = tag,
            Caching = seen.IsFixed && QueryEndpoint.IsSize(asked.RecordedAt) ? ServedResponse.Immutable : "no-cache",
            IsForAllSites = true,
        };
    }

    private static byte[] Written(TileAddress address, Action<VectorTile> fill)
    {
        var tile = new VectorTile { TileId = new NetTopologySuite.IO.VectorTiles.Tiles.Tile(address.X, address.Y, address.Zoom).Id };
        fill(tile);
        using var bytes = new MemoryStream();
        tile.Write(bytes, 1, 1, TileAddress.Extent);
        return bytes.ToArray();
    }

    // What was asked of a view last, as all tiles of a map ask the same.
    private sealed class LayersOfView
    {
        private const int Most = 4;
        private readonly ConcurrentDictionary<string, EventLayers> made = new(StringComparer.Ordinal);

        public EventLayers Of(QueryRequest asked, CaseView view, Work work)
        {
            if (made.Count >= Most && !made.ContainsKey(asked.Canonical))
            {
                made.Clear();
            }

            return made.GetOrAdd(asked.Canonical, _ => EventLayers.Of(view, (IncidentsAnswer)asked.Query.Run(view, asked.Arguments, work).Answer));
        }
    }
}
