using Holdfire.Places;
using NetTopologySuite.Geometries;

namespace Holdfire.CaseFormat;

/// <summary>Reads the places of a case and joins them to the built-in gazetteer.</summary>
internal sealed class PlacesReader(LoadState state)
{
    private const int Deepest = 50;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private static readonly Lazy<Dictionary<string, string[]>> BuiltInMembers = new(() => BuiltInGazetteer.Areas
        .Where(a => !a.Members.IsEmpty).ToDictionary(a => a.Code.Value, a => a.Members.Select(m => m.Value).ToArray(), StringComparer.Ordinal));

    private readonly Dictionary<string, string[]> members = new(BuiltInMembers.Value, StringComparer.Ordinal);
    private readonly Dictionary<string, (MapReader Map, List<string> Members)> own = new(StringComparer.Ordinal);

    /// <summary>The gazetteer; what would break it is an error and left out.</summary>
    /// <param name="places">The places of the case.</param>
    /// <param name="countries">Codes of the countries that it names, ISO 3166-1; the built-in areas stand for none.</param>
    public Gazetteer Read(IReadOnlyCollection<MapReader> places, IReadOnlyList<(string Text, Spot At)> countries)
    {
        var codes = places.Select(p => p.Text("code")).ToHashSet(StringComparer.Ordinal);
        var named = Countries(countries);
        var builtIn = named.Count > 0 ? [] : BuiltInGazetteer.Areas.Where(a => !codes.Contains(a.Code.Value)).ToArray();
        foreach (var area in builtIn)
        {
            codes.Add(area.Code.Value);
            foreach (var name in area.Aliases.Append(area.Name).Append(area.LocalName).Append(area.Code.Value))
            {
                names[Key(name)] = area.Code.Value;
            }
        }

        // Countries that the members of own places are in, and all that the case names. Their names yield to those of the case.
        var seen = places.SelectMany(p => p.Texts("members").Select(m => m.Text).Append(p.Text("within"))).Select(m => World.Find(new AreaCode(m)) is { } area && !codes.Contains(m)
            ? World.CountryOf(area.Code) : null).OfType<string>();
        var world = World.AreasOf(named.Concat(seen)).Where(a => !codes.Contains(a.Code.Value)).ToArray();
        codes.UnionWith(world.Select(a => a.Code.Value));
        foreach (var area in world)
        {
            names[Key(area.Code.Value)] = area.Code.Value;
        }

        // No place may have the code of a later one as its name either.
        foreach (var code in places.Select(p => p.Text("code")).Where(c => c.Length > 0))
        {
            names.TryAdd(Key(code), code);
        }

        var areas = new List<Area>(builtIn);
        foreach (var place in places)
        {
            Add(place, codes, areas);
        }

        // Members of the world's areas, for the search for circles.
        foreach (var area in world.Where(a => !a.Members.IsEmpty))
        {
            members.TryAdd(area.Code.Value, [.. area.Members.Select(m => m.Value)]);
        }

        DropCycles();
        DropDepths();
        var within = new WithinReader(state.Errors).Read(own.Select(o => (o.Key, o.Value.Map)), code => codes.Contains(code) || state.PlacesMissed);
        if (state.Ids.Falls is { } falls && !state.PlacesMissed)
        {
            Fell(codes, falls);
        }

        return new Gazetteer(areas.Select(a => own.TryGetValue(a.Code.Value, out var o)
            ? a with { Members = [.. o.Members.Select(m => new AreaCode(m))], Within = within.TryGetValue(a.Code.Value, out var d) && codes.Contains(d) ? new AreaCode(d) : null } : Known(a)).Concat(world.Select(Yielding)))
        {
            IsBuiltInAssumed = named.Count == 0,
        };
    }

    // What falls takes its code with it, and so on: as if the case were read again without it, each time.
    private void Fell(HashSet<string> codes, Func<string, bool> falls)
    {
        var files = own.ToLookup(o => o.Value.Map.Start.File, o => o.Key, StringComparer.Ordinal);
        var members = own.Values.SelectMany(o => o.Map.Texts("members")).ToLookup(m => m.Text, m => m.At, StringComparer.Ordinal);
        var withins = own.Values.Where(o => o.Map.Has("within")).ToLookup(o => o.Map.Text("within"), o => o.Map.At("within"), StringComparer.Ordinal);
        var fallen = new HashSet<string>(StringComparer.Ordinal);
        var next = state.Errors.Files.Where(f => files.Contains(f) && falls(f)).ToHashSet(StringComparer.Ordinal);
        while (next.Count > 0)
        {
            fallen.UnionWith(next);

            // One of the world's stands again where a place of the case took its code.
            var gone = next.SelectMany(f => files[f]).Where(c => World.Find(new AreaCode(c)) is null && !BuiltInMembers.Value.ContainsKey(c) && !IsBuiltIn(c)).ToArray();
            codes.ExceptWith(gone);
            next = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (code, at, isMember) in gone.SelectMany(c => members[c].Select(at => (c, at, true)).Concat(withins[c].Select(at => (c, at, false)))).Where(u => !fallen.Contains(u.at.File)))
            {
                state.Errors.Add(at, isMember ? ExpectedMember(code, codes) : WithinReader.Expected, code);
                next.Add(at.File);
            }

            next.RemoveWhere(f => !falls(f));
        }
    }

    private static bool IsBuiltIn(string code) => BuiltInGazetteer.Areas.Any(a => a.Code.Value == code);

    private List<string> Countries(IReadOnlyList<(string Text, Spot At)> countries)
    {
        var named = new List<string>();
        foreach (var (text, at) in countries)
        {
            if (World.Find(text) is { } country)
            {
                named.Add(country.Code);
            }
            else
            {
                state.Errors.Add(at, "the code of a country with two letters, such as LB (ISO 3166-1; see 'holdfire places NAME')", text);
            }
        }

        return named;
    }

    // A built-in area with the further names that data of the field write it by, as far as the case does not use them otherwise.
    private Area Known(Area area) => World.Find(area.Code) is not { } same ? area : area with
    {
        Aliases = [.. area.Aliases, .. same.Aliases.Where(n => names.TryAdd(Key(n), area.Code.Value))],
    };

    private Area Yielding(Area area) => World.Without(area, n => names.TryGetValue(Key(n), out var other) && other != area.Code.Value);

    private static string Key(string name) => name.Trim().ToUpperInvariant();

    private void Add(MapReader place, HashSet<string> codes, List<Area> areas)
    {
        var code = place.Text("code");
        if (code.Length == 0)
        {
            return;
        }

        if (own.ContainsKey(code))
        {
            state.Errors.Add(place.At("code"), "a code that is not in use", code);
            return;
        }

        var parts = new List<string>();
        foreach (var (member, at) in place.Texts("members"))
        {
            if (codes.Contains(member))
            {
                parts.Add(member);
            }
            else if (!state.PlacesMissed)
            {
                state.Errors.Add(at, ExpectedMember(member, codes), member);
            }
        }

        var outline = OutlineOf(place, parts.Count > 0 || (state.PlacesMissed && place.Texts("members").Any()));
        own[code] = (place, parts);
        _ = Free(code, code, place.At("code"));
        areas.Add(new Area(
            new AreaCode(code), Free(place.Text("name"), code, place.At("name")),
            Free(place.Text("local_name"), code, place.At("local_name")),
            [.. place.Texts("aliases").Select(a => Free(a.Text, code, a.At)).Where(a => a.Length > 0)],
            Centre(place), place.Decimal("radius_km", 0, GeoCircle.LargestRadiusKm) ?? 0, [])
        {
            Outline = outline,
        });
    }

    private static string ExpectedMember(string member, HashSet<string> codes)
    {
        var near = codes.Where(c => c.Length < 100 && member.Length < 100).MinBy(c => EditDistance.Between(c, member));
        return "the code of a known area" + (near is null ? "" : $", such as {near}");
    }

    private Geometry? OutlineOf(MapReader place, bool hasMembers)
    {
        if (place.TextOrNull("outline") is not { } text)
        {
            return null;
        }

        if (hasMembers)
        {
            state.Errors.Add(place.At("outline"), "members or an outline, not both", "both");
        }

        var outline = OutlineText.Read(text, out var error);
        if (outline is null)
        {
            state.Errors.Add(place.At("outline"), error.Expected, error.Found);
        }

        return outline;
    }

    private GeoPoint? Centre(MapReader place)
    {
        var (lat, lon) = (place.Decimal("lat", -90, 90), place.Decimal("lon", -180, 180));
        if (place.Has("lat") != place.Has("lon"))
        {
            state.Errors.Add(place.Start, "lat and lon together", place.Has("lat") ? "lat alone" : "lon alone");
        }

        return lat is { } y && lon is { } x ? new GeoPoint(y, x) : null;
    }

    // The name where no other area has it, else nothing.
    private string Free(string name, string code, Spot at)
    {
        if (Key(name).Length == 0)
        {
            return "";
        }

        if (names.TryGetValue(Key(name), out var other) && other != code)
        {
            state.Errors.Add(at, $"a name that no other area has; {other} has this one", name);
            return "";
        }

        names[Key(name)] = code;
        return name;
    }

    private void DropCycles()
    {
        var (links, found) = (new LinkBook("an area that does not hold this one"), new ErrorList());
        foreach (var code in own.Keys.Concat(members.Keys.Where(c => !own.ContainsKey(c))))
        {
            foreach (var member in MembersOf(code))
            {
                links.Add(code, member, default);
            }
        }

        links.Check(found);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var (code, (map, parts)) in own)
        {
            if (Reaches(code, code))
            {
                state.Errors.Add(map.At("members"), "members that do not hold the area itself", code);
                parts.Clear();
            }
        }
    }

    // Areas in areas in areas: worked through from the inside, each once all its members are.
    private void DropDepths()
    {
        var (depths, open) = (new Dictionary<string, int>(StringComparer.Ordinal), new Stack<string>());
        foreach (var start in own.Keys)
        {
            open.Push(start);
            while (open.TryPeek(out var code))
            {
                var unknown = MembersOf(code).Where(m => !depths.ContainsKey(m)).ToList();
                if (unknown.Count > 0 && !depths.ContainsKey(code))
                {
                    unknown.ForEach(open.Push);
                    continue;
                }

                open.Pop();
                depths.TryAdd(code, 1 + MembersOf(code).Select(m => depths[m]).DefaultIfEmpty().Max());
                if (depths[code] > Deepest && own.TryGetValue(code, out var mine) && mine.Members.Count > 0)
                {
                    state.Errors.Add(mine.Map.At("members"), FormattableString.Invariant($"areas within areas, at most {Deepest} deep"), code);
                    mine.Members.Clear();
                    depths[code] = 1;
                }
            }
        }
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var code))
        {
            foreach (var member in MembersOf(code))
            {
                if (member == to)
                {
                    return true;
                }

                if (seen.Add(member))
                {
                    next.Push(member);
                }
            }
        }

        return false;
    }

    private IEnumerable<string> MembersOf(string code) =>
        own.TryGetValue(code, out var mine) ? mine.Members : members.GetValueOrDefault(code, []);
}
