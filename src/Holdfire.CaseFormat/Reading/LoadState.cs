using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>What the readers of one case's files share: errors, ids, places, and texts read before.</summary>
internal sealed class LoadState
{
    private const int LongestName = 100;
    private const int MostCountries = 3;
    private readonly Dictionary<string, DateTimeZone?> zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActCode?> acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TargetKind?> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountUnit?> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (AreaCode? Code, string Expected)> areas = new(StringComparer.Ordinal);

    public LoadState()
        : this(null)
    {
    }

    private LoadState(LoadState? before)
    {
        Ids = new IdBook(Errors, before?.Ids);
        Places = before?.Places ?? Places;
        Codes = before?.Codes ?? Codes;
        PlacesMissed = before?.PlacesMissed ?? false;
        ChecksYears = before?.ChecksYears ?? false;
    }

    public ErrorList Errors { get; } = new();

    public IdBook Ids { get; }

    public LinkBook Parts { get; } = new("a report that is not, through others, a part of this one");

    public LinkBook Inclusions { get; } = new("a report that is not, through others, included in this one");

    public LinkBook Quotes { get; } = new("a report that does not, through others, repeat this one");

    public LinkBook Replacements { get; } = new("a report that is not, through others, replaced by this one");

    public LinkBook Relays { get; } = new("a source that does not, through others, pass this one on");

    public Gazetteer Places { get; set; } = new([]);

    /// <summary>Countries that codes in use are of and that the places of the case do not hold yet.</summary>
    private readonly HashSet<string> seenCountries = new(StringComparer.Ordinal);

    /// <summary>Takes in the countries whose codes were used.</summary>
    public Gazetteer PlacesSeen() =>
        seenCountries.Count == 0 ? Places : Places.With(World.AreasOf(seenCountries.Order(StringComparer.Ordinal)));

    /// <summary>The acts, kinds of targets and units that the case may name.</summary>
    public CaseCodes Codes { get; set; } = CaseCodes.BuiltIn;

    /// <summary>Whether the head of the case, with places and codes of its own, could not be read, so that any name may be one of them.</summary>
    public bool PlacesMissed { get; set; }

    /// <summary>The reports named as evidence of obligations, with what they must be about: checked once all reports are read.</summary>
    public List<(Spot At, string Report, ActCode? Act, CountUnit? Unit)> Evidence { get; } = [];

    /// <summary>Whether years that no case is about are errors: in folders and new entries; what a record holds stays readable.</summary>
    public bool ChecksYears { get; init; }

    /// <summary>Whether the year is one that a case can be about, or need not be; else an error is noted.</summary>
    public bool IsOfOurTime(ReadOnlySpan<char> text, Spot at)
    {
        if (!ChecksYears || CivilText.IsOfOurTime(text))
        {
            return true;
        }

        Errors.Add(at, CivilText.Years, text.ToString());
        return false;
    }

    /// <summary>A state for one of several files read at a time, which go on from this one and do not change it.</summary>
    public LoadState Fork() => new(this);

    /// <summary>Takes over what forks have noted; false, and nothing taken, where there is any error in or between them.</summary>
    public bool TryJoin(IReadOnlyList<LoadState> forks)
    {
        if (forks.Any(f => f.Errors.Count > 0) || !Ids.TryTake([.. forks.Select(f => f.Ids)]))
        {
            return false;
        }

        foreach (var fork in forks)
        {
            seenCountries.UnionWith(fork.seenCountries);
            Parts.Take(fork.Parts);
            Inclusions.Take(fork.Inclusions);
            Quotes.Take(fork.Quotes);
        }

        return true;
    }

    public string Define(IdKind kind, MapReader map, string key = "id")
    {
        Ids.Define(kind, map.Text(key), map.At(key));
        return map.Text(key);
    }

    public string Refer(IdKind kind, MapReader map, string key)
    {
        Ids.Refer(kind, map.Text(key), map.At(key));
        return map.Text(key);
    }

    public DateTimeZone? ZoneOf(string id)
    {
        if (!zones.TryGetValue(id, out var zone))
        {
            zones[id] = zone = WindowText.ZoneOf(id);
        }

        return zone;
    }

    /// <summary>The zone; UTC, with an error, where it is unknown.</summary>
    public DateTimeZone Zone(MapReader map, string key = "zone")
    {
        var id = map.Text(key);
        var zone = id.Length == 0 ? DateTimeZone.Utc : ZoneOf(id);
        if (zone is null)
        {
            Errors.Add(map.At(key), "an IANA time zone such as Europe/Zurich", id);
        }

        return zone ?? DateTimeZone.Utc;
    }

    public ActCode? ActOf(string text)
    {
        if (!acts.TryGetValue(text, out var act))
        {
            acts[text] = act = Codes.IsKnown(new ActCode(text)) || (PlacesMissed && text.Length > 0) ? new ActCode(text) : null;
        }

        return act;
    }

    /// <summary>What to expect in place of an unknown act.</summary>
    public string ExpectedAct(string text)
    {
        // Often what is written is a part of the code, or one word of several.
        string Near(ActCode code) => code.Value.Split('.').Append(code.Value).MinBy(p => EditDistance.Between(text, p))!;
        var near = text.Length > LongestName ? ["attack"]
            : Codes.Acts.OrderBy(c => EditDistance.Between(text, Near(c))).ThenBy(c => EditDistance.Between(text, c.Value)).ThenBy(c => c.Value, StringComparer.Ordinal).Take(3).Select(c => c.Value);
        return $"a known act such as {string.Join(", ", near)} (see 'holdfire acts{(text.Length is > 0 and <= LongestName && text.All(char.IsLetter) ? " " + text : "")}')";
    }

    public TargetKind? TargetOf(string text)
    {
        if (!targets.TryGetValue(text, out var target))
        {
            targets[text] = target = Codes.IsKnown(new TargetKind(text)) || (PlacesMissed && text.Length > 0) ? new TargetKind(text) : null;
        }

        return target;
    }

    /// <summary>What to expect in place of an unknown kind of target.</summary>
    public string ExpectedTarget() => $"one of {string.Join(' ', Codes.Targets)} (docs/acts.md says how a case adds its own)";

    public TargetKind? Target(MapReader map, string key)
    {
        var text = map.Text(key);
        if (text.Length > 0 && TargetOf(text) is null)
        {
            Errors.Add(map.At(key), ExpectedTarget(), text);
        }

        return text.Length > 0 ? TargetOf(text) : null;
    }

    public CountUnit? UnitOf(string text)
    {
        if (!units.TryGetValue(text, out var unit))
        {
            units[text] = unit = Codes.IsKnown(new CountUnit(text)) || (PlacesMissed && text.Length > 0) ? new CountUnit(text) : null;
        }

        return unit;
    }

    /// <summary>What to expect in place of an unknown unit.</summary>
    public string ExpectedUnit() => $"one of {string.Join(' ', Codes.Units)} (docs/acts.md says how a case adds its own)";

    public ActCode Act(MapReader map, string key)
    {
        var text = map.Text(key);
        if (text.Length > 0 && ActOf(text) is null)
        {
            Errors.Add(map.At(key), ExpectedAct(text), text);
        }

        return ActOf(text) ?? default;
    }

    /// <summary>The area of a code or name; null, with what to expect, where it is unknown.</summary>
    public AreaCode? AreaOf(string text, out string expected)
    {
        if (!areas.TryGetValue(text, out var found))
        {
            var code = Places.FindByName(text)?.Code;
            code ??= PlacesMissed && text.Length > 0 ? new AreaCode(text) : null;
            if (code is null && World.Find(new AreaCode(text)) is { } elsewhere)
            {
                code = elsewhere.Code;
                seenCountries.Add(World.CountryOf(elsewhere.Code)!);
            }

            areas[text] = found = (code, code is null && text.Length <= LongestName ? ExpectedArea(text, Places) : "the code or name of a known area");
        }

        expected = found.Expected;
        return found.Code;
    }

    /// <summary>What to expect in place of an unknown area: the nearest names, and where to look.</summary>
    public static string ExpectedArea(string text, Gazetteer places)
    {
        var near = string.Join(", ", places.Nearest(text));
        var elsewhere = World.Called(text).Select(a => World.CountryOf(a.Code)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostCountries).ToList();
        return "the code or name of a known area" + (near.Length > 0 ? ", such as " + near : "")
            + (elsewhere.Count > 0 ? $" (for the one of that name write countries: [{string.Join(" or ", elsewhere)}] in case.yaml)" : $" (see 'holdfire places \"{text}\"')");
    }

    public AreaCode Area(string text, Spot at)
    {
        var code = AreaOf(text, out var expected);
        if (code is null && text.Length > 0)
        {
            Errors.Add(at, expected, text);
        }

        return code ?? default;
    }

    public ImmutableArray<AreaCode> Areas(MapReader map, string key) =>
        [.. map.Texts(key).Select(t => Area(t.Text, t.At)).Distinct()];

    /// <summary>A clock time; null, with an error, where it is none.</summary>
    public LocalDateTime? Time(MapReader map, string key)
    {
        var text = map.Text(key);
        if (CivilText.TryParseTime(text, out var time))
        {
            IsOfOurTime(text, map.At(key));
            return time;
        }

        if (text.Length > 0)
        {
            Errors.Add(map.At(key), "a clock time such as 2030-03-01T23:10", text);
        }

        return null;
    }

    /// <summary>From <c>from</c> to <c>to</c>, clock times in <c>zone</c>.</summary>
    public Interval Span(MapReader map)
    {
        var zone = Zone(map);
        if (Time(map, "from") is not { } from || Time(map, "to") is not { } to)
        {
            return new Interval(null, null);
        }

        var (start, end) = (Local.ToInstant(from, zone), Local.ToInstant(to, zone));
        if (start < end)
        {
            return new Interval(start, end);
        }

        Errors.Add(map.At("to"), $"an end after the start, {map.Text("from")}", map.Text("to"));
        return new Interval(null, null);
    }

    public Instant? Published(MapReader map) => Instant(map, "published");

    /// <summary>An instant; null, with an error, where it is none.</summary>
    public Instant? Instant(MapReader map, string key)
    {
        var text = map.Text(key);
        if (InstantText.TryParse(text, out var instant))
        {
            IsOfOurTime(text, map.At(key));
            return instant;
        }

        if (text.Length > 0)
        {
            Errors.Add(map.At(key), InstantText.Form, text);
        }

        return null;
    }

    /// <summary>The place of a map with <c>lat</c>, <c>lon</c> and <c>radius_km</c>, or null where none is given.</summary>
    public GeoCircle? Point(MapReader map)
    {
        var (lat, lon) = (map.Decimal("lat", -90, 90), map.Decimal("lon", -180, 180));
        var radius = map.Decimal("radius_km", 0, GeoCircle.LargestRadiusKm);
        if (map.Has("lat") != map.Has("lon") || (map.Has("radius_km") && !map.Has("lat")))
        {
            Errors.Add(map.At(map.Has("lat") ? "lat" : map.Has("lon") ? "lon" : "radius_km"), "lat and lon together, or neither of them and no radius_km", "");
        }

        return lat is { } y && lon is { } x ? new GeoCircle(new GeoPoint(y, x), radius ?? 0) : null;
    }

    /// <summary>The window of a map with the keys of <see cref="CaseKeys.Window"/>.</summary>
    public TimeWindow Window(MapReader? map)
    {
        var none = TimeWindow.Unknown(DateTimeZone.Utc, null);
        if (map is null)
        {
            return none;
        }

        var (zone, published) = (Zone(map), Published(map));
        if (map.EnumOrNull<TimePrecision>("precision") is not { } precision)
        {
            return none;
        }

        var window = WindowText.Read(map.Text("from"), map.Text("to"), zone, precision, published, out var error);
        if (window is null)
        {
            Errors.Add(map.At(error.Field), error.Expected, map.Text(error.Field));
        }
        else
        {
            _ = IsOfOurTime(map.Text("from"), map.At("from")) && IsOfOurTime(map.Text("to"), map.At("to"));
        }

        return window ?? none;
    }
}
