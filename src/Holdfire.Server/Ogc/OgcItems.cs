using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Exports;
using Holdfire.Server.Ogc.Features;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Holdfire.Server.Ogc;

/// <summary>Features as GeoJSON: a page of a collection, or one.</summary>
internal static class OgcItems
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A page.</summary>
    public static string Write(FeatureCollection collection, FeatureTable table, OgcRequest asked, IQueryCollection given, OgcLinks links, CancellationToken stop)
    {
        var matched = table.Features.Where(f => Lets(asked, f, stop)).ToList();
        var page = matched.Skip(asked.Offset).Take(asked.Limit).ToList();
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            if (links.Seen.View.Recorded.Invented)
            {
                json.WriteBoolean("invented", true);
            }

            json.WriteNumber("numberMatched", matched.Count);
            json.WriteNumber("numberReturned", page.Count);
            json.WriteStartArray("features");
            foreach (var feature in page)
            {
                json.WriteStartObject();
                WriteFeature(json, collection, feature, asked.Crs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("links");
            Links(collection, asked, given, links, matched.Count).WriteTo(json);
            json.WriteEndObject();
        });
    }

    private static bool Lets(OgcRequest asked, Feature feature, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return asked.Lets(feature);
    }

    /// <summary>One feature.</summary>
    public static string WriteOne(FeatureCollection collection, Feature feature, OgcCrs crs, OgcLinks links)
    {
        var path = $"{OgcEndpoint.Root}/collections/{collection.Id}";
        var around = new JsonArray(
            links.To("self", "application/geo+json", "this feature", $"{path}/items/{Uri.EscapeDataString(feature.Id)}"),
            links.To("collection", "application/json", collection.Title, path));
        if (collection.Page is { } page)
        {
            around.Add((JsonNode)links.To("alternate", "text/html", "this feature as a page", page + Uri.EscapeDataString(feature.Id)));
        }

        return Text(json =>
        {
            json.WriteStartObject();
            WriteFeature(json, collection, feature, crs);
            json.WritePropertyName("links");
            around.WriteTo(json);
            json.WriteEndObject();
        });
    }

    /// <summary>The system that one feature is asked for in.</summary>
    /// <exception cref="QueryException">There is none of that name, or the form is another than JSON.</exception>
    public static OgcCrs CrsOf(Parameters given)
    {
        _ = given.OneOf("f", ["json", "geojson"]);
        return given.OneOf("crs", [.. OgcCrs.All.Select(c => c.Uri)]) is { } uri ? OgcCrs.Find(uri)! : OgcCrs.Usual;
    }

    private static JsonArray Links(FeatureCollection collection, OgcRequest asked, IQueryCollection given, OgcLinks links, int matched)
    {
        var path = $"{OgcEndpoint.Root}/collections/{collection.Id}";
        var own = given.Where(p => p.Key != "offset" && !OgcCoordinates.Names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())).ToList();
        KeyValuePair<string, string>[] At(int offset) => [.. own, .. offset > 0 ? [KeyValuePair.Create("offset", offset.ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>()];
        var all = new JsonArray(
            links.Fixed("self", "this page, as the record stood", $"{path}/items", At(asked.Offset)),
            links.To("collection", "application/json", collection.Title, path));
        if (asked.Offset + (long)asked.Limit < matched)
        {
            all.Add((JsonNode)links.Fixed("next", "the next page", $"{path}/items", At(asked.Offset + asked.Limit)));
        }

        if (asked.Offset > 0)
        {
            all.Add((JsonNode)links.Fixed("prev", "the page before", $"{path}/items", At(Math.Max(0, asked.Offset - asked.Limit))));
        }

        return all;
    }

    private static void WriteFeature(Utf8JsonWriter json, FeatureCollection collection, Feature feature, OgcCrs crs)
    {
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        GeoJsonShapes.Write(json, feature.Shape, crs);
        GeoJsonProperties.Write(json, collection.Columns, feature.Values, InstantPattern.ExtendedIso.Format);
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Written))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
