using System.Text.Json;
using Holdfire.Acts;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>Values of the case in the words of a page.</summary>
internal static class CaseWords
{
    private const int MostPlaces = 3;

    /// <summary>A member of an enumeration that the catalogue of messages has: <c>standard.alleged</c>.</summary>
    public static string Of<T>(SiteFrame frame, string group, T value)
        where T : struct, Enum => frame.Text($"{group}.{JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())}");

    /// <summary>The name of a party; its id where the case has none.</summary>
    public static string Party(SiteFrame frame, string id) => frame.View.Known.Parties.FirstOrDefault(p => p.Id.Value == id)?.Name ?? id;

    /// <summary>The names of parties; a dash where nobody is named.</summary>
    public static string Parties(SiteFrame frame, IEnumerable<string> ids) =>
        ids.Select(i => Party(frame, i)).ToList() is { Count: > 0 } names ? string.Join(", ", names) : frame.Text("words.not-named");

    /// <summary>The name of a source; its id where the case has none.</summary>
    public static string Source(SiteFrame frame, string id) => frame.View.Recorded.Sources.FirstOrDefault(s => s.Id.Value == id)?.Name ?? id;

    /// <summary>The name of an act.</summary>
    public static string Act(SiteFrame frame, string code) => frame.View.Known.Codes.NameOf(new ActCode(code));

    /// <summary>The names of areas; how many where they are many.</summary>
    public static string Areas(SiteFrame frame, IReadOnlyCollection<string> codes) => codes.Count > MostPlaces
        ? frame.Text("words.regions", ("count", Show.Whole(codes.Count)))
        : string.Join(", ", codes.Select(c => frame.View.Known.Places.Find(new AreaCode(c))?.Name ?? c));

    /// <summary>Areas and point of an event; that it is not said where there are neither.</summary>
    public static string Place(SiteFrame frame, IReadOnlyCollection<string> codes, double? lat, double? lon, double? km)
    {
        var areas = Areas(frame, codes);
        var point = lat is { } y && lon is { } x && km is { } r && codes.Count <= MostPlaces
            ? FormattableString.Invariant($"{y:0.###}, {x:0.###} ±{r:0.#} km") : "";
        return (areas, point) switch
        {
            ("", "") => frame.Text("words.not-said"),
            (_, "") => areas,
            ("", _) => point,
            _ => $"{areas}: {point}",
        };
    }

    /// <summary>A time left possible, in the zone of the case; each end is open where it is null.</summary>
    public static string Time(SiteFrame frame, Instant? from, Instant? to) =>
        from is null && to is null ? frame.Text("words.not-said") : Show.Civil(new Interval(from, to), frame.View.Known.Zone);

    /// <summary>The same without the zone, which is said once above.</summary>
    public static string Brief(SiteFrame frame, Instant? from, Instant? to) =>
        from is null && to is null ? frame.Text("words.not-said") : Show.Short(new Interval(from, to), frame.View.Known.Zone);
}
