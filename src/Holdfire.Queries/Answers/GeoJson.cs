using System.Text.Json.Nodes;

namespace Holdfire.Queries;

/// <summary>What feature collections (RFC 7946) of all answers have in common.</summary>
internal static class GeoJson
{
    /// <summary>A collection without its features. Its coordinates are under <c>view</c>: RFC 7946 has other plans with <c>coordinates</c>.</summary>
    /// <param name="answer">The answer that it shows.</param>
    /// <param name="values">Values of the whole answer, in their order.</param>
    public static JsonObject Collection(QueryAnswer answer, params (string Key, string? Value)[] values)
    {
        var collection = new JsonObject { ["type"] = "FeatureCollection" };
        if (answer.Invented)
        {
            collection["invented"] = true;
        }

        foreach (var (key, value) in values)
        {
            collection[key] = value;
        }

        collection["view"] = AnswerJson.Node(answer.Coordinates!);
        return collection;
    }

    /// <summary>An object of the answer as the properties of a feature, which says for itself that it is invented.</summary>
    public static JsonObject Properties<T>(QueryAnswer answer, T value)
        where T : class
    {
        var properties = AnswerJson.Node(value);
        if (answer.Invented)
        {
            properties.Insert(Math.Min(1, properties.Count), "invented", true);
        }

        return properties;
    }

    /// <summary>The text of the collection with these features.</summary>
    public static string Text(JsonObject collection, IEnumerable<JsonObject> features)
    {
        collection["features"] = new JsonArray([.. features]);
        return AnswerJson.Text(collection);
    }
}
