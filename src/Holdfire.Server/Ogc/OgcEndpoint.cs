using Holdfire.Server.Ogc.Features;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Ogc;

/// <summary>OGC API – Features (17-069r4, 18-058r1, 19-079r2) over the same views as everything else.</summary>
internal sealed class OgcEndpoint(ServedRecord record, AnswerCache kept)
{
    /// <summary>The address below which all of it lies.</summary>
    public const string Root = "/ogc";

    private const string Json = "application/json; charset=utf-8";
    private const string GeoJson = "application/geo+json; charset=utf-8";
    private const string Schema = "application/schema+json; charset=utf-8";

    /// <summary>What is at an address; null where nothing is.</summary>
    /// <param name="request">The request, whose path begins with <see cref="Root"/>.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="QueryException">A parameter is wrong.</exception>
    public ServedResponse? Find(HttpRequest request, CancellationToken stop)
    {
        var site = SiteAddress.Of(request);
        var parts = request.Path.Value![Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => Document(request, site, Json, (_, links) => OgcDocuments.Landing(links), stop),
            ["conformance"] => Document(request, site, Json, (_, _) => OgcDocuments.Conformance(), stop),
            ["api"] => Document(request, site, OgcDocuments.ApiType, (_, links) => OgcApiDocument.Make(links.Site), stop),
            ["collections"] => Document(request, site, Json, (seen, links) => OgcDocuments.Collections(links, seen.View, WorkOf(stop)), stop),
            ["collections", var id, .. var rest] when FeatureCollection.Find(id) is { } collection => OfCollection(request, site, collection, rest, stop),
            _ => null,
        };
    }

    private ServedResponse? OfCollection(HttpRequest request, string site, FeatureCollection collection, string[] rest, CancellationToken stop) => rest switch
    {
        [] => Document(request, site, Json, (seen, links) => OgcDocuments.Collection(collection, links, seen.View, WorkOf(stop)), stop),
        ["queryables"] => Document(request, site, Schema, (_, links) => OgcDocuments.Queryables(collection, links), stop),
        ["schema"] => Document(request, site, Schema, (_, links) => OgcDocuments.SchemaOf(collection, links), stop),
        ["items"] => Items(request, site, collection, stop),
        ["items", var id] => Item(request, site, collection, id, stop),
        _ => null,
    };

    private ServedResponse Items(HttpRequest request, string site, FeatureCollection collection, CancellationToken stop)
    {
        var asked = OgcRequest.Of(request.Query, collection.Columns);
        var seen = asked.Coordinates.In(record, stop);
        return Answer(request, site, GeoJson, seen, asked.Coordinates, () => OgcItems.Write(
            collection, collection.Of(seen.View, WorkOf(stop)), asked, request.Query, new OgcLinks(site, asked.Coordinates, seen), stop), stop) with
        {
            Headers = [new("Content-Crs", $"<{asked.Crs.Uri}>")],
        };
    }

    private ServedResponse? Item(HttpRequest request, string site, FeatureCollection collection, string id, CancellationToken stop)
    {
        var given = new Parameters(request.Query, ["crs", "f", .. OgcCoordinates.Names]);
        var (coordinates, asked) = (OgcCoordinates.Of(given), OgcItems.CrsOf(given));
        var seen = coordinates.In(record, stop);
        return AnswerIfAny(request, site, GeoJson, seen, coordinates, () => collection.Of(seen.View, WorkOf(stop)).Find(id) is { } feature
            ? OgcItems.WriteOne(collection, feature, asked, new OgcLinks(site, coordinates, seen)) : null, stop) is { } found
            ? found with { Headers = [new("Content-Crs", $"<{asked.Uri}>")] } : null;
    }

    private ServedResponse Document(HttpRequest request, string site, string type, Func<ServedView, OgcLinks, System.Text.Json.Nodes.JsonNode> make, CancellationToken stop)
    {
        var given = new Parameters(request.Query, ["f", .. OgcCoordinates.Names]);
        _ = given.OneOf("f", ["json"]);
        var coordinates = OgcCoordinates.Of(given);
        var seen = coordinates.In(record, stop);
        return Answer(request, site, type, seen, coordinates, () => make(seen, new OgcLinks(site, coordinates, seen)).ToJsonString(OgcDocuments.Written) + "\n", stop);
    }

    private ServedResponse Answer(
        HttpRequest request, string site, string type, ServedView seen, OgcCoordinates coordinates, Func<string> make, CancellationToken stop) =>
        AnswerIfAny(request, site, type, seen, coordinates, make, stop)!;

    // The site's name stands in the links, and so is a part of the question. Whatever costs work is done by what makes the text.
    private ServedResponse? AnswerIfAny(
        HttpRequest request, string site, string type, ServedView seen, OgcCoordinates coordinates, Func<string?> make, CancellationToken stop)
    {
        var question = string.Join('\n', request.Query.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}").Prepend($"{site} ogc {Uri.EscapeDataString(request.Path.Value!)}"));
        var tag = AnswerCache.TagOf(seen, question);
        return kept.FindIfAny(tag, make, stop) is not { } body ? null : new ServedResponse(StatusCodes.Status200OK, type, body)
        {
            Tag = tag,
            Caching = coordinates.AreFixed && seen.IsFixed ? ServedResponse.Immutable : "no-cache",
            IsForAllSites = true,
        };
    }

    private static Work WorkOf(CancellationToken stop) => new(Environment.ProcessorCount, stop);
}
