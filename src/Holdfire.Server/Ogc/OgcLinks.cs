using System.Text.Json.Nodes;

namespace Holdfire.Server.Ogc;

/// <summary>Makes links. They keep the coordinates that were given.</summary>
/// <param name="Site">The address of the site, without a slash at the end.</param>
/// <param name="Coordinates">The coordinates of the request.</param>
/// <param name="Seen">The view that it got.</param>
internal sealed record OgcLinks(string Site, OgcCoordinates Coordinates, ServedView Seen)
{
    /// <summary>A link within the site.</summary>
    /// <param name="relation">What it is to who holds it.</param>
    /// <param name="type">The media type of what is there.</param>
    /// <param name="title">What is there, for people.</param>
    /// <param name="path">The path, escaped.</param>
    public JsonObject To(string relation, string type, string title, string path) => Link(relation, type, title, Site + path + Query(Coordinates.Given));

    /// <summary>A link to a page of the same features, for good: it names the size of the record.</summary>
    /// <param name="relation">What it is to who holds it.</param>
    /// <param name="title">What is there, for people.</param>
    /// <param name="path">The path, escaped.</param>
    /// <param name="parameters">Its other parameters.</param>
    public JsonObject Fixed(string relation, string title, string path, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Link(relation, "application/geo+json", title, Site + path + Query(parameters.Concat(Coordinates.Fixed(Seen))));

    /// <summary>A link.</summary>
    public static JsonObject Link(string relation, string type, string title, string address) =>
        new() { ["rel"] = relation, ["type"] = type, ["title"] = title, ["href"] = address };

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
