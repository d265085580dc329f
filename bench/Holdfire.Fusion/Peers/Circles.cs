using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Holdfire.Fusion.Peers;

/// <summary>A circle on the earth: degrees, and kilometres.</summary>
internal readonly record struct Circle(double Latitude, double Longitude, double RadiusKm);

/// <summary>The places of a case as circles.</summary>
internal static class Circles
{
    private const double EarthKm = 6371.0088;

    public static IReadOnlyDictionary<string, Circle> Read(string yaml)
    {
        using var text = new StreamReader(yaml);
        var stream = new YamlStream();
        stream.Load(text);
        var circles = new Dictionary<string, Circle>();
        var places = (YamlSequenceNode)stream.Documents[0].RootNode["places"];
        foreach (var place in places.Cast<YamlMappingNode>())
        {
            circles[place["code"].ToString()] = place.Children.TryGetValue("members", out var members)
                ? Union([.. ((YamlSequenceNode)members).Select(m => circles[m.ToString()])])
                : new Circle(Number(place["lat"]), Number(place["lon"]), Number(place["radius_km"]));
        }

        return circles;
    }

    /// <summary>A circle about the middle of the centres that holds all of them.</summary>
    public static Circle Union(IReadOnlyList<Circle> circles)
    {
        var (latitude, longitude) = (circles.Average(c => c.Latitude), circles.Average(c => c.Longitude));
        return new Circle(latitude, longitude, circles.Max(c => c.RadiusKm + Km(latitude, longitude, c.Latitude, c.Longitude)));
    }

    /// <summary>The great-circle distance (haversine).</summary>
    public static double Km(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (latitudeA * Math.PI / 180, latitudeB * Math.PI / 180);
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin((longitudeB - longitudeA) * Math.PI / 360));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }

    private static double Number(YamlNode node) => double.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
