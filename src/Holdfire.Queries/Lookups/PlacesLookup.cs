using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Places;

namespace Holdfire.Queries;

/// <summary>Looks places up by name, code or point, in a case or without one.</summary>
public static class PlacesLookup
{
    private const int ShownNames = 6;

    /// <summary>Looks a place up.</summary>
    /// <param name="text">A name, a code, or a point as <c>LAT,LON</c> in WGS 84 degrees.</param>
    /// <param name="countryText">The country to look in: its code of two or three letters, or its name; null for all.</param>
    /// <param name="own">The areas of a case, looked in too; empty without one.</param>
    /// <exception cref="QueryException">The country is not known, or the point is none on Earth.</exception>
    public static QueryResult Find(string text, string? countryText, ImmutableArray<Area> own)
    {
        var country = countryText is null ? null : CountryOf(countryText).Code;
        var answer = PointOf(text) is { } point ? At(text, point, country) : Called(text, country, own);
        return new QueryResult(answer, () => Table(answer))
        {
            Notes = () => Notes(answer),
            InOrder = !answer.Areas.IsEmpty || !answer.Towns.IsEmpty,
        };
    }

    /// <summary>The country of a code of two or three letters, or of a name in any of the languages of the list.</summary>
    /// <exception cref="QueryException">There is none.</exception>
    public static Country CountryOf(string text) =>
        World.Find(text) ?? World.Countries.FirstOrDefault(c => World.AreasOf(c.Code) is [{ } whole, ..]
            && World.NamesOf(whole).Any(n => n.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)))
        ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, "--country", "the code of a country, ISO 3166-1, such as "
                + string.Join(", ", World.Countries.OrderBy(c => EditDistance.Between(text.ToUpperInvariant(), c.Name.ToUpperInvariant())).Take(3).Select(c => $"{c.Code} ({c.Name})")),
            $"'{text}'");

    private static PlacesAnswer Called(string text, string? country, ImmutableArray<Area> own)
    {
        var areas = PlaceFinder.Areas(text, country, own);
        var towns = PlaceFinder.TownsCalled(text, country);
        return new PlacesAnswer(
            text, country, [.. areas.Select(a => Answer(a, own))], [.. towns.Select(t => Answer(t.Country, t.Town, null))],
            areas.IsEmpty && towns.IsEmpty ? [.. PlaceFinder.Nearest(text, country, own)] : []);
    }

    private static PlacesAnswer At(string text, GeoPoint point, string? country) => new(
        text, country,
        PlaceFinder.RegionAt(point, country) is { } code && World.Find(code) is { } area ? [Answer(area, [])] : [],
        [.. PlaceFinder.TownsNear(point, country).Select(t => Answer(t.Country, t.Town, Math.Round(t.Km, 1)))], []);

    private static GeoPoint? PointOf(string text)
    {
        if (text.Split(',') is not [var lat, var lon] || !Number(lat, out var y) || !Number(lon, out var x))
        {
            return null;
        }

        return Math.Abs(y) <= 90 && Math.Abs(x) <= 180 ? new GeoPoint(y, x) : throw new QueryException(
            QueryErrorCodes.BadForm, "NAME", "a point with latitude -90 to 90, then longitude -180 to 180, such as 33.27,35.20", $"'{text}'");

        static bool Number(string part, out double value) => double.TryParse(part.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static AreaFoundAnswer Answer(Area area, ImmutableArray<Area> own)
    {
        var country = World.CountryOf(area.Code);
        var around = own.Concat(country is null ? [] : World.AreasOf(country)).DistinctBy(a => a.Code).ToList();
        var within = new List<string>();
        for (var at = area.Code; around.FirstOrDefault(a => a.Members.Contains(at)) is { } next && !within.Contains(next.Code.Value); at = next.Code)
        {
            within.Add(next.Code.Value);
        }

        return new AreaFoundAnswer(
            area.Code.Value, area.Name, area.LocalName.Length > 0 ? area.LocalName : null, country, [.. within], [.. area.Members.Select(m => m.Value)], area.Aliases);
    }

    private static TownFoundAnswer Answer(string country, Town town, double? km) => new(
        town.GeoNameId, town.Name, country, town.Area?.Value, town.Area is { } area ? World.Find(area)?.Name : null,
        town.At.Latitude, town.At.Longitude, town.Kind, town.Population, km);

    private static AnswerTable Table(PlacesAnswer answer) => new AnswerTable(
        ["what", "code", "name", "in", "lat", "lon", "km", "also called"],
        [
            .. answer.Areas.Select(a => (ImmutableArray<string>)[
                "area", a.Code, a.Name, string.Join(", ", a.Within), "", "", "", string.Join(", ", a.OtherNames.Take(ShownNames))]),
            .. answer.Towns.Select(t => (ImmutableArray<string>)[
                "town", "", t.Name, t.Area is null ? t.Country : $"{t.Area} {t.AreaName}", Degrees(t.Lat), Degrees(t.Lon), t.Km?.ToString("0.0", CultureInfo.InvariantCulture) ?? "", ""]),
        ]).WithoutEmptyColumns();

    private static IEnumerable<string> Notes(PlacesAnswer answer)
    {
        if (answer.Areas.IsEmpty && answer.Towns.IsEmpty)
        {
            yield return answer.Nearest.IsEmpty ? "No place is known there." : $"Nothing is called '{answer.Asked}'. Nearest: {string.Join(", ", answer.Nearest)}";
        }

        if (answer.Towns.Any(t => t.Km is not null))
        {
            yield return "The region is that of a generalised outline, exact to some kilometres: near a border look at a map. Towns are GeoNames' (CC BY 4.0).";
        }

        foreach (var country in answer.Areas.Select(a => a.Country).OfType<string>().Distinct(StringComparer.Ordinal).Take(3))
        {
            yield return $"To use these names in a case write countries: [{country}] in case.yaml; the codes need nothing.";
        }
    }

    private static string Degrees(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
