using System.Text.Json;

namespace Holdfire.CaseFormat;

/// <summary>Refuses outlines that name another system of coordinates than WGS 84.</summary>
internal static class OutlineReference
{
    private const string Expected = "longitude and latitude in degrees, WGS 84, and no other system of coordinates";
    private const string WktPrefix = "SRID=";
    private const string Wgs84 = "4326";

    /// <summary>The member <c>crs</c> of earlier GeoJSON (2008), or nothing.</summary>
    public static (string Expected, string Found) ErrorOfGeoJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("crs", out var system) && !IsWgs84(system) ? (Expected, $"crs {system.GetRawText()}") : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The prefix <c>SRID=n;</c> of extended WKT, or nothing.</summary>
    public static (string Expected, string Found) ErrorOfWkt(string text)
    {
        var start = text.TrimStart();
        return start.StartsWith(WktPrefix, StringComparison.OrdinalIgnoreCase) && start[WktPrefix.Length..].Split(';')[0].Trim() != Wgs84
            ? (Expected, start.Split(';')[0]) : default;
    }

    private static bool IsWgs84(JsonElement system)
    {
        if (system.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        return system.ValueKind == JsonValueKind.Object && system.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            && name.GetString()!.Split(':')[^1] is "CRS84" or "4326";
    }
}
